// SPDX-License-Identifier: MIT
#include "harness/engine/case_runner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>

#include "harness/engine/held_names.hpp"
#include "harness/engine/host_control.hpp"
#include "harness/oracles/checkpoint_view.hpp"
#include "harness/wire/messages.hpp"

namespace afresh::engine {
namespace {

const Snapshot* snapshot_after(const Observation& observation, std::uint32_t op) {
  auto found = std::ranges::find(observation.snapshots, op, &Snapshot::op);
  return found == observation.snapshots.end() ? nullptr : &*found;
}

// A reference takes one snapshot, wherever in its script.
const Snapshot* only_snapshot(const Observation* observation) {
  return observation == nullptr || observation->snapshots.empty() ? nullptr
                                                                  : &observation->snapshots.front();
}

// The result of the first enable that failed, or of the last one.
const OpResult* enabling(const Script& script, const Observation& observation) {
  const OpResult* result = nullptr;
  for (std::size_t i = 0; i < script.ops.size(); ++i) {
    if (!std::holds_alternative<EnableOp>(script.ops[i].action)) continue;
    result = &observation.results[i];
    if (result->outcome != OpOutcome::kOk) break;
  }
  return result;
}

ReferenceGroup evidence_of(const CaseRunner::Group& group) {
  return {.a = only_snapshot(group.a.get()),
          .b = only_snapshot(group.b.get()),
          .c = only_snapshot(group.c.get()),
          .body_runs = group.a ? &group.a->body_runs : nullptr};
}

bool fails_to_load(const Script& script, const Observation& observation) {
  const OpResult* result = enabling(script, observation);
  return result != nullptr && result->outcome != OpOutcome::kOk;
}

std::vector<std::string> missing_in(const std::vector<std::string>& some,
                                    const std::vector<std::string>& all) {
  std::vector<std::string> missing;
  std::ranges::copy_if(some, std::back_inserter(missing), [&](const std::string& name) {
    return std::ranges::find(all, name) == all.end();
  });
  return missing;
}

/// The document as the trial had it just before an operation, where there was anything in it.
std::optional<std::string> document_before(const Observation& trial, std::uint32_t op) {
  auto saved = std::ranges::find(trial.documents, op, &SavedDocument::op);
  if (saved == trial.documents.end() || saved->bytes.empty()) return {};
  return saved->bytes;
}

std::vector<std::string> expressions(const Script& script, const std::vector<std::uint32_t>& ops) {
  std::vector<std::string> texts;
  for (std::uint32_t op : ops)
    texts.push_back(std::get<ExpectOp>(script.ops[op].action).expression);
  return texts;
}

StepKind kind_of(CheckpointKind kind) {
  switch (kind) {
    case CheckpointKind::kEnable: return StepKind::kEnable;
    case CheckpointKind::kReload: return StepKind::kReload;
    case CheckpointKind::kDisable: return StepKind::kDisable;
  }
  return StepKind::kReload;
}

// Steps that are neither the host's nor the strategy's: they run as the case has written them.
bool is_of_the_case(const Op& op) {
  return std::holds_alternative<PythonOp>(op.action) || std::holds_alternative<SetOp>(op.action);
}

// Why nothing can be said from here on: a step of the case did not run as it does without a reload.
std::string doubt_at(const Script& script, const Observation& trial, const std::vector<Step>& steps,
                     std::uint32_t op) {
  for (std::uint32_t i = 0; i < op; ++i) {
    const OpResult& result = trial.results[i];
    if (!is_of_the_case(script.ops[i]) || result.outcome == OpOutcome::kOk) continue;
    return fmt::format("the step `{}` raised {}: {}",
                       text_of(steps[static_cast<std::size_t>(script.ops[i].step)]), result.type,
                       result.message);
  }
  return {};
}

std::uint32_t last_restart(const Observation& trial, std::uint32_t op) {
  std::uint32_t last = 0;
  for (std::uint32_t restart : trial.restarts) {
    if (restart <= op) last = std::max(last, restart);
  }
  return last;
}

LeakEvidence leaks_of(const Plan& plan, const Observation& trial) {
  auto after = [&](std::size_t op) {
    auto found = std::ranges::find(trial.leak_checks, op, &LeakCheck::op);
    return found == trial.leak_checks.end() ? nullptr : &*found;
  };
  LeakEvidence evidence;
  if (const LeakCheck* last = after(plan.trial.ops.size() - 1)) {
    evidence.is_checked = true;
    evidence.survivors = last->survivors;
  }
  for (const std::vector<std::uint32_t>& cycles : plan.cycles) {
    std::vector<std::uint32_t>& counts = evidence.counts.emplace_back();
    for (std::uint32_t op : cycles) {
      if (const LeakCheck* check = after(op)) counts.push_back(check->tagged);
    }
  }
  return evidence;
}

/// What the host does by itself is no fault of an add-on's either.
std::vector<ResidueEntry> without(std::vector<ResidueEntry> residue,
                                  const std::vector<ResidueEntry>& hosts) {
  std::erase_if(residue, [&](const ResidueEntry& entry) {
    return std::ranges::find(hosts, entry) != hosts.end();
  });
  return residue;
}

EndingInfo ending_of(const Script& script, const Observation& trial,
                     const std::vector<Step>& steps) {
  auto unfinished = std::ranges::find(trial.results, OpOutcome::kNotReached, &OpResult::outcome);
  bool is_finished = unfinished == trial.results.end();
  EndingInfo info{.ending = trial.ending, .status = trial.status, .is_finished = is_finished};
  if (!is_finished) {
    info.step = script.ops[static_cast<std::size_t>(unfinished - trial.results.begin())].step;
    if (info.step >= 0) info.step_text = text_of(steps[static_cast<std::size_t>(info.step)]);
  }
  return info;
}

}  // namespace

CaseRunner::CaseRunner(Laboratory& laboratory, const Case& a_case)
    : laboratory_(laboratory),
      case_(a_case),
      steps_(unrolled(a_case.steps)),
      files_(files_of_case(a_case)) {
  constexpr const char* kSteps = "steps.py";
  std::string code = code_of_steps(steps_);
  if (code.empty()) return;
  SourceFacts facts = laboratory_.facts({{kSteps, code}});
  for (const BindingFact& fact : facts.files[kSteps]) {
    // A module is no object that a reload leaves behind: a fresh start can be asked with it too.
    bool is_held = fact.kind != BindingKind::kEffect && fact.kind != BindingKind::kImport;
    if (is_held && !fact.name.empty()) held_.insert(fact.name);
  }
}

CaseRunner::Shared CaseRunner::observe(const Script& script, Variant variant) {
  std::string key = wire::encode(wire::Request{script}) + static_cast<char>(variant);
  Shared& known = observations_[key];
  if (known) return known;
  Result<Observation> observation = laboratory_.run(script, variant);
  // A strategy that cannot be loaded was refused before its case began.
  if (!observation) throw std::runtime_error(observation.error().message);
  // What others did to the machine must not look like a generation that cannot load.
  if (observation->ending != Ending::kCompleted) {
    Result<Observation> again = laboratory_.run(script, variant);
    if (again && again->ending == Ending::kCompleted) observation = std::move(again);
  }
  known = std::make_shared<const Observation>(std::move(*observation));
  return known;
}

CaseRunner::Shared CaseRunner::quiet_reference(const Script& trial, const Moment& moment) {
  return observe(reference_script(trial, moment, {}), Variant::kQuiet);
}

bool CaseRunner::cannot_load(const Script& reference) {
  return fails_to_load(reference, *observe(reference, Variant::kQuiet));
}

std::string CaseRunner::place_of(const Op& op) const {
  std::string place = case_.origin.empty() ? case_.name : case_.origin;
  int line = op.step >= 0 ? steps_[static_cast<std::size_t>(op.step)].line : 0;
  return line > 0 ? fmt::format("{}:{}", place, line) : place;
}

std::optional<Error> CaseRunner::check_case() {
  Plan plan = make_plan(case_, files_, kNoStrategy);
  Shared trial = observe(plan.trial, Variant::kQuiet);
  auto told = [](const OpResult& result) {
    if (result.type.empty())
      return result.message.empty() ? "the interpreter ended" : result.message;
    return result.type + ": " + result.message;
  };
  std::map<std::string, bool> was_enabled;
  for (std::size_t i = 0; i < plan.trial.ops.size(); ++i) {
    const OpResult& result = trial->results[i];
    const auto* enable = std::get_if<EnableOp>(&plan.trial.ops[i].action);
    bool is_first = enable != nullptr && !std::exchange(was_enabled[enable->addon], true);
    if (is_first && result.outcome != OpOutcome::kOk) {
      return Error{
          fmt::format("{}: add-on '{}' cannot be enabled on a fresh start ({}{}{}); expected an "
                      "add-on with register() and unregister()",
                      place_of(plan.trial.ops[i]), enable->addon, told(result),
                      result.where.empty() ? "" : " in ", result.where)};
    }
  }
  // Up to the first reload nothing depends on a strategy.
  for (std::size_t i = 0; i < plan.trial.ops.size(); ++i) {
    const Op& op = plan.trial.ops[i];
    if (std::holds_alternative<ReloadOp>(op.action)) break;
    if (!is_of_the_case(op) || trial->results[i].outcome == OpOutcome::kOk) continue;
    return Error{fmt::format("{}: `{}` raises {} before any reload; expected a step that runs",
                             place_of(op), text_of(steps_[static_cast<std::size_t>(op.step)]),
                             told(trial->results[i]))};
  }
  if (auto unbound = unbound_name(plan, *trial)) return unbound;
  for (std::uint32_t op : plan.first_expects) {
    const OpResult& result = trial->results[op];
    if (result.outcome == OpOutcome::kOk) continue;
    return Error{fmt::format("{}: `expect {}` gives {} on a fresh start; expected to hold there",
                             place_of(plan.trial.ops[op]),
                             std::get<ExpectOp>(plan.trial.ops[op].action).expression,
                             told(result))};
  }
  return {};
}

std::optional<Error> CaseRunner::unbound_name(const Plan& plan, const Observation& trial) const {
  for (std::size_t i = 0; i < plan.trial.ops.size(); ++i) {
    const Op& op = plan.trial.ops[i];
    const auto* expect = std::get_if<ExpectOp>(&op.action);
    if (expect == nullptr || !mentions(expect->expression, held_)) continue;
    if (trial.results[i].type != "NameError") continue;
    return Error{
        fmt::format("{}: `expect {}` asks a name that nothing binds before ({}); expected "
                    "one that a `python` step binds",
                    place_of(op), expect->expression, trial.results[i].message)};
  }
  return {};
}

Result<GenerationFiles> CaseRunner::adapted(const StrategySource& strategy) {
  if (auto known = adapted_.find(strategy.name); known != adapted_.end()) return known->second;
  GenerationFiles files = files_;
  for (const std::string& addon : reloaded_addons(case_)) {
    for (auto& [number, generation] : files[addon]) {
      auto adapted = laboratory_.adapt(strategy, generation);
      if (!adapted) return adapted.error();
      generation = std::move(*adapted);
    }
  }
  return adapted_.emplace(strategy.name, std::move(files)).first->second;
}

std::vector<std::uint32_t> CaseRunner::asked_of_fresh_start(
    const Plan& plan, const PlannedCheckpoint& checkpoint) const {
  std::vector<std::uint32_t> ops;
  std::ranges::copy_if(checkpoint.expects, std::back_inserter(ops), [&](std::uint32_t op) {
    return !mentions(std::get<ExpectOp>(plan.trial.ops[op].action).expression, held_);
  });
  return ops;
}

ReferenceOptions CaseRunner::plain_options(const Plan& plan,
                                           const PlannedCheckpoint& checkpoint) const {
  return {.expects = expressions(plan.trial, asked_of_fresh_start(plan, checkpoint))};
}

Script CaseRunner::plain_reference(const Plan& plan, const PlannedCheckpoint& checkpoint) const {
  return reference_script(plan.trial, checkpoint.moment, plain_options(plan, checkpoint));
}

CaseRunner::Group CaseRunner::reference(const Plan& plan, const PlannedCheckpoint& checkpoint,
                                        const Snapshot* actual) {
  ReferenceOptions options = plain_options(plan, checkpoint);
  if (actual != nullptr) {
    // The library twin: what importing the standard library registers is nobody's doing. After a
    // disable all that was imported; after a load what the fresh start does not import by itself.
    if (checkpoint.kind == CheckpointKind::kDisable) {
      options.libraries = actual->libraries;
    } else if (Shared plain = observe(plain_reference(plan, checkpoint), Variant::kQuiet);
               const Snapshot* fresh = only_snapshot(plain.get())) {
      options.libraries = missing_in(actual->libraries, fresh->libraries);
    }
  }
  return group_of(plan.trial, checkpoint.moment, options);
}

CaseRunner::Group CaseRunner::group_of(const Script& trial, const Moment& moment,
                                       ReferenceOptions options) {
  Script quiet = reference_script(trial, moment, options);
  options.from_bytecode = true;
  Script from_bytecode = reference_script(trial, moment, options);
  return {.a = observe(quiet, Variant::kQuiet),
          .b = observe(from_bytecode, Variant::kOtherSeed),
          .c = observe(quiet, Variant::kAged)};
}

HostDoing CaseRunner::host_doing() {
  Case empty = with_empty_addons(case_);
  Plan plan = make_plan(empty, files_of_case(empty), kHostsOwnReload);
  Shared trial = observe(plan.trial, Variant::kQuiet);
  HostDoing doing;
  for (const PlannedCheckpoint& checkpoint : plan.checkpoints) {
    const Snapshot* actual = snapshot_after(*trial, checkpoint.op);
    Group group = reference(plan, checkpoint, actual);
    const Snapshot* fresh = only_snapshot(group.a.get());
    if (actual == nullptr || fresh == nullptr) continue;
    doing = united(std::move(doing), host_doing_of(*fresh, *actual, mask_of(evidence_of(group))));
  }
  return doing;
}

void CaseRunner::add_residue(const Plan& plan, const std::string& addon, const Moment& moment,
                             std::vector<ResidueEntry>& all) {
  Moment without = moment;
  std::erase(without.enabled, addon);
  Shared after = addon_control(plan, moment, addon);
  const Snapshot* unregistered = only_snapshot(after.get());
  if (unregistered == nullptr) return;
  Shared never =
      observe(reference_script(plan.trial, without, {.libraries = unregistered->libraries}),
              Variant::kQuiet);
  if (const Snapshot* untouched = only_snapshot(never.get()))
    std::ranges::copy(residue_of(*untouched, *unregistered), std::back_inserter(all));
}

CaseRunner::Shared CaseRunner::addon_control(const Plan& plan, Moment moment,
                                             const std::string& addon) {
  if (std::ranges::find(moment.enabled, addon) == moment.enabled.end())
    moment.enabled.push_back(addon);
  Script script = reference_script(plan.trial, moment, {.disabled = addon});
  Shared control = observe(script, Variant::kQuiet);
  // What did not load is not switched off again, and would be its residue in whole.
  return fails_to_load(script, *control) ? nullptr : control;
}

std::vector<ResidueEntry> CaseRunner::residue(const Plan& plan) {
  std::vector<ResidueEntry> all;
  for (const PlannedCheckpoint& checkpoint : plan.checkpoints) {
    // What an earlier generation never undoes is there in all that come after it.
    for (const Moment& load : checkpoint.earlier_loads)
      add_residue(plan, checkpoint.addon, load, all);
    add_residue(plan, checkpoint.addon, checkpoint.moment, all);
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::vector<Survivor> CaseRunner::addons_own_leaks(const Plan& plan) {
  std::vector<Survivor> all;
  auto add = [&](const Moment& moment, const std::string& addon) {
    Shared control = addon_control(plan, moment, addon);
    if (!control) return;
    for (const LeakCheck& check : control->leak_checks)
      std::ranges::copy(check.survivors, std::back_inserter(all));
  };
  for (const PlannedCheckpoint& checkpoint : plan.checkpoints) {
    // What is old was loaded earlier, of other files.
    for (const Moment& load : checkpoint.earlier_loads) add(load, checkpoint.addon);
    add(checkpoint.moment, checkpoint.addon);
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

Checkpoint CaseRunner::evidence(const Plan& plan, const PlannedCheckpoint& planned,
                                const Observation& trial) {
  const OpResult& result = trial.results[planned.op];
  bool is_reached = result.outcome != OpOutcome::kNotReached;
  const Snapshot* actual = snapshot_after(trial, planned.op);
  const Group& group = kept_.emplace_back(reference(plan, planned, actual));
  std::vector<std::uint32_t> asked = asked_of_fresh_start(plan, planned);
  Script script = plain_reference(plan, planned);

  Checkpoint checkpoint{
      .step = planned.step,
      .step_text = text_of(steps_[static_cast<std::size_t>(planned.step)]),
      .kind = kind_of(planned.kind),
      .addon = planned.addon,
      .copiers = copiers(planned.addon, planned.moment),
      .result = is_reached ? &result : nullptr,
      .actual = actual,
      .reference = evidence_of(group),
      .before = snapshot_after(trial, planned.op - 1),
      .is_restarted = std::ranges::find(trial.restarts, planned.op) != trial.restarts.end(),
      .are_held_gone =
          std::ranges::any_of(trial.restarts, [&](std::uint32_t op) { return op <= planned.op; }),
      .reference_fails = fails_to_load(script, *group.a),
      .doubt = doubt_at(plan.trial, trial, steps_, planned.op),
      .period = {.since = last_restart(trial, planned.op), .op = planned.op}};
  checkpoint.reference.result = enabling(script, *group.a);
  if (planned.kind == CheckpointKind::kReload) {
    if (std::optional<std::string> document = document_before(trial, planned.op)) {
      kept_.push_back(group_of(plan.trial, planned.moment, {.document = std::move(document)}));
      checkpoint.document = evidence_of(kept_.back());
    }
  }
  for (auto load = planned.earlier_loads.rbegin(); load != planned.earlier_loads.rend(); ++load) {
    Shared earlier = quiet_reference(plan.trial, *load);
    bool is_broken = cannot_load(reference_script(plan.trial, *load, {}));
    if (is_broken && load == planned.earlier_loads.rbegin()) checkpoint.is_repair = true;
    if (is_broken) continue;
    if (planned.has_pending_edit || checkpoint.is_repair) {
      kept_.push_back({.a = earlier, .b = {}, .c = {}});
      checkpoint.previous_reference = only_snapshot(earlier.get());
    }
    break;
  }
  std::span<const OpResult> answers = std::span(group.a->results).last(asked.size());
  for (std::uint32_t op : planned.expects) {
    auto place = std::ranges::find(asked, op) - asked.begin();
    bool is_about_held = place == std::ssize(asked);
    checkpoint.expects.push_back(
        {.text = std::get<ExpectOp>(plan.trial.ops[op].action).expression,
         .trial = trial.results[op],
         .reference = is_about_held ? OpResult{} : answers[static_cast<std::size_t>(place)],
         .is_about_held = is_about_held});
  }
  return checkpoint;
}

std::vector<std::string> CaseRunner::copiers(const std::string& addon, const Moment& moment) {
  if (case_.addons.size() < 2) return {};
  std::map<std::string, std::string> sources;
  for (const auto& [path, file] : moment.files) sources.emplace(path, file.content);
  SourceFacts facts = laboratory_.facts(sources);
  std::vector<std::string> names;
  for (const auto& [path, bindings] : facts.files) {
    std::string owner = path.substr(0, path.find_first_of("/."));
    bool copies = std::ranges::any_of(bindings, [&](const BindingFact& fact) {
      bool is_copy = fact.kind == BindingKind::kFromImport || fact.kind == BindingKind::kStarImport;
      return is_copy && !fact.name.empty() &&
             (fact.module == addon || fact.module.starts_with(addon + "."));
    });
    if (copies && owner != addon) names.push_back(std::move(owner));
  }
  return names;
}

SourcesByOp CaseRunner::sources_of(const Plan& plan, const Observation& trial) {
  std::set<std::uint32_t> asked;
  for (const BodyRun& run : trial.body_runs) asked.insert(run.op);
  for (const PlannedCheckpoint& planned : plan.checkpoints) asked.insert(planned.op);
  SourcesByOp sources;
  std::map<std::string, std::string> files;
  for (std::uint32_t op = 0; op < plan.trial.ops.size(); ++op) {
    if (const auto* write = std::get_if<WriteFilesOp>(&plan.trial.ops[op].action)) {
      for (const FileChange& change : write->changes) {
        files.erase(change.path);
        if (change.content) files.emplace(change.path, *change.content);
      }
    }
    if (asked.contains(op)) sources.emplace(op, laboratory_.facts(files));
  }
  return sources;
}

Result<Record> CaseRunner::run(const StrategySource& strategy, Variant variant,
                               const Recorder& record) {
  kept_.clear();
  Result<GenerationFiles> files = adapted(strategy);
  if (!files) return files.error();
  Plan plan = make_plan(case_, *files, strategy);
  Result<Observation> trial = laboratory_.run(plan.trial, variant);
  if (!trial) return trial.error();

  JudgeInput input{.addons = case_.addons,
                   .ending = ending_of(plan.trial, *trial, steps_),
                   .leaks = leaks_of(plan, *trial),
                   .ledger = &trial->ledger,
                   .body_runs = &trial->body_runs};
  for (const PlannedCheckpoint& planned : plan.checkpoints)
    input.checkpoints.push_back(evidence(plan, planned, *trial));
  SourcesByOp sources;
  Judgement judgement = judge(input);
  // Whose fault, and because of which line: asked only where there is something to ask about. What
  // the mask hides, the order of executions may tell.
  bool has_findings = !judgement.findings.empty();
  if (has_findings || judgement.masked > 0) {
    sources = sources_of(plan, *trial);
    for (std::size_t i = 0; i < plan.checkpoints.size(); ++i) {
      input.checkpoints[i].facts = &sources.at(plan.checkpoints[i].op);
    }
    input.sources = &sources;
    if (has_findings) input.host_doing = host_doing();
    if (has_findings) input.residue = without(residue(plan), input.host_doing.entries);
    if (!input.leaks.survivors.empty()) input.leaks.addons_own = addons_own_leaks(plan);
    judgement = judge(input);
  }
  if (record) record(input);
  return Record{.case_name = case_.name,
                .strategy = strategy.name,
                .host = "plain",
                .verdicts = std::move(judgement.verdicts),
                .findings = std::move(judgement.findings),
                .masked = judgement.masked,
                .opaque = judgement.opaque,
                .nodes = judgement.nodes,
                .trial_ms = trial->milliseconds};
}

}  // namespace afresh::engine

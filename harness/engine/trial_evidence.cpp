// SPDX-License-Identifier: MIT
#include "harness/engine/trial_evidence.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "harness/engine/user_references.hpp"

namespace afresh::engine {
namespace {

/// The document as the trial had it just before an operation, where there was anything in it.
std::optional<std::string> document_before(const Observation& trial, std::uint32_t op) {
  auto saved = std::ranges::find(trial.documents, op, &SavedDocument::op);
  if (saved == trial.documents.end() || saved->bytes.empty()) return {};
  return saved->bytes;
}

const std::string& expression(const Script& script, std::uint32_t op) {
  return std::get<ExpectOp>(script.ops[op].action).expression;
}

StepKind to_step_kind(CheckpointKind kind) {
  switch (kind) {
    case CheckpointKind::kEnable: return StepKind::kEnable;
    case CheckpointKind::kReload: return StepKind::kReload;
    case CheckpointKind::kDisable: return StepKind::kDisable;
  }
  return StepKind::kReload;
}

/// Why nothing can be said from here on: a step of the case did not run as it does without a
/// reload.
std::optional<Reason> inconclusive_reason_at(const Script& script, const Observation& trial,
                                             const std::vector<Step>& steps, std::uint32_t op) {
  for (std::uint32_t i = 0; i < op; ++i) {
    const OpResult& result = trial.results[i];
    if (!is_of_the_case(script.ops[i]) || result.outcome == OpOutcome::kOk) continue;
    return Reason{.kind = ReasonKind::kStepRaised,
                  .place = render_step(steps[static_cast<std::size_t>(script.ops[i].step)]),
                  .error_type = result.type,
                  .message = result.message};
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

LeakEvidence make_leak_evidence(const Plan& plan, const Observation& trial) {
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

EndingInfo make_ending_info(const Script& script, const Observation& trial,
                            const std::vector<Step>& steps) {
  auto unfinished = std::ranges::find(trial.results, OpOutcome::kNotReached, &OpResult::outcome);
  bool is_finished = unfinished == trial.results.end();
  EndingInfo info{.ending = trial.ending, .status = trial.status, .is_finished = is_finished};
  if (!is_finished) {
    info.step = script.ops[static_cast<std::size_t>(unfinished - trial.results.begin())].step;
    if (info.step >= 0) info.step_text = render_step(steps[static_cast<std::size_t>(info.step)]);
  }
  return info;
}

/// The moment, with the add-on's files as at an earlier one: just before the step, but for its
/// edit.
Moment with_earlier_files(const Moment& moment, const Moment& earlier, const std::string& addon) {
  Moment mixed = moment;
  std::erase_if(mixed.files, [&](const auto& file) { return is_file_of(file.first, addon); });
  for (const auto& [path, file] : earlier.files)
    if (is_file_of(path, addon)) mixed.files.emplace(path, file);
  return mixed;
}

/// Whether the binding copies a name out of one of the add-on's modules.
bool copies_from(const BindingFact& fact, const std::string& addon) {
  bool is_copy = fact.kind == BindingKind::kFromImport || fact.kind == BindingKind::kStarImport;
  return is_copy && !fact.name.empty() &&
         (fact.module == addon || fact.module.starts_with(addon + "."));
}

}  // namespace

PreparedCase prepare_case(const Case& a_case, WorkerPool& worker_pool) {
  PreparedCase prepared{a_case, worker_pool, unrolled(a_case.steps), files_of_case(a_case), {}};
  constexpr const char* kSteps = "steps.py";
  std::string code = code_of_steps(prepared.steps);
  if (code.empty()) return prepared;
  SourceFacts facts = worker_pool.facts({{kSteps, code}});
  for (const BindingFact& fact : facts.files[kSteps]) {
    // A module is no object that a reload leaves behind: a fresh start can be asked with it too.
    bool is_held = fact.kind != BindingKind::kEffect && fact.kind != BindingKind::kImport;
    if (is_held && !fact.name.empty()) prepared.bound_names.insert(fact.name);
  }
  return prepared;
}

TrialEvidence::TrialEvidence(const PreparedCase& a_case, FreshStarts& fresh_starts,
                             const Plan& plan, const Observation& trial)
    : input{.addons = a_case.value.addons,
            .stands_for_any_edit = a_case.value.are_edits_shifts,
            .ending = make_ending_info(plan.trial, trial, a_case.steps),
            .leaks = make_leak_evidence(plan, trial),
            .ledger = &trial.ledger,
            .body_runs = &trial.body_runs},
      case_(a_case),
      fresh_starts_(fresh_starts),
      plan_(plan),
      trial_(trial) {
  for (const PlannedCheckpoint& planned : plan.checkpoints)
    input.checkpoints.push_back(checkpoint(planned));
}

Checkpoint TrialEvidence::checkpoint(const PlannedCheckpoint& planned) {
  const OpResult& result = trial_.results[planned.op];
  const Snapshot* actual = snapshot_after(trial_, planned.op);
  // A fresh start cannot be asked what only this trial's history holds.
  std::vector<std::uint32_t> asked;
  std::vector<std::string> expressions;
  for (std::uint32_t op : planned.expects) {
    if (mentions(expression(plan_.trial, op), case_.bound_names)) continue;
    asked.push_back(op);
    expressions.push_back(expression(plan_.trial, op));
  }
  const ObservedGroup& group =
      kept_.emplace_back(fresh_starts_.group(plan_, planned, expressions, actual));
  // The same operations but for the twin's imports.
  Script script = reference_script(plan_.trial, planned.moment, {.expects = expressions});

  Checkpoint checkpoint{
      .step = planned.step,
      .step_text = render_step(case_.steps[static_cast<std::size_t>(planned.step)]),
      .kind = to_step_kind(planned.kind),
      .addon = planned.addon,
      .copiers = copiers(planned),
      .result = result.outcome != OpOutcome::kNotReached ? &result : nullptr,
      .actual = actual,
      .reference = to_reference_group(group),
      .before = snapshot_after(trial_, planned.op - 1),
      .is_restarted = std::ranges::find(trial_.restarts, planned.op) != trial_.restarts.end(),
      .are_user_references_gone =
          std::ranges::any_of(trial_.restarts, [&](std::uint32_t op) { return op <= planned.op; }),
      .reference_fails = fails_to_load(script, *group.base),
      .inconclusive_reason = inconclusive_reason_at(plan_.trial, trial_, case_.steps, planned.op),
      .period = {.since = last_restart(trial_, planned.op), .op = planned.op}};
  checkpoint.reference.result = enable_result(script, *group.base);
  add_expects(planned, asked, *group.base, checkpoint);
  if (planned.kind == CheckpointKind::kReload) {
    if (std::optional<std::string> document = document_before(trial_, planned.op)) {
      kept_.push_back(
          fresh_starts_.group(plan_.trial, planned.moment, {.document = std::move(document)}));
      checkpoint.document = to_reference_group(kept_.back());
    }
  }
  add_previous(planned, checkpoint);
  return checkpoint;
}

void TrialEvidence::add_previous(const PlannedCheckpoint& planned, Checkpoint& checkpoint) {
  for (auto load = planned.earlier_loads.rbegin(); load != planned.earlier_loads.rend(); ++load) {
    SharedObservation earlier = fresh_starts_.base(plan_.trial, *load);
    bool is_broken = fails_to_load(reference_script(plan_.trial, *load, {}), *earlier);
    if (is_broken && load == planned.earlier_loads.rbegin()) checkpoint.is_repair = true;
    if (is_broken) continue;
    if (planned.has_pending_edit || checkpoint.is_repair) {
      earlier =
          fresh_starts_.base(plan_.trial, with_earlier_files(planned.moment, *load, planned.addon));
      kept_.push_back({.base = earlier, .other_seed = {}, .aged = {}});
      checkpoint.previous_reference = only_snapshot(earlier.get());
    }
    break;
  }
}

void TrialEvidence::add_expects(const PlannedCheckpoint& planned,
                                const std::vector<std::uint32_t>& asked,
                                const Observation& reference, Checkpoint& checkpoint) const {
  std::span<const OpResult> answers = std::span(reference.results).last(asked.size());
  for (std::uint32_t op : planned.expects) {
    auto place = std::ranges::find(asked, op) - asked.begin();
    bool is_about_user_references = place == std::ssize(asked);
    checkpoint.expects.push_back({.text = expression(plan_.trial, op),
                                  .trial = trial_.results[op],
                                  .reference = is_about_user_references
                                                   ? OpResult{}
                                                   : answers[static_cast<std::size_t>(place)],
                                  .is_about_user_references = is_about_user_references});
  }
}

/// Other add-ons whose files have a `from … import` of this one's modules at their top.
std::vector<std::string> TrialEvidence::copiers(const PlannedCheckpoint& planned) const {
  if (case_.value.addons.size() < 2) return {};
  std::map<std::string, std::string> sources;
  for (const auto& [path, file] : planned.moment.files) sources.emplace(path, file.content);
  SourceFacts facts = case_.worker_pool.facts(sources);
  std::vector<std::string> names;
  for (const auto& [path, bindings] : facts.files) {
    std::string owner = path.substr(0, path.find_first_of("/."));
    bool copies = std::ranges::any_of(
        bindings, [&](const BindingFact& fact) { return copies_from(fact, planned.addon); });
    if (copies && owner != planned.addon) names.push_back(std::move(owner));
  }
  return names;
}

void TrialEvidence::add_sources() {
  std::set<std::uint32_t> asked;
  for (const BodyRun& run : trial_.body_runs) asked.insert(run.op);
  for (const PlannedCheckpoint& planned : plan_.checkpoints) asked.insert(planned.op);
  std::map<std::string, std::string> files;
  for (std::uint32_t op = 0; op < plan_.trial.ops.size(); ++op) {
    if (const auto* write = std::get_if<WriteFilesOp>(&plan_.trial.ops[op].action)) {
      for (const FileChange& change : write->changes) {
        files.erase(change.path);
        if (change.content) files.emplace(change.path, *change.content);
      }
    }
    if (asked.contains(op)) sources_.emplace(op, case_.worker_pool.facts(files));
  }
  for (std::size_t i = 0; i < plan_.checkpoints.size(); ++i)
    input.checkpoints[i].facts = &sources_.at(plan_.checkpoints[i].op);
  input.sources = &sources_;
}

}  // namespace afresh::engine

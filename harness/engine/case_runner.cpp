// SPDX-License-Identifier: MIT
#include "harness/engine/case_runner.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "harness/engine/fair_question.hpp"

namespace afresh::engine {
namespace {

double median_reload_ms(const Script& script, const Observation& trial) {
  std::vector<double> times;
  for (std::size_t op = 0; op < script.ops.size(); ++op) {
    bool has_ended = trial.results[op].outcome == OpOutcome::kOk;
    if (has_ended && std::holds_alternative<ReloadOp>(script.ops[op].action))
      times.push_back(trial.op_ms[op]);
  }
  if (times.empty()) return 0;
  auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::ranges::nth_element(times, middle);
  return *middle;
}

using Files = std::map<std::string, std::string>;

/// The files with one folder before their paths instead of another.
Files moved(const Files& files, const std::string& from, const std::string& to) {
  Files result;
  for (const auto& [path, content] : files) result.emplace(to + path.substr(from.size()), content);
  return result;
}

}  // namespace

CaseRunner::CaseRunner(Laboratory& laboratory, const Case& a_case)
    : case_(in_hand(a_case, laboratory)),
      fresh_starts_([&laboratory](const Script& script, Variant variant) {
        return laboratory.run(script, variant);
      }),
      controls_(case_, fresh_starts_) {}

std::optional<Error> CaseRunner::check_case() { return why_unfair(case_, fresh_starts_); }

Result<GenerationFiles> CaseRunner::adapted(const StrategySource& strategy) {
  if (auto known = adapted_.find(strategy.name); known != adapted_.end()) return known->second;
  GenerationFiles files = case_.files;
  for (const std::string& addon : addons_in_question(case_.value)) {
    // A strategy sees a package of its own, wherever that is installed.
    const std::string own = path_of(addon);
    const std::string folder = own.substr(0, own.rfind('/') + 1);
    for (auto& [number, generation] : files[addon]) {
      auto adapted =
          case_.laboratory.adapt(strategy, moved(generation, folder, ""), case_.value.host);
      if (!adapted) return adapted.error();
      generation = moved(*adapted, "", folder);
    }
  }
  return adapted_.emplace(strategy.name, std::move(files)).first->second;
}

Result<Record> CaseRunner::run(const StrategySource& strategy, Variant variant,
                               const Recorder& record) {
  Result<GenerationFiles> files = adapted(strategy);
  if (!files) return files.error();
  Plan plan = make_plan(case_.value, *files, strategy);
  Result<Observation> trial = case_.laboratory.run(plan.trial, variant);
  if (!trial) return trial.error();

  TrialEvidence evidence(case_, fresh_starts_, plan, *trial);
  JudgeInput& input = evidence.input;
  Judgement judgement = judge(input);
  // Whose fault, and because of which line: asked only where there is something to ask about. What
  // the mask hides or what is equal, the order of executions may tell.
  bool has_findings = !judgement.findings.empty();
  if (has_findings || judgement.masked > 0 || input.stands_for_any_edit) {
    evidence.add_sources();
    if (has_findings) {
      input.host_doing = controls_.hosts_doing();
      input.residue = controls_.residue();
      input.thorough = controls_.thorough();
    }
    if (!input.leaks.survivors.empty()) input.leaks.addons_own = controls_.survivors();
    judgement = judge(input);
  }
  if (record) record(input);
  return Record{.case_name = case_.value.name,
                .strategy = strategy.name,
                .host = name_of(case_.value.host),
                .verdicts = std::move(judgement.verdicts),
                .findings = std::move(judgement.findings),
                .masked = judgement.masked,
                .opaque = judgement.opaque,
                .nodes = judgement.nodes,
                .cycles = input.leaks.counts,
                .trial_ms = trial->milliseconds,
                .reload_ms = median_reload_ms(plan.trial, *trial)};
}

}  // namespace afresh::engine

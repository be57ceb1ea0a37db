// SPDX-License-Identifier: MIT
#include "harness/engine/case_runner.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "harness/engine/validate_case.hpp"

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

CaseRunner::CaseRunner(WorkerPool& worker_pool, const Case& a_case)
    : case_(prepare_case(a_case, worker_pool)),
      fresh_starts_([&worker_pool](const Script& script, Variant variant) {
        return worker_pool.run(script, variant);
      }),
      controls_(case_, fresh_starts_) {}

std::optional<Error> CaseRunner::check_case() { return validate_case(case_, fresh_starts_); }

Result<VersionFiles> CaseRunner::adapted(const StrategySource& strategy) {
  if (auto known = adapted_.find(strategy.name); known != adapted_.end()) return known->second;
  VersionFiles files = case_.files;
  for (const std::string& addon : addons_in_question(case_.value)) {
    // A strategy sees a package of its own, wherever that is installed.
    const std::string own = addon_path(addon);
    const std::string folder = own.substr(0, own.rfind('/') + 1);
    for (auto& [number, version] : files[addon]) {
      auto adapted =
          case_.worker_pool.adapt(strategy, moved(version, folder, ""), case_.value.host);
      if (!adapted) return adapted.error();
      version = moved(*adapted, "", folder);
    }
  }
  return adapted_.emplace(strategy.name, std::move(files)).first->second;
}

Result<Record> CaseRunner::run(const StrategySource& strategy, Variant variant,
                               const Recorder& record) {
  Result<VersionFiles> files = adapted(strategy);
  if (!files) return files.error();
  Plan plan = make_plan(case_.value, *files, strategy);
  Result<Observation> trial = case_.worker_pool.run(plan.trial, variant);
  if (!trial) return trial.error();

  TrialEvidence evidence(case_, fresh_starts_, plan, *trial);
  JudgeInput& input = evidence.input;
  // Whose fault, and because of which line: asked only where there is something to ask about.
  const Comparison comparison(input);
  if (comparison.needs_sources()) evidence.add_sources();
  if (comparison.needs_controls()) {
    input.host_side_effects = controls_.host_side_effects();
    input.residue = controls_.residue();
    input.thorough = controls_.thorough();
    if (!input.leaks.survivors.empty()) input.leaks.addon_control_survivors = controls_.survivors();
  }
  Judgement judgement = judge(comparison);
  if (record) record(input);
  return Record{.case_name = case_.value.name,
                .strategy = strategy.name,
                .host = std::string(name_of(case_.value.host)),
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

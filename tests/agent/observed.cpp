// SPDX-License-Identifier: MIT
#include "tests/agent/observed.hpp"

#include <stdexcept>

#include "harness/engine/plan.hpp"
#include "tests/engine/run_cases.hpp"

namespace afresh::testing {
namespace {

bool takes_snapshot(const OpAction& action) {
  return std::holds_alternative<EnableOp>(action) || std::holds_alternative<ReloadOp>(action) ||
         std::holds_alternative<DisableOp>(action);
}

}  // namespace

std::string case_text(const CaseParts& parts) {
  std::string text = "addon: demo\nsteps:\n";
  std::size_t begin = 0;
  while (begin < parts.steps.size()) {
    std::size_t end = std::min(parts.steps.find(';', begin), parts.steps.size());
    std::size_t first = parts.steps.find_first_not_of(' ', begin);
    text += "  " + parts.steps.substr(first, end - first) + "\n";
    begin = end + 1;
  }
  for (const auto& [path, content] : parts.files) text += "-- " + path + " --\n" + content + "\n";
  return text;
}

Observed observe(const CaseParts& parts, const std::string& strategy) {
  Case a_case = case_from_text(case_text(parts));
  Script script = engine::make_plan(a_case, engine::files_of_case(a_case), shipped(strategy)).trial;
  for (Op& op : script.ops) op.snapshot = takes_snapshot(op.action);
  Result<Observation> observation = shared_worker_pool().run(script, engine::Variant::kBase);
  if (!observation) throw std::runtime_error(observation.error().message);

  Observed observed{.snapshots = std::move(observation->snapshots)};
  for (std::size_t i = 0; i < script.ops.size(); ++i) {
    const OpResult& result = observation->results[i];
    if (result.outcome == OpOutcome::kFailed) {
      observed.answers.push_back(result.message);
    } else if (result.outcome != OpOutcome::kOk) {
      throw std::runtime_error("operation " + std::to_string(i) + ": " + result.traceback);
    }
  }
  return observed;
}

}  // namespace afresh::testing

// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/process_state.hpp"

namespace afresh {

OracleResult judge_process_state(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (checkpoint.kind != StepKind::kReload || checkpoint.reference_fails) return {};
  if (view.has_raised() || !view.matching || view.has_reloaded_nothing()) return {};
  OracleResult result;
  result.judged.insert(Aspect::kProcessState);
  if (!view.unknown.empty()) {
    result.unknown[Aspect::kProcessState] = view.unknown;
    return result;
  }
  Scope scope;
  scope.has_root = [](RootGroup group, std::int32_t) { return group == RootGroup::kInterpreter; };
  scope.is_beyond_modules_and_host = true;
  for (const Difference& difference : differences(view.actual(), checkpoint.reference.base->graph,
                                                  *view.matching, view.mask, scope)) {
    result.findings.push_back(to_finding(view, difference, Aspect::kProcessState));
  }
  return result;
}

}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/process_state.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace afresh {
namespace {

/// After a reload: the interpreter's registries.
void compare_registries(const CheckpointView& view, OracleResult& result) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (checkpoint.kind != StepKind::kReload || checkpoint.reference_fails) return;
  if (view.has_raised() || !view.matching || view.has_reloaded_nothing()) return;
  result.judged.insert(Aspect::kProcessState);
  if (view.unknown) {
    result.unknown[Aspect::kProcessState] = *view.unknown;
    return;
  }
  Scope scope;
  scope.has_root = [](RootGroup group, std::int32_t) { return group == RootGroup::kInterpreter; };
  scope.is_beyond_modules_and_host = true;
  for (const Difference& difference : differences(view.actual(), checkpoint.reference.base->graph,
                                                  *view.matching, view.mask, scope)) {
    result.findings.push_back(to_finding(view, difference, Aspect::kProcessState));
  }
}

/// After a disable: only where there is something to sweep up is it worth saying that it was.
bool may_sweep_up(const CheckpointView& view) {
  return !view.is_loading() && !view.has_raised() && view.matching && !view.unknown &&
         !view.input.residue.empty();
}

}  // namespace

OracleResult judge_process_state(const CheckpointView& view, OracleResult& others) {
  OracleResult result;
  compare_registries(view, result);
  if (may_sweep_up(view)) result.judged.insert(Aspect::kProcessState);
  auto left = std::ranges::stable_partition(
      others.findings, [](const Finding& finding) { return !is_left_by_addon(finding); });
  for (Finding& finding : left) {
    result.judged.insert(Aspect::kProcessState);
    finding.aspect = Aspect::kProcessState;
    result.findings.push_back(std::move(finding));
  }
  others.findings.erase(left.begin(), left.end());
  return result;
}

}  // namespace afresh

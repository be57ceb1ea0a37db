// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/user_data.hpp"

namespace afresh {

OracleResult judge_user_data(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (checkpoint.kind != StepKind::kReload || checkpoint.reference_fails) return {};
  if (view.has_raised() || view.has_reloaded_nothing()) return {};
  const ReferenceGroup& reference = checkpoint.document;
  if (reference.base == nullptr) return {};
  OracleResult result;
  result.judged.insert(Aspect::kUserData);
  const Graph& fresh = reference.base->graph;
  Mask mask = group_mask(reference);
  std::optional<Reason> reason = checkpoint.inconclusive_reason
                                     ? checkpoint.inconclusive_reason
                                     : find_inconclusive_reason(mask, fresh);
  if (checkpoint.actual == nullptr) reason = no_snapshot();
  if (reason) {
    result.unknown[Aspect::kUserData] = *reason;
    return result;
  }
  const Graph& actual = checkpoint.actual->graph;
  Scope scope;
  scope.has_root = [](RootGroup group, std::int32_t) { return group == RootGroup::kDocument; };
  for (Difference& difference :
       differences(actual, fresh, match(actual, fresh, mask), mask, scope)) {
    difference.kind = FindingKind::kLostState;
    result.findings.push_back(to_finding(view, difference, Aspect::kUserData));
  }
  return result;
}

}  // namespace afresh

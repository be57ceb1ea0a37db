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
  std::string inconclusive_reason = checkpoint.inconclusive_reason.empty()
                                        ? find_inconclusive_reason(mask, fresh)
                                        : checkpoint.inconclusive_reason;
  if (checkpoint.actual == nullptr) inconclusive_reason = "there is no snapshot to compare";
  if (!inconclusive_reason.empty()) {
    result.unknown[Aspect::kUserData] = inconclusive_reason;
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

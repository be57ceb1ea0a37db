// SPDX-License-Identifier: MIT
#include "harness/oracles/state.hpp"

namespace afresh {

Opinion judge_state(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (checkpoint.kind != StepKind::kReload || checkpoint.reference_fails) return {};
  if (view.has_raised() || view.edit_did_not_arrive()) return {};
  const ReferenceGroup& reference = checkpoint.document;
  if (reference.a == nullptr || checkpoint.actual == nullptr) return {};
  Opinion opinion;
  opinion.judged.insert(Aspect::kState);
  if (!checkpoint.doubt.empty()) {
    opinion.unknown[Aspect::kState] = checkpoint.doubt;
    return opinion;
  }
  const Graph& fresh = reference.a->graph;
  const Graph& actual = checkpoint.actual->graph;
  Mask mask = mask_of(reference);
  Scope scope;
  scope.has_root = [](RootGroup group, std::int32_t) { return group == RootGroup::kDocument; };
  for (const Difference& difference :
       differences(actual, fresh, match(actual, fresh, mask), mask, scope)) {
    opinion.findings.push_back(to_finding(view, difference, Aspect::kState));
    opinion.findings.back().kind = FindingKind::kLostState;
  }
  return opinion;
}

}  // namespace afresh

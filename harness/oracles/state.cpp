// SPDX-License-Identifier: MIT
#include "harness/oracles/state.hpp"

namespace afresh {

Opinion judge_state(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (checkpoint.kind != StepKind::kReload || checkpoint.reference_fails) return {};
  if (view.has_raised() || view.has_reloaded_nothing()) return {};
  const ReferenceGroup& reference = checkpoint.document;
  if (reference.a == nullptr) return {};
  Opinion opinion;
  opinion.judged.insert(Aspect::kState);
  const Graph& fresh = reference.a->graph;
  Mask mask = mask_of(reference);
  std::string doubt = checkpoint.doubt.empty() ? doubt_about(mask, fresh) : checkpoint.doubt;
  if (checkpoint.actual == nullptr) doubt = "there is no snapshot to compare";
  if (!doubt.empty()) {
    opinion.unknown[Aspect::kState] = doubt;
    return opinion;
  }
  const Graph& actual = checkpoint.actual->graph;
  Scope scope;
  scope.has_root = [](RootGroup group, std::int32_t) { return group == RootGroup::kDocument; };
  for (Difference& difference :
       differences(actual, fresh, match(actual, fresh, mask), mask, scope)) {
    difference.kind = FindingKind::kLostState;
    opinion.findings.push_back(to_finding(view, difference, Aspect::kState));
  }
  return opinion;
}

}  // namespace afresh

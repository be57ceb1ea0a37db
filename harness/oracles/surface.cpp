// SPDX-License-Identifier: MIT
#include "harness/oracles/surface.hpp"

namespace afresh {

Opinion judge_surface(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (checkpoint.kind != StepKind::kReload || checkpoint.reference_fails) return {};
  if (view.has_raised() || !view.matching || view.has_reloaded_nothing()) return {};
  Opinion opinion;
  opinion.judged.insert(Aspect::kSurface);
  if (!view.unknown.empty()) {
    opinion.unknown[Aspect::kSurface] = view.unknown;
    return opinion;
  }
  Scope scope;
  scope.has_root = [](RootGroup group, std::int32_t) { return group == RootGroup::kInterpreter; };
  scope.is_beyond_modules_and_host = true;
  for (const Difference& difference : differences(view.actual(), checkpoint.reference.a->graph,
                                                  *view.matching, view.mask, scope)) {
    opinion.findings.push_back(to_finding(view, difference, Aspect::kSurface));
  }
  return opinion;
}

}  // namespace afresh

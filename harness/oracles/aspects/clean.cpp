// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/clean.hpp"

namespace afresh {
namespace {

Scope make_scope(const CheckpointView& view) {
  Scope scope;
  scope.has_root = [&view](RootGroup group, std::int32_t owner) {
    // The user's values outlive an add-on.
    if (group == RootGroup::kDocument) return false;
    return group != RootGroup::kModules || owner == view.subject;
  };
  // Of other add-ons only that their entries are there: what is in them has a history here.
  scope.enters = [&view](std::int32_t owner) { return owner == -1 || owner == view.subject; };
  return scope;
}

}  // namespace

OracleResult judge_clean(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (view.is_loading()) return {};
  OracleResult result;
  result.judged.insert(Aspect::kClean);
  if (view.has_raised()) {
    result.findings.push_back(raised_finding(view, Aspect::kClean));
    return result;
  }
  add_expectations(view, Aspect::kClean, result);
  std::optional<Reason> reason = view.matching ? view.unknown : no_snapshot();
  if (reason) {
    result.unknown[Aspect::kClean] = *reason;
    return result;
  }
  for (const Difference& difference : differences(view.actual(), checkpoint.reference.base->graph,
                                                  *view.matching, view.mask, make_scope(view))) {
    result.findings.push_back(to_finding(view, difference, Aspect::kClean));
  }
  return result;
}

}  // namespace afresh

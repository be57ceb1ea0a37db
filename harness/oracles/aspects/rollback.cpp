// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/rollback.hpp"

#include <algorithm>

namespace afresh {
namespace {

Scope make_scope(const CheckpointView& view) {
  Scope scope;
  scope.has_root = [&view](RootGroup group, std::int32_t owner) {
    if (group == RootGroup::kHost && owner == -1) return true;
    bool is_theirs = group == RootGroup::kModules || group == RootGroup::kHost;
    return is_theirs && view.is_concerned(owner);
  };
  scope.enters = [&view](std::int32_t owner) { return owner == -1 || view.is_concerned(owner); };
  return scope;
}

}  // namespace

std::optional<Finding> no_rollback(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (checkpoint.before == nullptr || checkpoint.actual == nullptr) return {};
  const Graph& before = checkpoint.before->graph;
  const Graph& after = checkpoint.actual->graph;
  Scope scope = make_scope(view);
  std::vector<Difference> changes = differences(after, before, match(after, before), {}, scope);
  if (changes.empty()) return {};
  const Difference& first = changes.front();
  Finding finding = plain_finding(view, FindingKind::kNoRollback, Aspect::kRollback, {},
                                  first.fresh, first.actual);
  finding.paths.clear();
  for (const Difference& change : changes) {
    if (finding.paths.size() < kMaxPaths) finding.paths.push_back(change.paths.front());
  }
  return finding;
}

OracleResult judge_rollback(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (checkpoint.kind != StepKind::kReload || !checkpoint.reference_fails) return {};
  if (checkpoint.before == nullptr) return {};
  bool has_tried = checkpoint.result->outcome == OpOutcome::kRaised || view.has_reloaded;
  if (!has_tried) return {};
  OracleResult oracle_result;
  oracle_result.judged.insert(Aspect::kRollback);
  if (checkpoint.inconclusive_reason) {
    oracle_result.unknown[Aspect::kRollback] = *checkpoint.inconclusive_reason;
  } else if (checkpoint.actual == nullptr) {
    oracle_result.unknown[Aspect::kRollback] = *no_snapshot();
  } else if (std::optional<Finding> finding = no_rollback(view)) {
    oracle_result.findings.push_back(std::move(*finding));
  }
  return oracle_result;
}

}  // namespace afresh

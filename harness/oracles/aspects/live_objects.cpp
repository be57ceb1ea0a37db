// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/live_objects.hpp"

namespace afresh {

OracleResult judge_live_objects(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (!view.is_loading() || checkpoint.reference_fails || checkpoint.are_user_references_gone)
    return {};
  if (view.has_raised() || view.has_reloaded_nothing()) return {};
  OracleResult result;
  for (const ExpectPair& expect : checkpoint.expects) {
    if (!expect.is_about_user_references || expect.trial.outcome == OpOutcome::kNotReached)
      continue;
    result.judged.insert(Aspect::kLiveObjects);
    if (checkpoint.inconclusive_reason) {
      result.unknown[Aspect::kLiveObjects] = *checkpoint.inconclusive_reason;
    } else if (is_broken(expect)) {
      result.findings.push_back(broken_expectation(view, expect, Aspect::kLiveObjects));
    }
  }
  return result;
}

}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "harness/oracles/live.hpp"

namespace afresh {

Opinion judge_live(const CheckpointView& view) {
  const Checkpoint& checkpoint = view.checkpoint;
  if (!view.is_loading() || checkpoint.reference_fails || checkpoint.are_held_gone) return {};
  if (view.has_raised() || view.has_reloaded_nothing()) return {};
  Opinion opinion;
  for (const ExpectPair& expect : checkpoint.expects) {
    if (!expect.is_about_held || expect.trial.outcome == OpOutcome::kNotReached) continue;
    opinion.judged.insert(Aspect::kLive);
    if (!checkpoint.doubt.empty()) {
      opinion.unknown[Aspect::kLive] = checkpoint.doubt;
    } else if (is_broken(expect)) {
      opinion.findings.push_back(broken_expectation(view, expect, Aspect::kLive));
    }
  }
  return opinion;
}

}  // namespace afresh

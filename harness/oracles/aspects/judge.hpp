// From what one trial and its references looked like to verdicts and findings. The whole of the
// oracles behind one pure function: no Python, no I/O, nothing thrown for whatever was observed.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <vector>

#include "harness/oracles/aspects/checkpoint_view.hpp"
#include "harness/oracles/aspects/judge_input.hpp"
#include "harness/values/verdict.hpp"

namespace afresh {

/// What a trial looks like beside its fresh starts, before anybody is blamed: the costly half of
/// judging. Tells which controls judging needs, so that it has to be done once.
class Comparison {
 public:
  /// `input` outlives it; its controls and sources may be filled in afterwards.
  explicit Comparison(const JudgeInput& input);
  Comparison(const Comparison&) = delete;
  Comparison& operator=(const Comparison&) = delete;

  /// Whether judging needs `residue`, `host_side_effects`, `thorough` and, where there are
  /// survivors, `leaks.addon_control_survivors`. Where it says no there is no finding.
  [[nodiscard]] bool needs_controls() const;
  /// Whether it needs `sources` and the facts of checkpoints.
  [[nodiscard]] bool needs_sources() const;

  [[nodiscard]] const JudgeInput& input() const { return input_; }
  /// Of the checkpoints that were reached and not refused, in order.
  [[nodiscard]] const std::vector<CheckpointView>& views() const { return views_; }

 private:
  const JudgeInput& input_;
  std::vector<CheckpointView> views_;
};

struct Judgement {
  std::map<Aspect, Verdict> verdicts;  ///< an aspect that was not judged is absent
  std::vector<Finding> findings;       ///< by checkpoint, then aspect, then precedence
  int masked = 0;                      ///< most places that any checkpoint's mask has
  int opaque = 0;                      ///< most objects not looked into, of any trial's snapshot
  int nodes = 0;                       ///< of the largest reference
};

/// By all oracles. Needs what the comparison says that it needs.
[[nodiscard]] Judgement judge(const Comparison& comparison);
/// Of an input that has everything already.
[[nodiscard]] Judgement judge(const JudgeInput& input);

}  // namespace afresh

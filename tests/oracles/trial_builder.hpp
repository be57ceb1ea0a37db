// A judge's input put together from text: owns what the input borrows.
// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "harness/oracles/aspects/judge.hpp"
#include "harness/values/observation.hpp"

namespace afresh::testing {

/// `kDemo` of samples.hpp, one version earlier: another `unit`, another `V`.
[[nodiscard]] std::string demo_before();

class TrialBuilder {
 public:
  explicit TrialBuilder(std::vector<std::string> addons = {"demo"});

  /// A checkpoint of `demo` at which both sides are ok. Gives the checkpoint, to be changed
  /// further.
  Checkpoint& add(StepKind kind, std::string_view actual, std::string_view reference);
  /// `add` a reload after an edit: the previous reference is `demo_before()`.
  Checkpoint& reload(std::string_view actual, std::string_view reference);

  const Snapshot* keep(std::string_view text);
  const OpResult* keep(OpResult result);

  JudgeInput input;
  /// Throws where the comparison would not have asked for what the judgement rests on.
  [[nodiscard]] Judgement judge() const;
  /// `fresh=fail process-state=pass`, with reasons in parentheses.
  [[nodiscard]] std::string verdicts() const;
  /// As `render_findings` in samples.hpp.
  [[nodiscard]] std::vector<std::string> findings() const;

 private:
  std::deque<Snapshot> snapshots_;
  std::deque<OpResult> results_;
};

[[nodiscard]] OpResult raised(std::string type, std::string message, std::string where = {});

}  // namespace afresh::testing

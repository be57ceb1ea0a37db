// The oracles as a table: each aspect is judged by one, and one more is one more row.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "harness/oracles/aspects/judge.hpp"
#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// Judges one aspect. Exactly one of the functions is there.
struct AspectOracle {
  Aspect aspect{};
  /// Says something of one checkpoint.
  OracleResult (*judge_checkpoint)(const CheckpointView&) = nullptr;
  /// The same, after the rows above; may take findings of theirs over.
  OracleResult (*judge_with_others)(const CheckpointView&, OracleResult& others) = nullptr;
  /// Says something of the whole trial, if it came to its end.
  OracleResult (*judge_trial)(const JudgeInput&, std::span<const CheckpointView>) = nullptr;
};

/// All of them, in the order in which they are asked.
[[nodiscard]] std::span<const AspectOracle> aspect_oracles();

/// `judge(comparison)` by these oracles alone. One that throws makes its aspect *unknown*.
[[nodiscard]] Judgement judge(const Comparison& comparison, std::span<const AspectOracle> oracles);

}  // namespace afresh

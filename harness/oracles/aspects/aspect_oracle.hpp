// The oracles as a table, so that each can be asked alone and one more is one more row.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// What one oracle says of one checkpoint, and which aspects are in inconclusive_reason should it
/// break.
struct AspectOracle {
  OracleResult (*judge)(const CheckpointView&);
  std::vector<Aspect> aspects;
};

/// All of them, in the order in which they are asked at each checkpoint.
[[nodiscard]] std::span<const AspectOracle> aspect_oracles();

/// `judge(input)` by these oracles alone. One that throws makes its aspects *unknown*.
[[nodiscard]] Judgement judge(const JudgeInput& input, std::span<const AspectOracle> oracles);

}  // namespace afresh

// What can be said where a trial stopped short: refused, crashed or hung.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// Whether the process died or was ended in the middle of something.
[[nodiscard]] bool is_interrupted(const EndingInfo& ending);

/// The aspects that a checkpoint would be judged by if nothing came in between.
[[nodiscard]] std::set<Aspect> applicable_aspects(const CheckpointView& view);

/// One `crash` or `hang` at the checkpoint that was not reached.
[[nodiscard]] OracleResult judge_interruption(const CheckpointView& view);

/// *refused*, with the strategy's reason, for this checkpoint and all after it; and, as
/// *rollback*, whether the old version was left untouched.
[[nodiscard]] OracleResult judge_refusal(const JudgeInput& input, std::size_t checkpoint);

}  // namespace afresh

// What can be said where a trial stopped short: refused, crashed or hung.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "harness/oracles/opinion.hpp"

namespace afresh {

/// Whether the process died or was ended in the middle of something.
[[nodiscard]] bool is_interrupted(const EndingInfo& ending);

/// The aspects that a checkpoint would be judged by if nothing came in between.
[[nodiscard]] std::set<Aspect> aspects_of(const CheckpointView& view);

/// One `crash` or `hang` at the checkpoint that was not reached.
[[nodiscard]] Opinion judge_interruption(const CheckpointView& view);

/// *unsupported*, with the strategy's reason, for this checkpoint and all after it; and, as
/// *keeps-old*, whether the old generation was left untouched.
[[nodiscard]] Opinion judge_refusal(const JudgeInput& input, std::size_t checkpoint);

}  // namespace afresh

// *state*: are the user's values still there?
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/opinion.hpp"

namespace afresh {

/// Judged after a reload that arrived, where the document had something in it: against fresh starts
/// of the new generation into which the document of just before the step was loaded. What these
/// lose too is not the strategy's loss. One `lost-state` for each value that differs.
[[nodiscard]] Opinion judge_state(const CheckpointView& view);

}  // namespace afresh

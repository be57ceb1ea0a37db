// *user-data*: are the user's values still there?
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// Judged after a reload that arrived, where the document had something in it: against fresh starts
/// of the new version into which the document of just before the step was loaded. What these
/// lose too is not the strategy's loss. One `lost-state` for each value that differs.
[[nodiscard]] OracleResult judge_user_data(const CheckpointView& view);

}  // namespace afresh

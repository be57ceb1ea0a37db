// *recovery*: after an edit that could not load, does the repaired one?
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// Judged after the first load that follows a broken one, by the same yardstick as *fresh*.
[[nodiscard]] OracleResult judge_recovery(const CheckpointView& view);

}  // namespace afresh

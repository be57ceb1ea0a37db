// *fresh*: does the add-on, and whoever holds its objects, now look and behave as after a fresh
// start? SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// Judged after a reload and an enable, unless this version cannot load or is a repair.
[[nodiscard]] OracleResult judge_fresh(const CheckpointView& view);

}  // namespace afresh

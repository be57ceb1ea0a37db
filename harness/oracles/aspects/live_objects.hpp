// *live-objects*: do objects that the host or the user still holds work with the new code?
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// Judged after a load that arrived, by the expectations that ask objects which the case holds. A
/// fresh start has no history, so they must hold as they stand. After a restart nobody holds
/// anything, and there is nothing to ask.
[[nodiscard]] OracleResult judge_live_objects(const CheckpointView& view);

}  // namespace afresh

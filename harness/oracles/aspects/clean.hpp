// *clean*: after a disable, is it as if the add-on had never been there?
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// Judged after a disable, against a host that never had the add-on: its modules, and the
/// registries of host and interpreter. What the add-on itself forgets to undo makes *process-state*
/// fail instead.
[[nodiscard]] OracleResult judge_clean(const CheckpointView& view);

}  // namespace afresh

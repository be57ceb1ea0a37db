// Modules whose code did not run since their file was edited. An edit that stands for any other
// leaves constants as they were: only the order of executions tells that they are the old ones.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// One `stale-code` for each module of the add-on whose last execution was of another text than its
/// file has now, where no finding is about anything in it yet. Only where the edit stands for any
/// other; a text without a definition, assignment or import has nothing that could be old.
void add_stale_modules(const CheckpointView& view, Aspect aspect, OracleResult& result);

}  // namespace afresh

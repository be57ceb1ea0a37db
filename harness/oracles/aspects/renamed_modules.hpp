// Modules of the add-on that the strategy loaded under names of its own.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// One `renamed-module` for each, the modules of a renamed package with it.
void add_renamed_modules(const CheckpointView& view, Aspect aspect, OracleResult& result);

}  // namespace afresh

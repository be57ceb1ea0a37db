// Is the add-on, after a step that loads it, what a fresh start gives? What *fresh* and *recovery*
// have in common; they differ in when they ask.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// Compares the modules of the subject and its dependants and the host's registries, and the
/// expectations stated after the step. What is the add-on's own residue goes to *process-state*.
[[nodiscard]] OracleResult judge_load(const CheckpointView& view);

}  // namespace afresh

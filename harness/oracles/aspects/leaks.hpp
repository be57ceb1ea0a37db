// *leaks*: is the old version gone after a full collection, and does nothing grow from cycle to
// cycle? Weak references tell, no reference run: a fresh start has no history. Whether old objects
// are where a fresh start has new ones is *fresh*'s and *clean*'s question.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// Whether something old could be there from this checkpoint on: an edit took hold, or a disable
/// took the add-on's modules away. Where neither ever happened an empty pass would be no pass.
[[nodiscard]] bool may_leave_old(const CheckpointView& view);

/// One finding for each old object that is not alive through another (objects of one name that hang
/// in the same place are one), and one where a `repeat` grows. Blames the interpreter for what its
/// caches held, the add-on for what hangs in its own residue, else the strategy.
[[nodiscard]] OracleResult judge_leaks(const JudgeInput& input);

}  // namespace afresh

// *leaks*: is the old version gone after a full collection, and does nothing grow from cycle to
// cycle? Weak references tell, no reference run: a fresh start has no history. Whether old objects
// are where a fresh start has new ones is *fresh*'s and *clean*'s question.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// Whether the number of objects grows over the cycles of some `repeat`.
[[nodiscard]] bool may_grow(const LeakEvidence& leaks);

/// One finding for each old object that is not alive through another (objects of one name that hang
/// in the same place are one), and one where a `repeat` grows. Blames the interpreter for what its
/// caches held, the add-on for what hangs in its own residue, else the strategy. Judged only where
/// an edit arrived or a disable took the add-on's modules away: an empty pass would be no pass.
[[nodiscard]] OracleResult judge_leaks(const JudgeInput& input,
                                       std::span<const CheckpointView> views);

}  // namespace afresh

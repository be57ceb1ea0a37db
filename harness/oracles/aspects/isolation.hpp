// *isolation*: were other add-ons, libraries and the host left alone? Dependants have to follow and
// are not asked about.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// Judged at every step that did anything, unless no edit arrived, against the trial's own
/// snapshot of just before, in which every object is told from one made again: one `collateral` for
/// each module and registry of another add-on that is not what it was, or is again what it was (a
/// reload of another add-on is not nothing); for each module of library or host that is gone,
/// another or loaded again; and for each attribute of theirs that was changed. What a fresh start
/// has changed or imported as well is no harm.
[[nodiscard]] OracleResult judge_isolation(const CheckpointView& view);

}  // namespace afresh

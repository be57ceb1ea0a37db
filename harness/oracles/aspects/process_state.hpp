// *process-state*: were the process-wide things that the add-on had touched undone? It alone asks
// whether a strategy sweeps up after a careless add-on, so everything counts, whoever is to blame.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// Judged after a reload that arrived: the interpreter's registries, of all owners, but for what
/// modules or the host's registries reach too (that is *fresh*'s). And whenever another aspect
/// finds what the add-on itself leaves: that is taken out of `others`, what they said of this
/// checkpoint.
[[nodiscard]] OracleResult judge_process_state(const CheckpointView& view, OracleResult& others);

}  // namespace afresh

// Copies that only the order of executions gives away: `from .settings import STAMP` of a value
// that no two starts have alike (a time, a counter, a random number). The mask hides it from any
// comparison with the reference; but there the copy is its source's value, in all fresh starts, and
// here it is not, because the source ran again after the copy was made. Where an edit stands for
// any other (it moved lines only), every copied value is asked about in this way.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// One `stale-value` for each such name of the add-on and its dependants; *unknown* where the edit
/// stands for any other and the source of one of its modules could not be read. Silent where the
/// mask hides nothing, where copy and source are equal (unless the edit stands for any other),
/// where the order is the reference's, and where anything else than one import binds the name.
void add_stale_imports(const CheckpointView& view, Aspect aspect, OracleResult& result);

}  // namespace afresh

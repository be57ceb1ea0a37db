// Values that a module made of another's while it was imported: `WIDTH = 2 * settings.STEP`, a
// default `def f(x=settings.STEP)`. Where an edit stands for any other (it moved lines only), they
// are equal whatever was done: that they are the old ones only the order of executions tells.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/aspects/oracle_result.hpp"

namespace afresh {

/// One `stale-value` for each such name of the add-on and its dependants, where what it was made of
/// ran again since. Silent where the order is the reference's, where the source binds the name more
/// than once, where anything at or below it is told already, where the source has the very same
/// object still (a logger), and about modules and classes: whether they are old their age says.
void add_stale_derived_values(const CheckpointView& view, Aspect aspect, OracleResult& result);

}  // namespace afresh

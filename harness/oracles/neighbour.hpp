// *neighbour*: were other add-ons left alone? Dependants have to follow and are not asked about.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/opinion.hpp"

namespace afresh {

/// Judged wherever there is a control run in which the step does nothing, and another add-on that
/// is no dependant: one `collateral` for each of its modules and registries that is not what it
/// was, or is again what it was (a reload of a neighbour is not nothing).
[[nodiscard]] Opinion judge_neighbour(const CheckpointView& view);

}  // namespace afresh

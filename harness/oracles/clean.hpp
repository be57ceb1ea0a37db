// *clean*: after a disable, is it as if the add-on had never been there?
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/oracles/opinion.hpp"

namespace afresh {

/// Judged after a disable, against a host that never had the add-on: its modules, and the
/// registries of host and interpreter. What the add-on itself forgets to undo makes *surface* fail
/// instead.
[[nodiscard]] Opinion judge_clean(const CheckpointView& view);

}  // namespace afresh

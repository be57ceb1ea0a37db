// What no strategy could have helped: a finding that is also there after a reload in which
// everything was done for the add-on that can be done from outside (the control `thorough`) is the
// add-on's own doing. It left something outside of itself, and what follows from that it finds
// again when it loads; or it changes itself by a thread or callback. Decides who is to blame, never
// whether something is wrong. SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/values/verdict.hpp"

namespace afresh {

/// Whether `finding` is among those of the control: of the same step, aspect and kind, at the same
/// place and in the same words. What a neighbour does to itself meanwhile is told by its places
/// alone, since it may be quicker here or there.
///
/// Never where a strategy could do better than any purge (*live*, *keeps-old*, *recovers*), where
/// nothing could be compared afterwards (errors, crashes, hangs), and never a module: forgetting it
/// is what a strategy is for.
[[nodiscard]] bool is_addons_doing(const Finding& finding, const std::vector<Finding>& thorough);

}  // namespace afresh

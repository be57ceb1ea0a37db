// What no strategy could have helped: a finding that is also there after a reload in which
// everything was done for the add-on that can be done from outside (the control `thorough`) is the
// add-on's own doing. It left something outside of itself, and what follows from that it finds
// again when it loads; or it changes itself by a thread or callback. Decides who is to blame, never
// whether something is wrong. SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/values/finding.hpp"

namespace afresh {

/// What two runs of the control found, in two processes.
struct ThoroughControl {
  std::vector<Finding> first_run;
  std::vector<Finding> second_run;
};

/// Whether `finding` is among those of the control: of the same step, aspect and kind, at the same
/// places, and with the same object unless the control's own differs from run to run (a thread
/// that counts).
///
/// Never where a strategy could do better than any purge (*live-objects*, *rollback*), where
/// nothing could be compared afterwards (errors, crashes, hangs), and never a module: forgetting
/// it, and not forgetting it while others use it, is what a strategy is for.
[[nodiscard]] bool is_addon_fault(const Finding& finding, const ThoroughControl& control);

}  // namespace afresh

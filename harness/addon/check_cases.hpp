// The questions that `check` asks about a person's own add-on, as cases.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/addon/addon_files.hpp"
#include "harness/values/case.hpp"

namespace afresh {

/// Of an add-on alone: every module shifted, twice, and an edit that cannot load with its repair.
/// The cases are named `NAME` and `NAME-broken`.
[[nodiscard]] std::vector<Case> check_cases(const AddonFiles& addon);

/// Of two real versions: from the one to the other, and by way of one that cannot load.
[[nodiscard]] std::vector<Case> check_cases(const AddonFiles& before, const AddonFiles& after);

/// Whether anything of it stays when it is switched off: on and off, twice, without an edit. Named
/// `NAME`.
[[nodiscard]] Case leftover_case(const AddonFiles& addon);

}  // namespace afresh

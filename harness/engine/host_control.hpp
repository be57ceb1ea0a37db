// The host control: the steps of a case with add-ons that do nothing. Pure.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/values/case.hpp"
#include "harness/values/script.hpp"

namespace afresh::engine {

/// The same add-ons, each a package or a single file as it was, with a `register()` and an
/// `unregister()` that do nothing and no second version; of the steps those that enable, reload
/// and disable. What differs after one of these from a fresh start is the host's doing.
[[nodiscard]] Case with_empty_addons(const Case& a_case);

/// How the control reloads: by the host's own disable and enable.
inline const StrategySource kHostsOwnReload{.name = "toggle", .source = {}, .file = {}};

}  // namespace afresh::engine

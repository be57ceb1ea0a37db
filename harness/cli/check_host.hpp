// Which host an add-on is for, and what to say of one that cannot even be enabled there.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/addon/read_addon.hpp"
#include "harness/cli/options.hpp"
#include "harness/values/case.hpp"
#include "harness/values/observation.hpp"
#include "harness/values/result.hpp"

namespace afresh::cli {

/// Whether what is missing is Blender's.
[[nodiscard]] bool needs_blender(const OpResult& result);

/// The host that is asked for; else the one that says by itself what it is for, or the smallest.
[[nodiscard]] HostKind host_for(const CheckOptions& options, const AddonFiles& addon);

/// Why the add-on cannot be enabled even on a fresh start, and what may help.
[[nodiscard]] Error unloadable(const AddonLocation& place, HostKind host, const OpResult& result);

}  // namespace afresh::cli

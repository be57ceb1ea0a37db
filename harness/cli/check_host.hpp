// Which host an add-on is for, and what to say of one that cannot even be enabled there.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/addon/read_addon.hpp"
#include "harness/cli/asked_hosts.hpp"
#include "harness/cli/options.hpp"
#include "harness/values/case.hpp"
#include "harness/values/observation.hpp"
#include "harness/values/result.hpp"

namespace afresh::cli {

/// Whether what is missing is Blender's.
[[nodiscard]] bool needs_blender(const OpResult& result);

/// In which host an add-on is checked, and why there.
struct ChosenHost {
  HostKind host = HostKind::kPlain;
  Installations installations = {};  ///< of a real Blender
  /// What a reader may want to know of the choice, and how to get the other one; empty where the
  /// user made it.
  std::string note = {};
};

/// The host that is asked for. Else for an add-on that says that it is Blender's the newest real
/// one of this machine that it allows; without one its work-alike where the add-on says enough, or
/// the smallest host.
[[nodiscard]] Result<ChosenHost> choose_host(const CheckOptions& options, const AddonFiles& addon);
/// The same for an add-on of which it is known that it needs Blender.
[[nodiscard]] ChosenHost choose_blender(const AddonFiles& addon);

/// Why the add-on cannot be enabled even on a fresh start, and what may help.
[[nodiscard]] Error unloadable(const AddonLocation& place, HostKind host, const OpResult& result);

}  // namespace afresh::cli

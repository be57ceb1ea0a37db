// Looks for the real Blenders of this machine: modules `bpy` in virtual environments, and
// executables. Imports no `bpy` and changes nothing. SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/installations/installation.hpp"
#include "harness/installations/surroundings.hpp"

namespace afresh {

/// All that there are, broken and unknown ones too, the newest first: those of `afresh hosts add`,
/// what AFRESH_HOSTS names, the active virtual environment, and `blender` on PATH. Of one version
/// that is first which runs with least: a module before an application.
[[nodiscard]] std::vector<Installation> find_installations(const Surroundings& surroundings);

}  // namespace afresh

// An executable `blender` → which one it is, by what it says of itself.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "harness/installations/installation.hpp"
#include "harness/installations/surroundings.hpp"

namespace afresh {

/// Asks `blender --version`, within a few seconds and with nothing of the user's settings. One that
/// does not answer has its `problem`.
[[nodiscard]] Installation ask_blender(const std::filesystem::path& program,
                                       const Surroundings& surroundings);

}  // namespace afresh

// What a snapshot sees of this host: its registries as rows of the probe table. Only looks.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/hosts/bpy/objects/runtime.hpp"
#include "harness/hosts/host.hpp"

namespace afresh::bpy {

/// Runs no Python code, changes nothing, and lets no automatic collection begin meanwhile.
[[nodiscard]] std::vector<RegistryProbe> read_registries(Runtime& runtime,
                                                         const std::vector<std::string>& enabled);

}  // namespace afresh::bpy

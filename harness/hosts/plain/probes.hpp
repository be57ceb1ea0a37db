// What a snapshot sees of this host: its registries as rows of the probe table. Only looks.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/hosts/plain/parts.hpp"

namespace afresh::plain {

/// Runs no Python code, changes nothing, and lets no automatic collection begin meanwhile.
[[nodiscard]] std::vector<RegistryProbe> read_registries(const HostParts& parts);

}  // namespace afresh::plain

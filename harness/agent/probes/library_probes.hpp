// Probes of what an add-on left in modules, classes and containers of the library.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/agent/probes/probes.hpp"

namespace afresh::agent {

/// Attributes of foreign modules and classes that are not what they were before any add-on, and
/// owned objects put into modules, and classes of modules, that were imported later.
[[nodiscard]] std::vector<ProbeEntry> monkeypatches(const SnapshotContext& context);

/// Names in modules that were imported later, but for the functions and classes that these define:
/// beside a library twin one shows that an add-on put there, or gave to something else.
[[nodiscard]] std::vector<ProbeEntry> library_names(const SnapshotContext& context);

/// Owned objects in containers of foreign modules and classes: of a dictionary the values by key,
/// and where the key is owned the keys in order; of a list in order; of a set by name.
[[nodiscard]] std::vector<ProbeEntry> library_containers(const SnapshotContext& context);

/// Owned classes registered with foreign ABCs, and foreign ones that were not before any add-on.
[[nodiscard]] std::vector<ProbeEntry> abc_registries(const SnapshotContext& context);

}  // namespace afresh::agent

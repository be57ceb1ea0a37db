// What an add-on forgets when it is switched off: entries of the host's and the interpreter's
// registries that are still there after it. Decides who is to blame, never whether something is
// wrong. SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/oracles/graph/registry_change.hpp"
#include "harness/values/observation.hpp"

namespace afresh {

/// What differs between a host that never had the add-on and one in which it was enabled and
/// disabled by the host. Modules are never residue. Sorted, without repetition.
[[nodiscard]] std::vector<RegistryChange> find_residue(const Snapshot& untouched,
                                                       const Snapshot& after_disable);

}  // namespace afresh

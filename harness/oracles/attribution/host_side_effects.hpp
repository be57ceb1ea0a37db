// What a host does by itself to an add-on that does nothing (host control). Decides who is to
// blame, never whether something is wrong. SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/oracles/graph/mask.hpp"
#include "harness/oracles/graph/registry_change.hpp"
#include "harness/values/observation.hpp"

namespace afresh {

struct Difference;

/// Sorted, without repetition.
struct HostSideEffects {
  std::vector<std::string> paths;       ///< of what modules hold: `demo.__addon_enabled__`
  std::vector<RegistryChange> entries;  ///< of registries
};

/// All that differs after a step with an empty add-on from a fresh start of it; the mask belongs to
/// `fresh`.
[[nodiscard]] HostSideEffects find_host_side_effects(const Snapshot& fresh, const Snapshot& actual,
                                                     const Mask& mask);

/// What both hold.
[[nodiscard]] HostSideEffects merged(HostSideEffects some, const HostSideEffects& more);

/// Whether all that this difference is about the host does to an empty add-on too.
[[nodiscard]] bool is_host_side_effect(const HostSideEffects& effects,
                                       const Difference& difference);

}  // namespace afresh

// What a host does by itself to an add-on that does nothing (host control). Decides who is to
// blame, never whether something is wrong. SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/oracles/mask.hpp"
#include "harness/oracles/residue.hpp"
#include "harness/values/observation.hpp"

namespace afresh {

struct Difference;

/// Sorted, without repetition.
struct HostDoing {
  std::vector<std::string> paths;     ///< of what modules hold: `demo.__addon_enabled__`
  std::vector<ResidueEntry> entries;  ///< of registries
};

/// All that differs after a step with an empty add-on from a fresh start of it; the mask belongs to
/// `fresh`.
[[nodiscard]] HostDoing host_doing_of(const Snapshot& fresh, const Snapshot& actual,
                                      const Mask& mask);

/// What both hold.
[[nodiscard]] HostDoing united(HostDoing some, const HostDoing& more);

/// Whether all that this difference is about the host does to an empty add-on too.
[[nodiscard]] bool is_of_host(const HostDoing& doing, const Difference& difference);

}  // namespace afresh

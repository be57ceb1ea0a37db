// What an add-on forgets when it is switched off: entries of the host's and the interpreter's
// registries that are still there after it. Decides who is to blame, never whether something is
// wrong. SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "harness/values/observation.hpp"

namespace afresh {

/// One entry of a registry, described alike in every version.
struct ResidueEntry {
  std::string root;  ///< label of the root: `hostapi.handlers`, `sys.path`
  std::string
      entry;  ///< `function demo.on_load`, `str '/opt'`, `['key']`; `without …` when removed

  auto operator<=>(const ResidueEntry&) const = default;
};

/// What differs between a host that never had the add-on and one in which it was enabled and
/// disabled by the host. Modules are never residue. Sorted, without repetition.
[[nodiscard]] std::vector<ResidueEntry> residue_of(const Snapshot& untouched,
                                                   const Snapshot& after_disable);

}  // namespace afresh

// Which modules, classes and functions of add-ons are alive although something newer took their
// place, or their add-on is disabled.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "harness/agent/probes/snapshot_context.hpp"

namespace afresh::agent {

/// Borrowed: only good until something may be freed.
struct OldObject {
  PyObject* object = nullptr;
  std::int32_t owner = -1;
  std::uint32_t born = 0;
};

struct OldObjects {
  std::vector<OldObject> alive;  ///< oldest first
  /// What the add-ons' modules in `sys.modules` are now, as far as nothing foreign is passed. Empty
  /// where nobody needed to know.
  std::unordered_set<PyObject*> current;
};

/// Old is what came before its add-on's latest load, or of an add-on that is disabled everything;
/// but nothing that the modules in `sys.modules` still lead to: an in-place reload keeps modules,
/// and that they are there at all is no question of leaks.
[[nodiscard]] OldObjects old_objects(const SnapshotContext& context);

/// How many there are alive, old or not.
[[nodiscard]] std::uint32_t count_tagged_objects(const SnapshotContext& context);

}  // namespace afresh::agent

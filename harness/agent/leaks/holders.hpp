// Who holds old objects alive: the shortest path of references to each from a root.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/agent/leaks/old_objects.hpp"

namespace afresh::agent {

/// An old object that is not alive through another one.
struct HeldOldObject {
  OldObject old;
  std::vector<Link> holders;  ///< as `Survivor::holders`
};

/// The topmost of what is old: a class's functions are held by it, not reported beside it. Passive:
/// runs no Python code of an add-on. `strategy` is the module of the strategy.
[[nodiscard]] std::vector<HeldOldObject> find_holders(const SnapshotContext& context,
                                                      const OldObjects& old, PyObject* strategy);

}  // namespace afresh::agent

// What a step did to modules of the library and the host: their entries in `sys.modules`, and
// whether they are still the same modules. Their content is not in a snapshot.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/values/finding.hpp"
#include "harness/values/graph.hpp"

namespace afresh {

struct LibraryChange {
  ChangedModule before;
  ChangedModule actual;
};

/// Module roots without owner: one that is gone, another object, or was run again. One that came is
/// no damage; nor is what a fresh start (null: there is none) has done as well, or what a new
/// process has not imported. By name.
[[nodiscard]] std::vector<LibraryChange> find_library_changes(const Graph& before,
                                                              const Graph& actual,
                                                              const Graph* fresh,
                                                              bool is_restarted);

}  // namespace afresh

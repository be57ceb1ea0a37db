// What a step did to modules of the library and the host: their entries in `sys.modules`, and
// whether they are still the same modules. Their content is not in a snapshot.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/values/graph.hpp"

namespace afresh {

struct LibraryHarm {
  std::string module;  ///< key in `sys.modules`
  std::string before;  ///< in words
  std::string actual;
};

/// Module roots without owner: one that is gone, another object, or was run again. One that came is
/// no harm; nor is what a fresh start (null: there is none) has done as well, or what a new process
/// has not imported. By name.
[[nodiscard]] std::vector<LibraryHarm> harm_to_libraries(const Graph& before, const Graph& actual,
                                                         const Graph* fresh, bool is_restarted);

}  // namespace afresh

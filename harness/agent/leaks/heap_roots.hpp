// Where everything on the heap hangs: registries by the names that findings use, foreign modules,
// and what the interpreter itself holds.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/agent/probes/snapshot_context.hpp"

namespace afresh::agent {

struct HeapRoot {
  Link link;  ///< how the chain of whoever hangs here begins: `hostapi.handlers[1]`, `logging`
  py::Ref object;
};

/// All roots but the add-ons' own modules; where several lead to an object, the one with the best
/// name comes first. `strategy` is the module of the strategy,
/// or null. Runs no Python code.
[[nodiscard]] std::vector<HeapRoot> heap_roots(const SnapshotContext& context, PyObject* strategy);

}  // namespace afresh::agent

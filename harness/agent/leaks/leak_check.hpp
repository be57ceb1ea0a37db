// The only place where the agent itself collects garbage: what is left of old loads then, and
// who holds it.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/agent/probes/snapshot_context.hpp"
#include "harness/values/observation.hpp"

namespace afresh::agent {

/// Collect until nothing more goes, and count. At the end of a trial (`is_final`), when whoever
/// calls has let go of the case's own objects, also say what is old and who holds it, and which of
/// it goes with the interpreter's caches, which are emptied. `strategy` is the strategy's module.
[[nodiscard]] LeakCheck check_leaks(const SnapshotContext& context, bool is_final,
                                    PyObject* strategy);

}  // namespace afresh::agent

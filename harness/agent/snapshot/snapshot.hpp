// Takes a snapshot: walks from the roots and writes down everything the add-ons are and have
// touched. Passive: runs no Python code, changes nothing, never collects garbage.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/agent/probes/snapshot_context.hpp"
#include "harness/values/observation.hpp"

namespace afresh::agent {

/// One snapshot of all groups of roots, with the list of library modules imported since the
/// baseline.
[[nodiscard]] Snapshot take_snapshot(const SnapshotContext& context);

}  // namespace afresh::agent

// Tags everything of the add-ons that is there with the load that it came with.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/agent/probes/snapshot_context.hpp"

namespace afresh::agent {

/// Tag every module, class and function of an add-on that the collector knows, whether or not a
/// snapshot would come to it. Runs no Python code.
void tag_owned_objects(const SnapshotContext& context);

}  // namespace afresh::agent

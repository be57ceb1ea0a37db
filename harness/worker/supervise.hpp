// Watches over one trial process: deadline, what it takes, stray grandchildren.
// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <chrono>

#include "harness/worker/protocol.hpp"
#include "harness/worker/resource_usage.hpp"

namespace afresh::worker {

using Clock = std::chrono::steady_clock;

/// Wait until `child`, the leader of its own process group, has ended, `deadline` has passed or all
/// that came of it takes too much; then leave nothing of it alive, whatever groups or sessions its
/// descendants moved to. Allocates nothing.
Reply await_trial(pid_t child, Clock::time_point deadline, const ResourceUsage& resource_usage);

/// Kill and reap every descendant, in a process that is a subreaper. `owns_processes`: this is the
/// first process of its namespace; then it happens in one instant, and no fork is quick enough.
void kill_descendants(bool owns_processes);

}  // namespace afresh::worker

// Watches over one trial process: deadline, process group, stray grandchildren.
// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <chrono>

#include "harness/worker/protocol.hpp"

namespace afresh::worker {

using Clock = std::chrono::steady_clock;

/// Wait until `child`, the leader of its own process group, has ended or `deadline` has passed;
/// then leave nothing of it alive, whatever groups or sessions its descendants moved to (this
/// process must be a subreaper). Allocates nothing.
Reply await_trial(pid_t child, Clock::time_point deadline);

}  // namespace afresh::worker

// What a worker is where its interpreter runs: it prepares an agent and forks a child of it for
// each request; or it is the process of one spawned trial. Which program has that interpreter, ours
// or another, is not seen here. SPDX-License-Identifier: MIT
#pragma once

#include "harness/worker/protocol.hpp"
#include "harness/worker/worker_environment.hpp"

namespace afresh::worker {

/// Be a worker of forked trials, in a process whose interpreter runs and has imported little.
/// Returns when the coordinator closes its end.
void run_forking_worker(const WorkerOptions& options, const WorkerEnvironment& environment);

/// Serve the one request in the mapping, in a process of its own. Never returns.
[[noreturn]] void run_spawned_trial(const WorkerOptions& options,
                                    const WorkerEnvironment& environment);

}  // namespace afresh::worker

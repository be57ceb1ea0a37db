// A worker process: prepares a zygote (CPython, host, agent), then forks one child for each request
// and watches over it. Single-threaded, and allocates nothing between forks.
// SPDX-License-Identifier: MIT
#pragma once

namespace afresh::worker {

/// True when the arguments make this process a worker or a spawned trial.
[[nodiscard]] bool is_worker(int argc, char** argv);
/// Run as one; returns the exit status. Never returns to the coordinator's code.
int worker_main(int argc, char** argv);

}  // namespace afresh::worker

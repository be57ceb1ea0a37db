// The process between a coordinator and its worker: starts the worker in an sandbox, and leaves
// no process and no folder behind when either of them is gone, whatever took it.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/worker/protocol.hpp"
#include "harness/worker/scratch.hpp"

namespace afresh::worker {

/// A worker's place.
struct WorkerEnvironment {
  Scratch scratch;
  bool owns_processes = false;
  int niceness = 0;        ///< of the caller: what trials run with
  bool owns_user = false;  ///< the kernel counts its processes apart from the user's others
  int last_pid = -1;  ///< a number written to it precedes the next process's; with `owns_processes`
};

/// Whether this machine allows `Sandbox::kProcesses`.
[[nodiscard]] bool can_use_pid_namespace();

/// Fork. The child returns, in the first sandbox from `options.sandbox` on that is allowed; the
/// caller becomes its guard and never returns.
WorkerEnvironment enter_sandbox(const WorkerOptions& options);

}  // namespace afresh::worker

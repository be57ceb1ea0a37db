// The process between a coordinator and its worker: starts the worker in an sandbox, and leaves
// no process and no folder behind when either of them is gone, whatever took it.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/worker/protocol.hpp"
#include "harness/worker/worker_environment.hpp"

namespace afresh::worker {

/// Whether this machine allows `Sandbox::kProcesses`.
[[nodiscard]] bool can_use_pid_namespace();

/// Fork. The child returns, in the first sandbox from `options.sandbox` on that is allowed; the
/// caller becomes its guard and never returns. The `folders` can be read inside, wherever they lie.
WorkerEnvironment enter_sandbox(const WorkerOptions& options,
                                const std::vector<std::string>& folders);

}  // namespace afresh::worker

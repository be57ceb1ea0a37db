// Replaces this process by a program with an interpreter in it: ours once more, another Python that
// imports our module, or an application that embeds Python and is told to.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/worker/protocol.hpp"
#include "harness/worker/worker_environment.hpp"

namespace afresh::worker {

/// The words that stand between the options and the environment in a program's arguments.
inline constexpr const char* kEnvironmentFollows = "--";

/// Go on as a worker or a spawned trial (`role`) in the interpreter that the options name. Returns
/// only where the program cannot be executed; `errno` says why.
void launch(const char* role, const WorkerOptions& options, const WorkerEnvironment& environment);

/// Folders that must be seen inside a sandbox for `launch` to work there.
[[nodiscard]] std::vector<std::string> folders_needed(const WorkerOptions& options);

/// Another day, hour, minute and second: all that a module may note of the time it was loaded at.
/// Back and not forth, so that a wait until some time of day ends.
inline constexpr long kClockOfTheAged = -(3 * 86400 + 5 * 3600 + 17 * 60 + 29);

/// The variable by which the preloaded clock is told how many seconds more to show.
inline constexpr const char* kClockVariable = "AFRESH_CLOCK_SHIFT";
/// Variables of a launched interpreter that no trial must see.
inline constexpr const char* kLaunchVariables[] = {"PYTHONHASHSEED", "PYTHONSAFEPATH", "LD_PRELOAD",
                                                   kClockVariable};

}  // namespace afresh::worker

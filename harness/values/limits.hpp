// What a trial may take besides time, and how it is told that one took more.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace afresh {

/// Processes of one trial at a time.
inline constexpr int kMaxProcesses = 256;
/// Bytes of memory: of one process, and of all processes of a trial together.
inline constexpr std::size_t kMaxMemoryBytes = std::size_t{4} << 30;

/// Statuses of `Ending::kSignal` that are no signal: the supervisor ended a trial for what it took.
inline constexpr std::int32_t kProcessLimitExceeded = 1000;
inline constexpr std::int32_t kMemoryLimitExceeded = 1001;

}  // namespace afresh

// The wall clock of this process, which a reference may have set wrong on purpose: whole seconds
// repeat from one fresh start to the next, and differ after any reload that comes a second later.
// SPDX-License-Identifier: MIT
#pragma once

namespace afresh::worker {

/// From now on the C library's wall clock shows this many seconds more (less when negative). Clocks
/// that only measure durations stay right, and so do waits of semaphores until a time of day; other
/// absolute waits are the kernel's. For the life of the process, forks included.
void skew_wall_clock(long seconds);

}  // namespace afresh::worker

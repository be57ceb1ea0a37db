// Sets the wall clock of a program that is not ours before anything of it runs: preloaded, with the
// seconds in a variable. SPDX-License-Identifier: MIT
#include <cstdlib>

#include "harness/worker/launch.hpp"
#include "harness/worker/wall_clock.hpp"

namespace {

[[gnu::constructor]] void skew_as_told() {
  if (const char* seconds = std::getenv(afresh::worker::kClockVariable))
    afresh::worker::skew_wall_clock(std::atol(seconds));
}

}  // namespace

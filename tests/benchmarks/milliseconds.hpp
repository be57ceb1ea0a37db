// How long something takes, for what a benchmark compares within one iteration.
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <concepts>

namespace afresh {

inline double milliseconds(std::invocable auto&& work) {
  auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

}  // namespace afresh

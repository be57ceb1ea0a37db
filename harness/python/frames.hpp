// Where Python code is being executed: read from frames without running anything.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "harness/python/ref.hpp"

namespace afresh::py {

/// A Python frame: where it is, and the `__name__` of its globals (empty where that is no str).
struct Frame {
  std::string line;  ///< `FILE:LINE`
  std::string module;
};

/// From now on the innermost frame, and what called it, are none: where Python code only launched
/// us, everything is called as from an interpreter of our own.
void ignore_launching_frame();

/// The innermost Python frame of this thread whose file's name does not begin so; empty where there
/// is none.
[[nodiscard]] Frame calling_frame_outside(std::string_view files);

/// `FILE:LINE` of the innermost Python frames of this thread, at most so many, innermost first.
[[nodiscard]] std::vector<std::string> calling_lines(std::size_t most);

}  // namespace afresh::py

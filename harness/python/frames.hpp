// Where Python code is being executed: read from frames without running anything.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "harness/python/ref.hpp"

namespace afresh::py {

/// `FILE:LINE` of the innermost Python frames of this thread, at most so many, innermost first.
[[nodiscard]] std::vector<std::string> calling_lines(std::size_t most);

}  // namespace afresh::py

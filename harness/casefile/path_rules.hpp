// Which paths a file of a case may have.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afresh {

/// What is wrong with a path, as the two halves of a sentence.
struct PathProblem {
  std::string what;
  std::string expected;
};

/// Nothing for a path that is relative, stays below itself, and belongs to a declared add-on:
/// `demo.py`, or one below `demo/`.
[[nodiscard]] std::optional<PathProblem> check_path(std::string_view path,
                                                    const std::vector<std::string>& addons);

}  // namespace afresh

// The lines between `steps:` and the first separator.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "harness/casefile/source_text.hpp"
#include "harness/values/case.hpp"
#include "harness/values/result.hpp"

namespace afresh {

inline constexpr int kMaxRepeats = 1000;       ///< N of one `repeat N`
inline constexpr int kDeepestRepeat = 16;      ///< repeats inside repeats
inline constexpr int kMaxSteps = 100'000;      ///< of a case, repeats written out
inline constexpr int kMaxSeconds = 1'000'000;  ///< N of one `+Ns`

/// The steps, and where they ended.
struct ParsedSteps {
  std::vector<Step> steps;
  std::size_t end = 0;  ///< index of the first separator, or the number of lines
};

/// Read steps from line index `first` on. Whether versions exist is not known here.
[[nodiscard]] Result<ParsedSteps> parse_steps(const SourceText& source, std::size_t first,
                                              const std::vector<std::string>& addons);

}  // namespace afresh

// The files of each version, from the first separator to the end of a case.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "harness/casefile/source_text.hpp"
#include "harness/values/case.hpp"
#include "harness/values/result.hpp"

namespace afresh {

/// Read files from line index `first` on, which is a separator or the end. Versions are
/// numbered 1, 2, … without gaps, and in each one can be laid out after the one before it.
[[nodiscard]] Result<std::vector<Version>> parse_files(const SourceText& source, std::size_t first,
                                                       const std::vector<std::string>& addons);

}  // namespace afresh

// The header of a case: its story, its `KEY: VALUE` lines, and the line `steps:` that ends it.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "harness/casefile/source_text.hpp"
#include "harness/values/case.hpp"
#include "harness/values/result.hpp"

namespace afresh {

/// Where the parts of the header were.
struct HeaderPlaces {
  std::vector<int> addon_lines;  ///< line number of each of `Case::addons`
  std::size_t end = 0;           ///< index of the first line after `steps:`
};

/// Read the header into the members of `into` that it is about.
[[nodiscard]] Result<HeaderPlaces> parse_header(const SourceText& source, Case& into);

}  // namespace afresh

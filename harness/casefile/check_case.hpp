// What only the whole of a case can tell: its sections are read, do they fit each other?
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/casefile/source_text.hpp"
#include "harness/values/case.hpp"

namespace afresh {

/// Every add-on can be imported in version 1, and every `edit` leads to a version that
/// exists. `addon_lines` holds the line of each of `Case::addons`.
[[nodiscard]] Problem check_sections(const SourceText& source, const Case& a_case,
                                     const std::vector<int>& addon_lines);

}  // namespace afresh

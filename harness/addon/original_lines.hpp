// Places in what became of an add-on's files (shifted, or adapted by a strategy), said as places in
// the files themselves.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "harness/values/verdict.hpp"

namespace afresh {

/// Every `demo/ui.py:3012` in the words of findings and verdicts becomes `demo/ui.py:12`, and of a
/// cause whose line an adaptation moved the line that says the same. `files`: of version 1, by
/// path as in a case.
void map_to_original_lines(Record& record, const std::map<std::string, std::string>& files);

/// The same of one text.
[[nodiscard]] std::string with_original_lines(const std::string& text,
                                              const std::map<std::string, std::string>& files);

}  // namespace afresh

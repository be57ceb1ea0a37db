// From the text of a `.case` file to a Case, or to one sentence that says what is wrong with it.
// Reads no file: see load_case.hpp.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "harness/values/case.hpp"
#include "harness/values/result.hpp"

namespace afresh {

/// Parse the bytes of a case file. `file_name` stands in the sentence
/// (`FILE:LINE: what; expected …`), and its stem becomes `Case::name`; `Case::text` is the text.
[[nodiscard]] Result<Case> parse_case(std::string_view text, std::string_view file_name);

}  // namespace afresh

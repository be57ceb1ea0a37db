// From a Case to the text of a `.case` file. Writes no file.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/values/case.hpp"

namespace afresh {

/// The text that the case was parsed from, byte for byte; of a case made by a program the
/// canonical one.
[[nodiscard]] std::string write_case(const Case& a_case);

/// The canonical text, whatever `Case::text` holds. Parsing it gives an equal case if the case is
/// valid, which means that it can be said in this format at all: no line breaks or blanks at either
/// end in one-line texts (nor CR at the end of one), no empty version or verdict, no
/// `touch` of a path that ends in ` +…`, and everything that `parse_case` refuses.
[[nodiscard]] std::string render_case(const Case& a_case);

}  // namespace afresh

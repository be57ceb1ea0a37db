// An edit that changes nothing but where every line is, for an add-on of which there is no other
// version: whatever is older than it is told by its place. Texts only.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace afresh {

/// By how many lines each further version of this text lies below the one before: a power of ten
/// above its own number of lines, so that every line number tells its version and its line.
[[nodiscard]] int shift_size(std::string_view source);

/// The source of the version, 1 being the text itself: empty lines before all that is a
/// statement, behind a byte-order mark, `#!` and a comment that names the encoding (which only
/// counts in the first two lines). Docstring and `__future__` imports stay the first statements.
/// Lines end as the text's own do.
[[nodiscard]] std::string shifted(std::string_view source, int version);

}  // namespace afresh

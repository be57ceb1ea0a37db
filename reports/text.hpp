// Measuring, shortening and wrapping of UTF-8 text for a terminal.
// Counts one column a code point; must never let a control character of an add-on through.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace afresh {

/// Columns of UTF-8 text, one a code point: `·` and `–` are one.
[[nodiscard]] std::size_t count_columns(std::string_view text);

/// On one line: each run of white space and control characters is one blank (an add-on's text
/// cannot move the cursor), and what is longer than `columns` (at least 1) ends in `…`.
[[nodiscard]] std::string one_line(std::string_view text,
                                   std::size_t columns = std::string_view::npos);

/// What stands for what cannot be shown: U+FFFD.
inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// The text with `kReplacement` for whatever is not UTF-8 in it.
[[nodiscard]] std::string valid_utf8(std::string_view text);

/// The words of `text` in lines of at most `width` columns, each after `indent` blanks and ended by
/// a newline. A longer word stands alone on its line. Width 0: one line.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

}  // namespace afresh

// What the terminal on standard output is: how wide, in which colours, with which characters.
// Facts of the environment as a style; writes nothing.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace afresh::cli {

/// Columns that text on standard output may take: `COLUMNS` where it is a number, else those of the
/// terminal, else 100.
[[nodiscard]] std::size_t screen_width();

/// The same from the facts: `columns` as the variable has it (null: not set), and the columns of
/// the terminal (0: there is none).
[[nodiscard]] std::size_t screen_width(const char* columns, std::size_t terminal);

/// Whether the locale of the environment is of UTF-8: of `LC_ALL`, `LC_CTYPE` and `LANG` the first
/// that is set says so.
[[nodiscard]] bool is_utf8_locale();

/// The same for the name of one: `de_DE.UTF-8`, `C.utf8`.
[[nodiscard]] bool is_utf8_locale(std::string_view name);

}  // namespace afresh::cli

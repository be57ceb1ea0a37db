// What may be a name in Python source.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace afresh {

/// Whether a name may hold the byte: of the characters beyond ASCII every one counts as a letter.
[[nodiscard]] bool is_name_character(char c);

/// Whether a Python statement can use the word as a name: an identifier in UTF-8 and no keyword.
[[nodiscard]] bool is_python_name(std::string_view word);

}  // namespace afresh

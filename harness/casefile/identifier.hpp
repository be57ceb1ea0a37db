// What may be the name of an add-on, and what is text that a person can read.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace afresh {

/// Whether the bytes are UTF-8 as the Unicode Standard has it (table 3-7: no surrogates, shortest
/// form, nothing above U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// Whether a Python statement can use the word as a name: an identifier and no keyword. Of the
/// characters beyond ASCII every one counts as a letter.
[[nodiscard]] bool is_python_name(std::string_view word);

}  // namespace afresh

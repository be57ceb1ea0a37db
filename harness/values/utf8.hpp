// UTF-8: what is, and where it may be cut.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace afresh {

/// Whether the bytes are UTF-8 as the Unicode Standard has it (table 3-7: no surrogates, shortest
/// form, nothing above U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// Whether the byte is one of a character after its first.
[[nodiscard]] constexpr bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The first `most` bytes, or fewer where that would part a character.
[[nodiscard]] std::string_view whole_characters(std::string_view text, std::size_t most);

}  // namespace afresh

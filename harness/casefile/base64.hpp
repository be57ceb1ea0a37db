// Base64 (RFC 4648, section 4) for binary files inside a case file.
// Strict: one text for one sequence of bytes, but for where its lines break.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace afresh {

/// Longest line of base64 in a case file (that of MIME, RFC 2045).
inline constexpr std::size_t kBase64LineLength = 76;

/// Lines of at most `kBase64LineLength` characters, each with its '\n'; no bytes: no line.
[[nodiscard]] std::string encode_base64(std::string_view bytes);

/// The bytes of base64 without line breaks. Nothing when a character, the length, the padding or
/// the unused bits of the last character are wrong.
[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text);

}  // namespace afresh

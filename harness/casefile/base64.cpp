// SPDX-License-Identifier: MIT
#include "harness/casefile/base64.hpp"

#include <algorithm>
#include <cstdint>

namespace afresh {
namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::size_t kBytesPerLine = kBase64LineLength / 4 * 3;

/// Four characters for one to three bytes.
void encode_group(std::string_view bytes, std::string& out) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    bits = bits << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
  }
  for (std::size_t i = 0; i < 4; ++i) {
    bool is_padding = i > bytes.size();
    out += is_padding ? '=' : kAlphabet[bits >> (18 - 6 * i) & 0x3F];
  }
}

/// One to three bytes for two to four characters without padding; false when one is not of the
/// alphabet or bits are set that no byte uses.
bool decode_group(std::string_view characters, std::string& out) {
  std::uint32_t bits = 0;
  for (char character : characters) {
    std::size_t value = kAlphabet.find(character);
    if (value == std::string_view::npos) return false;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
  }
  bits <<= 6 * (4 - characters.size());
  std::size_t byte_count = characters.size() - 1;
  for (std::size_t i = 0; i < byte_count; ++i) {
    out += static_cast<char>(bits >> (16 - 8 * i) & 0xFF);
  }
  return (bits & ((1U << (24 - 8 * byte_count)) - 1)) == 0;
}

}  // namespace

std::string encode_base64(std::string_view bytes) {
  std::string out;
  for (; !bytes.empty(); out += '\n') {
    std::string_view line = bytes.substr(0, kBytesPerLine);
    bytes.remove_prefix(line.size());
    for (; !line.empty(); line.remove_prefix(std::min<std::size_t>(3, line.size()))) {
      encode_group(line.substr(0, 3), out);
    }
  }
  return out;
}

std::optional<std::string> decode_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  if (text.ends_with('=')) text.remove_suffix(text.ends_with("==") ? 2 : 1);
  std::string out;
  for (; !text.empty(); text.remove_prefix(std::min<std::size_t>(4, text.size()))) {
    if (!decode_group(text.substr(0, 4), out)) return std::nullopt;
  }
  return out;
}

}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "harness/casefile/identifier.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace afresh {
namespace {

/// The keywords of Python 3.10 to 3.13; soft keywords (`match`, `type`) are names.
constexpr std::array<std::string_view, 35> kKeywords{
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};

unsigned char byte_at(std::string_view bytes, std::size_t index) {
  return static_cast<unsigned char>(bytes[index]);
}

/// Length of the well-formed character that the bytes begin with, or 0.
std::size_t character_length(std::string_view bytes) {
  unsigned char first = byte_at(bytes, 0);
  if (first < 0x80) return 1;
  std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || bytes.size() < length) return 0;
  // The second byte alone tells overlong forms, surrogates and what lies above U+10FFFF.
  unsigned char second = byte_at(bytes, 1);
  unsigned char lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  unsigned char highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (second < lowest || second > highest) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte_at(bytes, i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c) ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    std::size_t length = character_length(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

bool is_python_name(std::string_view word) {
  return !word.empty() && !is_digit(word.front()) && std::ranges::all_of(word, is_name_character) &&
         is_utf8(word) && std::ranges::find(kKeywords, word) == kKeywords.end();
}

}  // namespace afresh

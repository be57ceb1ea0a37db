// SPDX-License-Identifier: MIT
#include "harness/values/identifier.hpp"

#include <algorithm>
#include <array>

#include "harness/values/utf8.hpp"

namespace afresh {
namespace {

/// The keywords of Python 3.10 to 3.13; soft keywords (`match`, `type`) are names.
constexpr std::array<std::string_view, 35> kKeywords{
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c) ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_python_name(std::string_view word) {
  return !word.empty() && !is_digit(word.front()) && std::ranges::all_of(word, is_name_character) &&
         is_utf8(word) && std::ranges::find(kKeywords, word) == kKeywords.end();
}

}  // namespace afresh

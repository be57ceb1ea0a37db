// SPDX-License-Identifier: MIT
#include "harness/casefile/word_parsing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "harness/values/utf8.hpp"

namespace afresh {
namespace {

constexpr std::string_view kBlanks = " \t";
constexpr std::size_t kLongestQuote = 60;

}  // namespace

std::string_view trimmed(std::string_view text) {
  std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::pair<std::string_view, std::string_view> first_word(std::string_view text) {
  std::size_t end = std::min(text.find_first_of(kBlanks), text.size());
  return {text.substr(0, end), trimmed(text.substr(end))};
}

bool is_word(std::string_view text) {
  return !text.empty() && text.find_first_of(kBlanks) == std::string_view::npos;
}

std::vector<std::string_view> split_at_commas(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    std::size_t comma = text.find(',');
    parts.push_back(trimmed(text.substr(0, comma)));
    if (comma == std::string_view::npos) return parts;
    text.remove_prefix(comma + 1);
  }
}

std::optional<int> parse_number(std::string_view digits, int lowest, int highest) {
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  int number = 0;
  auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (status != std::errc{} || number < lowest || number > highest) return std::nullopt;
  return number;
}

std::string in_quotes(std::string_view text) {
  bool is_cut = text.size() > kLongestQuote;
  std::string_view shown = whole_characters(text, kLongestQuote);
  bool is_readable = is_utf8(shown);
  std::string out = "'";
  for (char c : shown) {
    auto byte = static_cast<unsigned char>(c);
    bool is_shown = byte >= 0x20 && byte != 0x7F && (byte < 0x80 || is_readable);
    out += is_shown ? std::string(1, c) : fmt::format("\\x{:02x}", byte);
  }
  return out + (is_cut ? "…'" : "'");
}

std::string join_with_or(const std::vector<std::string_view>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

}  // namespace afresh

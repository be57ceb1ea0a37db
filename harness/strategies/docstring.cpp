// SPDX-License-Identifier: MIT
#include "harness/strategies/docstring.hpp"

#include <algorithm>

namespace afresh {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

/// What stands between the first three quotes of either sort and the next three of that sort.
std::string_view first_long_string(std::string_view source) {
  std::size_t begin = std::min(source.find("\"\"\""), source.find("'''"));
  if (begin == std::string_view::npos) return {};
  std::string_view quotes = source.substr(begin, 3);
  source.remove_prefix(begin + quotes.size());
  return source.substr(0, source.find(quotes));
}

/// The rest of the first line that begins with the heading.
std::string headed(std::string_view text, std::string_view heading) {
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.starts_with(heading)) return std::string(trimmed(line.substr(heading.size())));
  }
  return {};
}

}  // namespace

StrategyDocstring read_docstring(std::string_view source) {
  std::string_view text = first_long_string(source);
  std::string_view words = text;
  words.remove_prefix(std::min(words.find_first_not_of(" \t\r\n"), words.size()));
  return {.summary = std::string(trimmed(words.substr(0, words.find('\n')))),
          .family = headed(text, "Family:"),
          .in_short = headed(text, "In short:"),
          .order = headed(text, "Order:")};
}

}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "harness/cli/terminal.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <string>

#include "harness/cli/run.hpp"

namespace afresh::cli {
namespace {

constexpr std::size_t kDefaultColumns = 100;

}  // namespace

std::size_t screen_width(const char* columns, std::size_t terminal) {
  const std::string_view text = columns == nullptr ? "" : columns;
  std::size_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool is_number = error == std::errc() && end == text.data() + text.size() && number > 0;
  if (is_number) return number;
  return terminal > 0 ? terminal : kDefaultColumns;
}

std::size_t screen_width() { return screen_width(std::getenv("COLUMNS"), terminal_width()); }

bool is_utf8_locale(std::string_view name) {
  std::string word(name.substr(std::min(name.find('.'), name.size())));
  word = word.substr(0, word.find('@'));
  std::erase(word, '-');
  std::ranges::transform(word, word.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return word == ".utf8";
}

bool is_utf8_locale() {
  for (const char* variable : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value != nullptr && *value != '\0') return is_utf8_locale(value);
  }
  return false;
}

}  // namespace afresh::cli

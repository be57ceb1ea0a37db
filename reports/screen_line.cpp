// SPDX-License-Identifier: MIT
#include "reports/screen_line.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "reports/text.hpp"

namespace afresh {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 22> kAscii{
    {{"●", '*'}, {"◕", '+'}, {"◑", '~'},  {"○", 'o'}, {"–", '-'}, {"·", '|'},
     {"×", 'x'}, {"…", '.'}, {"█", '#'},  {"▉", '#'}, {"▊", '#'}, {"▋", '#'},
     {"▌", '#'}, {"▍", '='}, {"▎", '='},  {"▏", '='}, {"░", ':'}, {"→", '>'},
     {"“", '"'}, {"”", '"'}, {"’", '\''}, {"—", '-'}}};

std::size_t bytes_of_first(std::string_view text) {
  std::size_t bytes = 1;
  while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) ++bytes;
  return bytes;
}

}  // namespace

void ScreenLine::put(std::size_t column, std::string_view text, Colour colour) {
  if (text.empty()) return;
  if (column > used_) {
    text_.append(column - used_, ' ');
    used_ = column;
  }
  text_ += colour_ ? paint(text, colour) : std::string(text);
  used_ += count_columns(text);
}

std::string in_ascii(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const std::string_view first = text.substr(0, bytes_of_first(text));
    text.remove_prefix(first.size());
    bool is_ascii = first.size() == 1 && static_cast<unsigned char>(first[0]) < 0x80;
    auto known = std::ranges::find(kAscii, first, [](const auto& pair) { return pair.first; });
    plain += is_ascii ? first[0] : known == kAscii.end() ? '?' : known->second;
  }
  return plain;
}

}  // namespace afresh

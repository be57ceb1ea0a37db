// SPDX-License-Identifier: MIT
#include "reports/text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "harness/values/utf8.hpp"

namespace afresh {
namespace {

/// How many bytes at the beginning are white space or a control character: of ASCII, or of the
/// second set (U+0080 to U+009F), in which U+009B begins an escape sequence too.
std::size_t blank_bytes(std::string_view text) {
  auto byte = static_cast<unsigned char>(text[0]);
  if (byte <= 0x20 || byte == 0x7F) return 1;
  bool is_second_set =
      byte == 0xC2 && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xA0;
  return is_second_set ? 2 : 0;
}

/// The first `columns` code points.
std::string_view first_columns(std::string_view text, std::size_t columns) {
  std::size_t end = 0;
  for (std::size_t seen = 0; end < text.size(); ++end) {
    if (!continues_character(text[end]) && seen++ == columns) break;
  }
  return text.substr(0, end);
}

}  // namespace

std::size_t count_columns(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, continues_character));
}

std::string one_line(std::string_view text, std::size_t columns) {
  // What is no character is a sign of its own in every report, and has to be counted as one.
  if (!is_utf8(text)) return one_line(valid_utf8(text), columns);
  std::string line;
  while (!text.empty()) {
    std::size_t blank = blank_bytes(text);
    if (blank == 0) {
      line += text[0];
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
    text.remove_prefix(std::max<std::size_t>(blank, 1));
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  if (count_columns(line) <= columns) return line;
  return std::string(first_columns(line, columns - 1)) + "…";
}

std::string valid_utf8(std::string_view text) {
  // The decoder that the JSON report is written with, so that all writers agree.
  using nlohmann::json;
  return json::parse(json(text).dump(-1, ' ', false, json::error_handler_t::replace));
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  const std::string margin(indent, ' ');
  std::string lines = margin;
  std::size_t used = indent;
  while (!text.empty()) {
    std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    std::size_t length = count_columns(word);
    bool is_first = used == indent;
    if (!is_first && width != 0 && used + 1 + length > width) {
      lines += "\n" + margin;
      used = indent;
      is_first = true;
    }
    lines += (is_first ? "" : " ") + std::string(word);
    used += length + (is_first ? 0 : 1);
  }
  return lines + "\n";
}

}  // namespace afresh

// The encoding declaration is that of
// https://docs.python.org/3/reference/lexical_analysis.html#encoding-declarations.
// SPDX-License-Identifier: MIT
#include "harness/values/shift.hpp"

#include <algorithm>
#include <cstddef>

namespace afresh {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr int kLeast = 1000;

/// Where the line that begins at `begin` ends, its end of line included.
std::size_t after_line(std::string_view text, std::size_t begin) {
  std::size_t end = text.find_first_of("\r\n", begin);
  if (end == std::string_view::npos) return text.size();
  return end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
}

bool is_comment_or_blank(std::string_view line) {
  std::size_t first = line.find_first_not_of(" \t\f\r\n");
  return first == std::string_view::npos || line[first] == '#';
}

/// Behind the lines among the first two that may say what only they can say.
std::size_t end_of_head(std::string_view text) {
  std::size_t end = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  for (int line = 0; line < 2 && end < text.size(); ++line) {
    std::size_t next = after_line(text, end);
    std::string_view content = text.substr(end, next - end);
    bool is_whole = content.ends_with('\n') || content.ends_with('\r');
    if (!is_whole || !is_comment_or_blank(content)) break;
    end = next;
  }
  return end;
}

std::string_view line_ending(std::string_view text) {
  std::size_t end = text.find_first_of("\r\n");
  if (end == std::string_view::npos) return "\n";
  return text.substr(end, after_line(text, end) - end);
}

}  // namespace

int shift_size(std::string_view source) {
  auto lines = std::count(source.begin(), source.end(), '\n') +
               std::count(source.begin(), source.end(), '\r') + 1;
  int shift = kLeast;
  while (shift <= lines) shift *= 10;
  return shift;
}

std::string shifted(std::string_view source, int version) {
  std::size_t head = end_of_head(source);
  std::string_view line_end = line_ending(source);
  std::string text(source.substr(0, head));
  for (int line = 0; line < (version - 1) * shift_size(source); ++line) text += line_end;
  return text.append(source.substr(head));
}

}  // namespace afresh

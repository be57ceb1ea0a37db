// SPDX-License-Identifier: MIT
#include "harness/casefile/source_text.hpp"

#include <fmt/format.h>

namespace afresh {

SourceText::SourceText(std::string_view text, std::string_view file_name)
    : text_(text), file_name_(file_name) {
  for (int number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    lines_.push_back({.number = number, .text = line});
    text.remove_prefix(line.size());
    if (!text.empty()) text.remove_prefix(1);
  }
}

std::string_view SourceText::between(std::size_t first, std::size_t end) const {
  if (first >= end) return {};
  std::size_t from = lines_[first].text.data() - text_.data();
  std::size_t to = end < lines_.size() ? lines_[end].text.data() - text_.data() : text_.size();
  return text_.substr(from, to - from);
}

Error SourceText::error(int line, std::string_view what, std::string_view expected) const {
  return {fmt::format("{}:{}: {}; expected {}", file_name_, line, what, expected)};
}

Problem SourceText::check_line_end(const Line& line) const {
  if (!line.text.ends_with('\r')) return std::nullopt;
  return error(line.number, "the line ends with CR LF", "LF alone outside the content of files");
}

}  // namespace afresh

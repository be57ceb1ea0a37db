// SPDX-License-Identifier: MIT
#include "reports/line_edit.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "harness/values/common_subsequence.hpp"

namespace afresh {
namespace {

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

/// Equal lines have equal numbers; 0 equals nothing.
std::vector<std::uint64_t> numbered(const std::vector<std::string_view>& lines,
                                    std::map<std::string_view, std::uint64_t>& numbers) {
  std::vector<std::uint64_t> tokens;
  for (std::string_view line : lines)
    tokens.push_back(numbers.try_emplace(line, numbers.size() + 1).first->second);
  return tokens;
}

}  // namespace

std::vector<EditedLine> line_edit(std::string_view before, std::string_view after) {
  using Change = EditedLine::Change;
  std::vector<std::string_view> old_lines = split_lines(before);
  std::vector<std::string_view> new_lines = split_lines(after);
  std::map<std::string_view, std::uint64_t> numbers;
  auto old_tokens = numbered(old_lines, numbers);
  auto new_tokens = numbered(new_lines, numbers);
  auto common = common_subsequence(old_tokens, new_tokens);
  common.emplace_back(old_lines.size(), new_lines.size());
  std::vector<EditedLine> edit;
  std::size_t old_at = 0;
  std::size_t new_at = 0;
  for (auto [old_next, new_next] : common) {
    for (; old_at < old_next; ++old_at) edit.push_back({Change::kGone, old_lines[old_at]});
    for (; new_at < new_next; ++new_at) edit.push_back({Change::kAdded, new_lines[new_at]});
    if (new_at < new_lines.size()) edit.push_back({Change::kSame, new_lines[new_at]});
    ++old_at;
    ++new_at;
  }
  return edit;
}

}  // namespace afresh

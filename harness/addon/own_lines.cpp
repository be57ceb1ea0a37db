// SPDX-License-Identifier: MIT
#include "harness/addon/own_lines.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstddef>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "harness/values/shift.hpp"

namespace afresh {
namespace {

/// The longest of the files whose path ends the text, at the beginning of a part of it.
const std::string* file_at_end(std::string_view text,
                               const std::map<std::string, std::string>& files) {
  const std::pair<const std::string, std::string>* longest = nullptr;
  for (const auto& file : files) {
    std::size_t rest = text.size() - file.first.size();
    bool is_here =
        text.ends_with(file.first) &&
        (rest == 0 || std::string_view("/ '\"(").find(text[rest - 1]) != std::string_view::npos);
    if (is_here && (longest == nullptr || file.first.size() > longest->first.size()))
      longest = &file;
  }
  return longest == nullptr ? nullptr : &longest->second;
}

}  // namespace

std::string with_own_lines(const std::string& text,
                           const std::map<std::string, std::string>& files) {
  constexpr std::string_view kMark = ".py:";
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = 0; (at = text.find(kMark, at)) != std::string::npos;) {
    at += kMark.size();
    int line = 0;
    const char* begin = text.data() + at;
    auto [end, error] = std::from_chars(begin, text.data() + text.size(), line);
    const std::string* source = file_at_end(std::string_view(text).substr(0, at - 1), files);
    if (error != std::errc() || source == nullptr) continue;
    out.append(text, done, at - done).append(std::to_string(line % shift_of(*source)));
    done = at + static_cast<std::size_t>(end - begin);
  }
  return out.append(text, done);
}

namespace {

/// Of `demo/ui.py:12: text`, where a strategy adapted the file, the line of the add-on's own that
/// says the same; unchanged where none or several do.
std::string cause_of_own(const std::string& cause,
                         const std::map<std::string, std::string>& files) {
  std::size_t colon = cause.find(".py:");
  std::size_t text = cause.find(": ", colon);
  if (colon == std::string::npos || text == std::string::npos) return cause;
  auto file = files.find(cause.substr(0, colon + 3));
  if (file == files.end()) return cause;
  std::string_view said = std::string_view(cause).substr(text + 2);
  std::vector<int> places;
  int number = 0;
  std::istringstream lines(file->second);
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::size_t first = line.find_first_not_of(" \t\f");
    std::size_t last = line.find_last_not_of(" \t\f\r");
    if (first == std::string::npos) continue;
    if (std::string_view(line).substr(first, last - first + 1) == said) places.push_back(number);
  }
  if (places.size() != 1) return cause;
  return fmt::format("{}:{}: {}", file->first, places.front(), said);
}

}  // namespace

void say_own_lines(Record& record, const std::map<std::string, std::string>& files) {
  auto say = [&](std::string& text) { text = with_own_lines(text, files); };
  for (Finding& finding : record.findings) {
    for (std::string* text : {&finding.fresh, &finding.actual, &finding.cause}) say(*text);
    for (std::string& path : finding.paths) say(path);
    finding.cause = cause_of_own(finding.cause, files);
  }
  for (auto& [aspect, verdict] : record.verdicts) say(verdict.reason);
}

}  // namespace afresh

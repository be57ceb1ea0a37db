// SPDX-License-Identifier: MIT
#include "harness/addon/original_lines.hpp"

#include <charconv>
#include <cstddef>
#include <sstream>
#include <string_view>
#include <utility>
#include <variant>
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

std::string with_original_lines(const std::string& text,
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
    out.append(text, done, at - done).append(std::to_string(line % shift_size(*source)));
    done = at + static_cast<std::size_t>(end - begin);
  }
  return out.append(text, done);
}

namespace {

using Files = std::map<std::string, std::string>;

/// Where a strategy adapted the file, the line of the add-on's own that says the same; unchanged
/// where none or several do.
void move_to_same_text(SourceLine& place, const Files& files) {
  auto file = files.find(place.file);
  if (file == files.end() || place.text.empty()) return;
  std::vector<int> places;
  int number = 0;
  std::istringstream lines(file->second);
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::size_t first = line.find_first_not_of(" \t\f");
    std::size_t last = line.find_last_not_of(" \t\f\r");
    if (first == std::string::npos) continue;
    if (std::string_view(line).substr(first, last - first + 1) == place.text)
      places.push_back(number);
  }
  if (places.size() == 1) place.line = places.front();
}

void move_to_own(SourceLine& place, const Files& files) {
  auto file = files.find(place.file);
  if (file != files.end() && place.line > 0) place.line %= shift_size(file->second);
}

void move_to_own(Reason& reason, const Files& files) {
  for (std::string* text : {&reason.place, &reason.message})
    *text = with_original_lines(*text, files);
  for (Reason& because : reason.because) move_to_own(because, files);
}

/// The places that one side of a finding names.
struct MoveSide {
  const Files& files;

  void operator()(SourceState& side) const { move_to_own(side.place, files); }
  void operator()(PythonError& side) const {
    side.message = with_original_lines(side.message, files);
  }
  // The atom of a place: `demo/ui.py:3012 #…`.
  void operator()(ObjectRef& side) const {
    if (side.kind == ObjectKind::kAtom) side.type = with_original_lines(side.type, files);
  }
  template <typename Other>
  void operator()(Other&) const {}
};

}  // namespace

void map_to_original_lines(Record& record, const Files& files) {
  for (Finding& finding : record.findings) {
    for (FindingSide* side : {&finding.fresh, &finding.actual}) std::visit(MoveSide{files}, *side);
    for (std::string& path : finding.paths) path = with_original_lines(path, files);
    move_to_own(finding.cause, files);
    move_to_same_text(finding.cause, files);
  }
  for (auto& [aspect, verdict] : record.verdicts)
    if (verdict.reason) move_to_own(*verdict.reason, files);
}

}  // namespace afresh

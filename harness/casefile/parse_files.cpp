// SPDX-License-Identifier: MIT
#include "harness/casefile/parse_files.hpp"

#include <fmt/format.h>

#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "harness/casefile/base64.hpp"
#include "harness/casefile/path_rules.hpp"
#include "harness/casefile/separator.hpp"
#include "harness/casefile/word_parsing.hpp"

namespace afresh {
namespace {

constexpr std::string_view kForm = "'-- VERSION/PATH --'";

class FileReader {
 public:
  FileReader(const SourceText& source, const std::vector<std::string>& addons)
      : source_(source), addons_(addons) {}

  Result<std::vector<Version>> read(std::size_t first) {
    for (std::size_t i = first; i < source_.size();) {
      std::size_t end = i + 1;
      while (end < source_.size() && !is_separator(source_.line(end).text)) ++end;
      if (Problem problem = read_block(i, end)) return *problem;
      i = end;
    }
    if (Problem problem = finish_version()) return *problem;
    return std::move(versions_);
  }

 private:
  Error error(int line, std::string_view what, std::string_view expected) const {
    return source_.error(line, what, expected);
  }

  int current() const { return versions_.empty() ? 0 : versions_.back().number; }

  /// The block whose separator is the line `first`, up to the line `end`.
  Problem read_block(std::size_t first, std::size_t end) {
    const Line& line = source_.line(first);
    auto separator = parse_separator(line.text);
    if (!separator) return error(line.number, "a separator without a '/'", kForm);
    if (Problem problem = read_version(line.number, separator->version)) return problem;
    if (Problem problem = check_change(line.number, *separator)) return problem;
    FileChange change{.path = std::string(separator->path)};
    if (separator->form == BlockForm::kDeleted) {
      if (end > first + 1)
        return error(source_.line(first + 1).number, "content of a deleted file", "a separator");
    } else {
      auto content = read_content(first, end, separator->form);
      if (!content) return content.error();
      change.content = std::move(*content);
    }
    lines_.emplace(change.path, line.number);
    versions_.back().changes.push_back(std::move(change));
    return std::nullopt;
  }

  Problem read_version(int line, std::string_view digits) {
    auto number = parse_number(digits, 1, std::numeric_limits<int>::max());
    if (!number) return error(line, fmt::format("{} is no version", in_quotes(digits)), kForm);
    if (number == current()) return std::nullopt;
    if (*number != current() + 1) {
      auto expected = current() == 0 ? "1" : fmt::format("{} or {}", current(), current() + 1);
      return error(line, fmt::format("version {} is out of order", *number), expected);
    }
    Problem problem = finish_version();
    versions_.push_back({.number = *number});
    return problem;
  }

  Problem check_change(int line, const Separator& separator) const {
    if (auto problem = check_path(separator.path, addons_)) {
      return error(line, problem->what, problem->expected);
    }
    std::string path(separator.path);
    if (auto before = lines_.find(path); before != lines_.end()) {
      return error(line, fmt::format("{} is given twice in version {}", in_quotes(path), current()),
                   fmt::format("it once, as in line {}", before->second));
    }
    if (separator.form == BlockForm::kDeleted && !files_.contains(path)) {
      return error(
          line,
          fmt::format("version {} deletes {}, which was not there", current(), in_quotes(path)),
          "a file of the version before");
    }
    return std::nullopt;
  }

  Result<std::string> read_content(std::size_t first, std::size_t end, BlockForm form) const {
    if (form == BlockForm::kBase64) return read_base64(first, end);
    std::string_view text = source_.between(first + 1, end);
    if (form == BlockForm::kNoNewline && text.ends_with('\n')) text.remove_suffix(1);
    return unescape_separators(text);
  }

  Result<std::string> read_base64(std::size_t first, std::size_t end) const {
    std::string joined;
    for (std::size_t i = first + 1; i < end; ++i) {
      const Line& line = source_.line(i);
      if (line.text.size() > kBase64LineLength) {
        return error(line.number, "a line of base64 is too long",
                     fmt::format("at most {} characters", kBase64LineLength));
      }
      joined += line.text;
    }
    auto bytes = decode_base64(joined);
    if (!bytes) {
      return error(source_.line(first).number, "the content is no base64",
                   "A-Z a-z 0-9 + / with '=' to fill up the last four");
    }
    return std::move(*bytes);
  }

  /// Make the current version the one before, and see whether it can be laid out on a disk.
  Problem finish_version() {
    if (versions_.empty()) return std::nullopt;
    for (const FileChange& change : versions_.back().changes) {
      if (change.content) {
        files_.insert(change.path);
      } else {
        files_.erase(change.path);
      }
    }
    for (const auto& [path, line] : lines_) {
      if (!files_.contains(path)) continue;
      if (auto below = file_below(path)) return file_and_folder(line, path, *below);
      if (auto above = file_above(path)) return file_and_folder(line, *above, path);
    }
    lines_.clear();
    return std::nullopt;
  }

  Error file_and_folder(int line, std::string_view file, std::string_view below) const {
    return error(line, fmt::format("{} is a file, and so is {}", in_quotes(file), in_quotes(below)),
                 "a path to be a file or a folder");
  }

  std::optional<std::string> file_below(const std::string& path) const {
    auto next = files_.lower_bound(path + "/");
    if (next == files_.end() || !next->starts_with(path + "/")) return std::nullopt;
    return *next;
  }

  std::optional<std::string> file_above(const std::string& path) const {
    for (std::size_t slash = path.find('/'); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      if (files_.contains(path.substr(0, slash))) return path.substr(0, slash);
    }
    return std::nullopt;
  }

  const SourceText& source_;
  const std::vector<std::string>& addons_;
  std::vector<Version> versions_;
  std::set<std::string> files_;       ///< of the version before the current one
  std::map<std::string, int> lines_;  ///< of the current version: where each path is given
};

}  // namespace

Result<std::vector<Version>> parse_files(const SourceText& source, std::size_t first,
                                         const std::vector<std::string>& addons) {
  return FileReader(source, addons).read(first);
}

}  // namespace afresh

// Python text as far as diagnostics need it: its lines, its comments, and where the code of a line
// begins and ends. Knows strings and comments, no grammar. SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace afresh {

struct PythonComment {
  int line = 0;           ///< 1-based
  int column = 0;         ///< 1-based, in characters: of the `#`
  std::string text;       ///< from the `#` to the end of the line
  bool is_alone = false;  ///< no code before it
};

class PythonSource {
 public:
  explicit PythonSource(std::string_view text);
  // Lines are views into the text.
  PythonSource(const PythonSource&) = delete;
  PythonSource& operator=(const PythonSource&) = delete;

  /// Empty for a line that the file does not have.
  [[nodiscard]] std::string_view line(int number) const;
  [[nodiscard]] int line_count() const { return static_cast<int>(lines_.size()); }
  [[nodiscard]] const std::vector<PythonComment>& comments() const { return comments_; }

  /// The columns, 1-based and in characters, at which the code of a line begins and behind which it
  /// ends; 0 and 0 where it has none.
  struct Span {
    int column = 0;
    int end_column = 0;
  };
  [[nodiscard]] Span code_span(int number) const;

  /// The line of `def NAME(` at the outermost level; 0 where there is none.
  [[nodiscard]] int function_line(std::string_view name) const;

 private:
  std::string text_;
  std::vector<std::string_view> lines_;  ///< of `text_`, without their ends
  std::vector<PythonComment> comments_;
  std::vector<std::size_t> code_ends_;  ///< by line, in bytes: where a comment begins, or the end
};

/// The files of an add-on, by path as in a case.
using PythonSources = std::map<std::string, PythonSource>;
/// Of all files whose name ends in `.py`.
[[nodiscard]] PythonSources read_sources(const std::map<std::string, std::string>& files);

/// Without blanks at both ends.
[[nodiscard]] std::string_view without_margins(std::string_view text);

/// `on_save`, `watch.on_save`, as it can be written in Python; not `f.<locals>.<lambda>`.
[[nodiscard]] bool is_dotted_name(std::string_view text);

/// As Python writes it, between double quotes.
[[nodiscard]] std::string string_literal(std::string_view text);

/// The value of `KEYWORD=VALUE` in a call, as far as it is a dotted name; else empty.
[[nodiscard]] std::string keyword_value(std::string_view code, std::string_view keyword);

}  // namespace afresh

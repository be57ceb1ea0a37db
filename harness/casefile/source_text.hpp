// The text of a case file as numbered lines, and the one way to say what is wrong with one.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/values/result.hpp"

namespace afresh {

/// What a parser of a part gives when it has nothing else to give: nothing, or what is wrong.
using Problem = std::optional<Error>;

/// One line without its newline; a view into the text of the case.
struct Line {
  int number = 0;  ///< 1-based
  std::string_view text;
};

/// Lines of a text that must outlive this. Text after the last newline is a line too.
class SourceText {
 public:
  SourceText(std::string_view text, std::string_view file_name);

  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  [[nodiscard]] const Line& line(std::size_t index) const { return lines_[index]; }
  [[nodiscard]] std::size_t size() const { return lines_.size(); }

  /// Number for what is missing at the end: that of the last line, or 1 without any.
  [[nodiscard]] int last_number() const { return lines_.empty() ? 1 : lines_.back().number; }

  /// The bytes of the lines `first` up to, not including, `end`, with their newlines.
  [[nodiscard]] std::string_view between(std::size_t first, std::size_t end) const;

  /// `FILE:LINE: what; expected …`
  [[nodiscard]] Error error(int line, std::string_view what, std::string_view expected) const;

  /// Why a line of header or steps cannot be read at all: it ends with CR LF.
  [[nodiscard]] Problem check_line_end(const Line& line) const;

 private:
  std::string_view text_;
  std::string file_name_;
  std::vector<Line> lines_;
};

}  // namespace afresh

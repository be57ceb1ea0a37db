// One line of a terminal that is filled from left to right, in colours, or in plain ASCII.
// Knows columns; must never know what is written on it.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "reports/colour.hpp"

namespace afresh {

/// A line as it is built up. Each piece of text is written once, and never over another.
class ScreenLine {
 public:
  explicit ScreenLine(bool colour) : colour_(colour) {}

  /// Blanks up to the column (from 0), or none where the line is longer already; then the text.
  void put(std::size_t column, std::string_view text, Colour colour = Colour::kNone);
  /// The text where the line ends.
  void add(std::string_view text, Colour colour = Colour::kNone) { put(used_, text, colour); }

  [[nodiscard]] std::size_t columns() const { return used_; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  bool colour_;
  std::size_t used_ = 0;
  std::string text_;
};

/// Every character that is not ASCII replaced by one that is, so that columns stay columns: signs
/// and bars by the nearest, all others by `?`.
[[nodiscard]] std::string in_ascii(std::string_view text);

}  // namespace afresh

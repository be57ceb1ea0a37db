// Where the columns of the screen's table stand, for a width.
// Arithmetic only: what does not fit is left out, the least important first.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "reports/overview.hpp"

namespace afresh {

/// Column numbers from 0. What is left out has the width 0.
struct ScreenColumns {
  std::size_t name = 0;    ///< width of a strategy's name
  std::size_t phrase = 0;  ///< width of the technique in a few words
  std::size_t bar = 0;     ///< width of the bar
  std::size_t count = 0;   ///< width of the count behind it
  std::size_t step = 0;    ///< from one mark to the next; 0: no marks
  std::size_t tiers = 0;   ///< lines that the names of the marks take

  [[nodiscard]] std::size_t phrase_begin() const { return 1 + name + 1; }
  [[nodiscard]] std::size_t bar_begin() const {
    return phrase_begin() + (phrase > 0 ? phrase + 1 : 0);
  }
  [[nodiscard]] std::size_t count_begin() const { return bar_begin() + (bar > 0 ? bar + 1 : 0); }
  [[nodiscard]] std::size_t marks_begin() const { return count_begin() + count + 1; }
};

/// The columns for the rows of the table in at most so many columns.
[[nodiscard]] ScreenColumns columns_for(const OverviewTable& table, std::size_t width);

/// `98/101`, with `?` where something is unknown, `–` where nothing was tried.
[[nodiscard]] std::string fresh_count(const Cell& cell);

}  // namespace afresh

// Report → the answer on one screen of a terminal: strategies by family with a bar and a mark for
// each aspect, a few sentences, and where to look further.
// Lays out what `overview` and `statements` say; must never judge, or be longer than asked.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>

#include "reports/report.hpp"

namespace afresh {

struct ScreenStyle {
  bool colour = false;
  bool ascii = false;       ///< for a terminal that shows no other characters
  std::size_t width = 100;  ///< columns, at least `kMinScreenColumns`
  std::size_t lines = 50;   ///< at most; 0: as many as it takes to show all rows
};

/// Below this a strategy's name and its count do not fit side by side.
inline constexpr std::size_t kMinScreenColumns = 40;
/// Wider than this a line is hard to follow.
inline constexpr std::size_t kMaxScreenColumns = 120;
/// Fewer lines than this hold no answer.
inline constexpr std::size_t kMinScreenLines = 24;

void write_screen(std::ostream& out, const Report& report, const ScreenStyle& style);

}  // namespace afresh

// A grid of coloured cells → lines of a terminal.
// Knows columns and colours; must never know what the cells are about.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "reports/colour.hpp"

namespace afresh {

struct Part {
  std::string text;
  Colour colour = Colour::kNone;
};

/// What a cell says: its parts with commas between them, or one below the other.
using CellText = std::vector<Part>;
using GridRow = std::vector<CellText>;

/// Writes the rows (all as long as the first; at least one) with their columns aligned to the left
/// and no blanks at the end of a line. Where the grid would be wider than `width` columns (0: no
/// limit), the parts of a cell go one below the other. Escapes are written only with `colour`.
void write_grid(std::ostream& out, const std::vector<GridRow>& rows, std::size_t width,
                bool colour);

}  // namespace afresh

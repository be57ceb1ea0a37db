// SPDX-License-Identifier: MIT
#include "reports/grid.hpp"

#include <algorithm>
#include <ostream>
#include <string_view>

#include "reports/text.hpp"

namespace afresh {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::string_view kBetweenParts = ", ";

std::size_t columns_of_cell(const CellText& cell) {
  std::size_t columns = cell.empty() ? 0 : (cell.size() - 1) * kBetweenParts.size();
  for (const Part& part : cell) columns += count_columns(part.text);
  return columns;
}

std::vector<std::size_t> column_widths(const std::vector<GridRow>& rows) {
  std::vector<std::size_t> widths(rows.front().size(), 0);
  for (const GridRow& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], columns_of_cell(row[i]));
    }
  }
  return widths;
}

bool fits(const std::vector<std::size_t>& widths, std::size_t width) {
  std::size_t needed = kGap * (widths.size() - 1);
  for (std::size_t columns : widths) needed += columns;
  return width == 0 || needed <= width;
}

/// The rows with each cell of several parts spread over as many rows.
std::vector<GridRow> stacked(const std::vector<GridRow>& rows) {
  std::vector<GridRow> lines;
  for (const GridRow& row : rows) {
    const std::size_t first = lines.size();
    for (std::size_t i = 0; i < row.size(); ++i) {
      for (std::size_t j = 0; j < row[i].size(); ++j) {
        if (lines.size() <= first + j) lines.emplace_back(row.size());
        lines[first + j][i] = {row[i][j]};
      }
    }
  }
  return lines;
}

std::string painted(const CellText& cell, bool colour) {
  std::string text;
  for (const Part& part : cell) {
    if (!text.empty()) text += kBetweenParts;
    text += paint(part.text, part.colour, colour);
  }
  return text;
}

/// Blanks are written before a cell, not after it: so no line ends in them.
void write_line(std::ostream& out, const GridRow& row, const std::vector<std::size_t>& widths,
                bool colour) {
  std::size_t used = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!row[i].empty()) {
      out << std::string(start - used, ' ') << painted(row[i], colour);
      used = start + columns_of_cell(row[i]);
    }
    start += widths[i] + kGap;
  }
  out << '\n';
}

}  // namespace

void write_grid(std::ostream& out, const std::vector<GridRow>& rows, std::size_t width,
                bool colour) {
  if (!fits(column_widths(rows), width)) {
    // Once more without a limit: what does not fit even so is the terminal's to break.
    write_grid(out, stacked(rows), 0, colour);
    return;
  }
  const std::vector<std::size_t> widths = column_widths(rows);
  for (const GridRow& row : rows) write_line(out, row, widths, colour);
}

}  // namespace afresh

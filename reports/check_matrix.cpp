// The table of `check --matrix`: a row for each strategy, a column for each aspect that was judged.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <ostream>

#include "reports/check_screen.hpp"
#include "reports/grid.hpp"
#include "reports/tally.hpp"

namespace afresh {
namespace {

using Cells = std::map<Aspect, Cell>;

/// How the cases of one strategy came out together.
Cells tally_cells(const Report& report, const std::string& strategy) {
  Cells cells;
  for (const Record& record : report.records) {
    if (record.strategy != strategy) continue;
    for (const auto& [aspect, verdict] : record.verdicts) count(cells[aspect], verdict);
  }
  return cells;
}

CellText render_cell(const Cells& cells, Aspect aspect) {
  auto found = cells.find(aspect);
  if (found == cells.end() || found->second.judged() == 0) return {{"–"}};
  const Cell& cell = found->second;
  if (cell.fail > 0) return {{cell.behaves == cell.fail ? "behaves" : "fails", Colour::kRed}};
  if (cell.unknown > 0) return {{"unknown", Colour::kMagenta}};
  if (cell.refused > 0) return {{"refused", Colour::kYellow}};
  return {{"right", Colour::kGreen}};
}

}  // namespace

void write_check_matrix(std::ostream& out, const CheckReport& report, const CheckStyle& style) {
  std::vector<std::pair<std::string, Cells>> rows;
  for (const StrategyResult& result : report.recommendation.results)
    rows.emplace_back(result.name, tally_cells(report.report, result.name));
  std::vector<Aspect> columns;
  std::ranges::copy_if(kAspects, std::back_inserter(columns), [&](Aspect aspect) {
    return std::ranges::any_of(rows, [&](const auto& row) { return row.second.contains(aspect); });
  });
  std::vector<GridRow> grid;
  GridRow& heading = grid.emplace_back(GridRow{{{"strategy"}}});
  for (Aspect aspect : columns) heading.push_back({{std::string(name_of(aspect))}});
  for (const auto& [strategy, cells] : rows) {
    GridRow& line = grid.emplace_back(GridRow{{{strategy}}});
    for (Aspect aspect : columns) line.push_back(render_cell(cells, aspect));
  }
  write_grid(out, grid, style.width, style.colour);
}

}  // namespace afresh

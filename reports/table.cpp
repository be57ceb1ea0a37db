// SPDX-License-Identifier: MIT
#include "reports/table.hpp"

#include <fmt/format.h>

#include <ostream>
#include <string>
#include <vector>

#include "reports/grid.hpp"
#include "reports/tally.hpp"
#include "reports/text.hpp"
#include "reports/witness.hpp"
#include "reports/wording.hpp"

namespace afresh {
namespace {

std::vector<GridRow> grid_rows(const Section& section) {
  const std::vector<Aspect> columns = judged_aspects(section);
  std::vector<GridRow> rows;
  GridRow& heading = rows.emplace_back(GridRow{{{"strategy"}}});
  for (Aspect aspect : columns) heading.push_back({{std::string(name_of(aspect))}});
  for (const Row& row : section.rows) {
    GridRow& cells = rows.emplace_back(GridRow{{{row.strategy}}});
    for (Aspect aspect : columns) cells.push_back(cell_text(row, aspect));
  }
  return rows;
}

void write_sections(std::ostream& out, const std::vector<Section>& sections,
                    const TableStyle& style) {
  for (const Section& section : sections) {
    out << '\n';
    if (sections.size() > 1) out << title_of(section, sections) << ":\n";
    write_grid(out, grid_rows(section), style.width, style.colour);
  }
}

void write_failing(std::ostream& out, const Report& report, const FailingCell& cell,
                   const TableStyle& style) {
  out << fmt::format("\n{} fails {}: smallest witness {}\n", cell.title, cell.failures,
                     cell.witness->case_name)
      << wrapped(proof_of(*cell.witness, cell.aspect), 2, style.width) << "  "
      << replay_command(report, *cell.witness) << '\n';
}

}  // namespace

void write_table(std::ostream& out, const Report& report, const TableStyle& style) {
  out << environment_line(report.environment) << '\n';
  const std::vector<Section> sections = tally(report);
  if (sections.empty()) {
    out << kNothingRun << '\n';
    return;
  }
  write_sections(out, sections, style);
  out << '\n' << wrapped(kLegend, 0, style.width);
  for (const FailingCell& cell : failing_cells(report, sections)) {
    write_failing(out, report, cell, style);
  }
}

}  // namespace afresh

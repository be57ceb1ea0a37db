// SPDX-License-Identifier: MIT
#include "reports/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>
#include <string>
#include <vector>

#include "reports/grid.hpp"
#include "reports/tally.hpp"
#include "reports/text.hpp"
#include "reports/witness.hpp"

namespace afresh {
namespace {

/// Full colour for all or none only; where nothing but *unknown* came out there is nothing to
/// count.
Colour count_colour(const Cell& cell) {
  if (cell.pass == cell.judged()) return Colour::kGreen;
  if (cell.fail == cell.judged()) return Colour::kRed;
  if (cell.unknown == cell.judged()) return Colour::kMagenta;
  return Colour::kYellow;
}

CellText cell_text(const Row& row, Aspect aspect) {
  auto found = row.cells.find(aspect);
  if (found == row.cells.end()) return {{"–"}};
  const Cell& cell = found->second;
  CellText parts{{fmt::format("{}/{}", cell.pass, cell.judged()), count_colour(cell)}};
  if (cell.refused > 0) parts.push_back({fmt::format("{} refused", cell.refused), Colour::kYellow});
  if (cell.unknown > 0) {
    parts.push_back({fmt::format("{} unknown", cell.unknown), Colour::kMagenta});
  }
  return parts;
}

/// The aspects that were judged at all: a column of dashes says nothing.
std::vector<Aspect> columns_of(const Section& section) {
  std::vector<Aspect> columns;
  std::ranges::copy_if(kAspects, std::back_inserter(columns), [&](Aspect aspect) {
    return std::ranges::any_of(section.rows,
                               [&](const Row& row) { return row.cells.contains(aspect); });
  });
  return columns;
}

std::vector<GridRow> grid_rows(const Section& section) {
  const std::vector<Aspect> columns = columns_of(section);
  std::vector<GridRow> rows;
  GridRow& heading = rows.emplace_back(GridRow{{{"strategy"}}});
  for (Aspect aspect : columns) heading.push_back({{std::string(name_of(aspect))}});
  for (const Row& row : section.rows) {
    GridRow& cells = rows.emplace_back(GridRow{{{row.strategy}}});
    for (Aspect aspect : columns) cells.push_back(cell_text(row, aspect));
  }
  return rows;
}

/// Keeps distinct names in order of first appearance.
void note(std::vector<std::string>& seen, const std::string& name) {
  if (std::ranges::find(seen, name) == seen.end()) seen.push_back(name);
}

std::vector<std::string> hosts_of(const std::vector<Section>& sections) {
  std::vector<std::string> hosts;
  for (const Section& section : sections) note(hosts, section.host);
  return hosts;
}

std::vector<std::string> strategies_of(const std::vector<Section>& sections,
                                       const std::string& host) {
  std::vector<std::string> strategies;
  for (const Section& section : sections) {
    if (section.host != host) continue;
    for (const Row& row : section.rows) note(strategies, row.strategy);
  }
  return strategies;
}

void write_environment(std::ostream& out, const Environment& environment) {
  out << fmt::format("afresh {} · CPython {} · {} · {} · seed {}\n", environment.afresh_version,
                     environment.python_version, environment.compiler, environment.isolation,
                     environment.seed);
}

void write_sections(std::ostream& out, const std::vector<Section>& sections,
                    const TableStyle& style) {
  const bool names_host = hosts_of(sections).size() > 1;
  for (const Section& section : sections) {
    out << '\n';
    if (sections.size() > 1) {
      out << (section.is_generated ? "generated cases" : "scenarios")
          << (names_host ? " on " + section.host : "") << ":\n";
    }
    write_grid(out, grid_rows(section), style.width, style.colour);
  }
}

/// `12 of 20`, or where there are generated cases `12 of 20 scenarios and 3 of 500 generated
/// cases`.
std::string failures(const std::vector<Section>& sections, const std::string& host,
                     const std::string& strategy, Aspect aspect) {
  const bool has_generated = std::ranges::any_of(sections, &Section::is_generated);
  std::string text;
  for (const Section& section : sections) {
    auto row = std::ranges::find(section.rows, strategy, &Row::strategy);
    if (section.host != host || row == section.rows.end()) continue;
    auto cell = row->cells.find(aspect);
    if (cell == row->cells.end() || cell->second.fail == 0) continue;
    text += fmt::format("{}{} of {}", text.empty() ? "" : " and ", cell->second.fail,
                        cell->second.judged());
    if (has_generated) text += section.is_generated ? " generated cases" : " scenarios";
  }
  return text;
}

/// The smallest witness of each cell of one host that fails, scenarios and generated cases
/// together.
void write_witnesses(std::ostream& out, const Report& report, const std::vector<Section>& sections,
                     const std::string& host, const TableStyle& style) {
  const std::string place = hosts_of(sections).size() > 1 ? " on " + host : "";
  for (const std::string& strategy : strategies_of(sections, host)) {
    for (Aspect aspect : kAspects) {
      const Record* witness = smallest_witness(report, host, strategy, aspect);
      if (witness == nullptr) continue;
      out << fmt::format("\n{} · {}{} fails {}: smallest witness {}\n", strategy, name_of(aspect),
                         place, failures(sections, host, strategy, aspect), witness->case_name)
          << wrapped(proof_of(*witness, aspect), 2, style.width) << "  "
          << replay_command(report, *witness) << '\n';
    }
  }
}

}  // namespace

void write_table(std::ostream& out, const Report& report, const TableStyle& style) {
  write_environment(out, report.environment);
  const std::vector<Section> sections = tally(report);
  if (sections.empty()) {
    out << "no case was run\n";
    return;
  }
  write_sections(out, sections, style);
  out << '\n'
      << wrapped(
             "passed/judged: of the cases in which the aspect was judged, those that pass; "
             "refused and unknown count as judged, not as passed",
             0, style.width);
  for (const std::string& host : hosts_of(sections)) {
    write_witnesses(out, report, sections, host, style);
  }
}

}  // namespace afresh

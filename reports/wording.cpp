// SPDX-License-Identifier: MIT
#include "reports/wording.hpp"

#include <fmt/format.h>

namespace afresh {
namespace {

/// Full colour for all or none only, and one of its own where whatever fails does so in structure
/// alone; where nothing but *unknown* came out there is nothing to count.
Colour count_colour(const Cell& cell) {
  if (cell.pass == cell.judged()) return Colour::kGreen;
  if (cell.fail > 0 && cell.behaves == cell.fail) return Colour::kBlue;
  if (cell.fail == cell.judged()) return Colour::kRed;
  if (cell.unknown == cell.judged()) return Colour::kMagenta;
  return Colour::kYellow;
}

}  // namespace

std::string environment_line(const Environment& environment) {
  return fmt::format("afresh {} · CPython {} · {} · {} · seed {}", environment.afresh_version,
                     environment.python_version, environment.compiler, environment.isolation,
                     environment.seed);
}

std::string section_title(const Section& section, const std::vector<Section>& all) {
  return (section.is_generated ? "generated cases" : "scenarios") +
         (hosts_in(all).size() > 1 ? " on " + section.host : "");
}

CellText cell_text(const Row& row, Aspect aspect) {
  auto found = row.cells.find(aspect);
  if (found == row.cells.end()) return {{"–"}};
  const Cell& cell = found->second;
  CellText parts{{fmt::format("{}/{}", cell.pass, cell.judged()), count_colour(cell)}};
  if (cell.behaves > 0) {
    const char* verb = cell.behaves == 1 ? "behaves" : "behave";
    parts.push_back({fmt::format("{} {}", cell.behaves, verb), Colour::kBlue});
  }
  if (cell.refused > 0) parts.push_back({fmt::format("{} refused", cell.refused), Colour::kYellow});
  if (cell.unknown > 0) {
    parts.push_back({fmt::format("{} unknown", cell.unknown), Colour::kMagenta});
  }
  return parts;
}

}  // namespace afresh

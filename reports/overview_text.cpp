// SPDX-License-Identifier: MIT
#include "reports/overview_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include "reports/text.hpp"

namespace afresh {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

int percent(const Cell& cell) {
  return static_cast<int>(std::lround(100.0 * cell.pass / std::max(cell.tried(), 1)));
}

}  // namespace

std::string_view mark_sign(Mark mark) {
  switch (mark) {
    case Mark::kAll: return "●";
    case Mark::kMost: return "◕";
    case Mark::kSome: return "◑";
    case Mark::kNone: return "○";
    case Mark::kUnknown: return "?";
    case Mark::kNotJudged: return "–";
  }
  return "";
}

std::vector<std::string> marks_legend() {
  constexpr std::array<std::pair<Mark, std::string_view>, 6> kMeanings{
      {{Mark::kAll, "all"},
       {Mark::kMost, "9 in 10"},
       {Mark::kSome, "some"},
       {Mark::kNone, "none"},
       {Mark::kUnknown, "unknown"},
       {Mark::kNotJudged, "not judged"}}};
  std::vector<std::string> legend;
  for (const auto& [mark, meaning] : kMeanings)
    legend.push_back(fmt::format("{} {}", mark_sign(mark), meaning));
  return legend;
}

std::string section_title(const OverviewTable& table) {
  return fmt::format("{}, {}", one_line(table.host),
                     table.is_generated ? counted(table.cases, "generated case", "generated cases")
                                        : counted(table.cases, "scenario", "scenarios"));
}

std::string run_line(const Report& report, const std::vector<OverviewTable>& tables) {
  std::size_t scenarios = 0;
  std::size_t generated = 0;
  for (const OverviewTable& table : tables)
    (table.is_generated ? generated : scenarios) += table.cases;
  std::set<std::string> strategies;
  for (const Record& record : report.records) strategies.insert(record.strategy);
  std::vector<std::string> cases;
  if (scenarios > 0) cases.push_back(counted(scenarios, "scenario", "scenarios"));
  if (generated > 0) cases.push_back(counted(generated, "generated case", "generated cases"));
  std::string line = fmt::format(
      "afresh {} · CPython {} · {} × {} · seed {}", one_line(report.environment.afresh_version),
      one_line(report.environment.python_version), fmt::join(cases, " and "),
      counted(strategies.size(), "strategy", "strategies"), report.environment.seed);
  if (report.wall_s > 0)
    line += fmt::format(" · {:.{}f} s", report.wall_s, report.wall_s < 10 ? 1 : 0);
  return line;
}

std::string folded_text(const std::vector<const OverviewRow*>& folded) {
  std::vector<Cell> cells;
  for (const OverviewRow* row : folded) cells.push_back(row->cell(Aspect::kFresh));
  const std::string others = "and " + counted(folded.size(), "other", "others");
  std::erase_if(cells, [](const Cell& cell) { return cell.tried() == 0; });
  if (cells.empty()) return others;
  const int tried = cells.front().tried();
  bool are_alike =
      std::ranges::all_of(cells, [&](const Cell& cell) { return cell.tried() == tried; });
  const auto value = [&](const Cell& cell) { return are_alike ? cell.pass : percent(cell); };
  const int least = value(*std::ranges::min_element(cells, {}, value));
  const int most = value(*std::ranges::max_element(cells, {}, value));
  return fmt::format("{}, {}{}", others,
                     least == most ? std::to_string(most) : fmt::format("{} to {}", least, most),
                     are_alike ? fmt::format(" of {}", tried) : " %");
}

std::string elsewhere_text(const std::string& family, const std::vector<OverviewTable>& tables) {
  std::vector<std::string> places;
  for (std::size_t i = 1; i < tables.size(); ++i) {
    auto found = std::ranges::find(tables[i].families, family, &OverviewFamily::name);
    if (found == tables[i].families.end()) continue;
    const Cell best = found->rows.front().cell(Aspect::kFresh);
    if (best.tried() == 0) continue;
    places.push_back(fmt::format("{}{} {}/{}", one_line(tables[i].host, 20),
                                 tables[i].is_generated ? " generated" : "", best.pass,
                                 best.tried()));
  }
  return places.empty() ? "" : fmt::format("best on {}", fmt::join(places, ", "));
}

}  // namespace afresh

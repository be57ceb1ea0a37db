// SPDX-License-Identifier: MIT
#include "reports/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <set>
#include <tuple>
#include <utility>

#include "reports/explain.hpp"
#include "reports/finding_text.hpp"
#include "reports/grid.hpp"
#include "reports/text.hpp"
#include "reports/witness.hpp"
#include "reports/wording.hpp"

namespace afresh {
namespace {

// What an author can ask of every reload. That an edit which cannot load leaves the old one, that
// held objects go on and values stay, is more than most strategies promise; and what
// *process-state* finds is for the add-on's own unregister() to undo.
constexpr std::array kAsked{Aspect::kFresh, Aspect::kClean, Aspect::kRecovery, Aspect::kIsolation,
                            Aspect::kLeaks};

// Which of several that are right to use: the simple ones that fail least over all scenarios, then
// those that do more, then restarts, which cost the session. A reload in place is never advised:
// where it is right for this edit, the next one may delete a name.
constexpr std::array<std::string_view, 11> kByMerit{"purge-dotted-collect",
                                                    "purge-dotted",
                                                    "transactional",
                                                    "purge-by-file",
                                                    "purge-and-sweep",
                                                    "generation-swap",
                                                    "generation-swap-migrate",
                                                    "purge-prefix",
                                                    "restart-document",
                                                    "restart",
                                                    "restart-clean"};
constexpr std::size_t kMaxObstacles = 8;

bool is_null(std::string_view strategy) { return strategy == "do-nothing"; }

std::size_t rank_of(const std::string& strategy) {
  return static_cast<std::size_t>(std::ranges::find(kByMerit, strategy) - kByMerit.begin());
}

std::vector<std::string> strategies_of(const Report& report) {
  std::vector<std::string> names;
  for (const Record& record : report.records) {
    if (std::ranges::find(names, record.strategy) == names.end()) names.push_back(record.strategy);
  }
  return names;
}

/// How the cases of one strategy came out together.
std::map<Aspect, Cell> cells_of(const Report& report, const std::string& strategy) {
  std::map<Aspect, Cell> cells;
  for (const Record& record : report.records) {
    if (record.strategy != strategy) continue;
    for (const auto& [aspect, verdict] : record.verdicts) count(cells[aspect], verdict);
  }
  return cells;
}

bool is_right(const Cell& cell) { return cell.pass == cell.judged(); }

int asked_and_not_right(const Report& report, const std::string& strategy) {
  std::map<Aspect, Cell> cells = cells_of(report, strategy);
  return static_cast<int>(std::ranges::count_if(kAsked, [&](Aspect aspect) {
    auto cell = cells.find(aspect);
    return cell != cells.end() && !is_right(cell->second);
  }));
}

/// Not a null, refused by nobody, judged at all.
bool is_answer(const Report& report, const std::string& strategy) {
  std::map<Aspect, Cell> cells = cells_of(report, strategy);
  auto fresh = cells.find(Aspect::kFresh);
  return !is_null(strategy) && fresh != cells.end() && fresh->second.refused == 0;
}

CellText cell_of(const std::map<Aspect, Cell>& cells, Aspect aspect) {
  auto found = cells.find(aspect);
  if (found == cells.end() || found->second.judged() == 0) return {{"–"}};
  const Cell& cell = found->second;
  if (cell.fail > 0) return {{cell.behaves == cell.fail ? "behaves" : "fails", Colour::kRed}};
  if (cell.unknown > 0) return {{"unknown", Colour::kMagenta}};
  if (cell.refused > 0) return {{"refused", Colour::kYellow}};
  return {{"right", Colour::kGreen}};
}

/// What findings of one kind are put together by: the line; of modules that stay all are alike.
std::string place_of(const Finding& finding) {
  if (finding.kind == FindingKind::kStaleModule) return std::string(name_of(finding.aspect));
  return finding.cause.is_known() ? source_line_text(finding.cause) : finding.paths.front();
}

std::string joined(const std::vector<std::string>& names) {
  return names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "));
}

/// `reload-top, reload-sorted and 5 others`.
std::string some_of(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 4;
  if (names.size() <= kMost + 1) return joined(names);
  std::vector<std::string> first(names.begin(), names.begin() + kMost);
  return fmt::format("{} and {} others", joined(first), names.size() - kMost);
}

std::string first_mend(FindingKind kind) {
  for (const Explanation& entry : explained_kinds()) {
    if (entry.word != name_of(kind)) continue;
    std::string_view mends = entry.mends;
    mends.remove_prefix(std::min(mends.find_first_not_of('\n'), mends.size()));
    return std::string(mends.substr(0, mends.find('\n')));
  }
  return {};
}

void write_answer(std::ostream& out, const Report& report, const TableStyle& style) {
  std::vector<std::string> right;
  for (const std::string& strategy : strategies_of(report)) {
    if (is_answer(report, strategy) && asked_and_not_right(report, strategy) == 0)
      right.push_back(strategy);
  }
  out << '\n' << wrapped("Right for it: " + joined(right) + ".", 0, style.width);
  std::string best = recommended_strategy(report);
  if (best.empty()) return;
  int missing = asked_and_not_right(report, best);
  std::string remark;
  if (missing > 0)
    remark = fmt::format(", although {} {} not right there", missing,
                         missing == 1 ? "aspect is" : "aspects are");
  else if (!is_right_under(report, best))
    remark = ". What the add-on itself leaves behind is to be mended first: see below";
  out << wrapped(fmt::format("Recommended: {}{}.", best, remark), 0, style.width);
}

void write_cells(std::ostream& out, const Report& report, const TableStyle& style) {
  std::vector<Aspect> columns;
  std::vector<std::pair<std::string, std::map<Aspect, Cell>>> rows;
  for (const std::string& strategy : strategies_of(report))
    rows.emplace_back(strategy, cells_of(report, strategy));
  std::ranges::copy_if(kAspects, std::back_inserter(columns), [&](Aspect aspect) {
    return std::ranges::any_of(rows, [&](const auto& row) { return row.second.contains(aspect); });
  });
  std::vector<GridRow> grid;
  GridRow& heading = grid.emplace_back(GridRow{{{"strategy"}}});
  for (Aspect aspect : columns) heading.push_back({{std::string(name_of(aspect))}});
  for (const auto& [strategy, cells] : rows) {
    GridRow& line = grid.emplace_back(GridRow{{{strategy}}});
    for (Aspect aspect : columns) line.push_back(cell_of(cells, aspect));
  }
  out << '\n';
  write_grid(out, grid, style.width, style.colour);
}

void write_refusals(std::ostream& out, const Report& report, const TableStyle& style) {
  std::set<std::string> told;
  for (const Record& record : report.records) {
    for (const auto& [aspect, verdict] : record.verdicts) {
      if (verdict.outcome != Outcome::kRefused || !told.insert(record.strategy).second) continue;
      out << wrapped(fmt::format("{} refuses: {}", record.strategy, one_line(verdict.reason)), 0,
                     style.width);
    }
  }
}

void write_obstacle(std::ostream& out, const Obstacle& obstacle, const TableStyle& style) {
  const Finding& finding = obstacle.finding;
  auto say = [&](const std::string& words) { out << wrapped(one_line(words), 2, style.width); };
  out << '\n' << wrapped(one_line(place_of(finding)), 0, style.width);
  say(finding_sentence(finding));
  say("under " + some_of(obstacle.strategies));
  if (std::string mend = first_mend(finding.kind); !mend.empty())
    say(fmt::format("what helps: {} (afresh explain {})", mend, name_of(finding.kind)));
}

void write_obstacles(std::ostream& out, const std::vector<Obstacle>& all, std::string_view title,
                     const TableStyle& style) {
  if (all.empty()) return;
  out << '\n' << paint(title, Colour::kBlue, style.colour) << '\n';
  for (std::size_t i = 0; i < std::min(all.size(), kMaxObstacles); ++i)
    write_obstacle(out, all[i], style);
  if (all.size() > kMaxObstacles)
    out << fmt::format("\nand {} more: --json has all\n", all.size() - kMaxObstacles);
}

}  // namespace

std::string recommended_strategy(const Report& report) {
  std::string best;
  std::pair<int, std::size_t> of_best{};
  for (const std::string& strategy : strategies_of(report)) {
    if (!is_answer(report, strategy)) continue;
    std::pair<int, std::size_t> here{asked_and_not_right(report, strategy), rank_of(strategy)};
    bool is_advisable = here.second < kByMerit.size();
    if (!is_advisable) here.first += static_cast<int>(kAsked.size());
    if (best.empty() || here < of_best) std::tie(best, of_best) = std::pair(strategy, here);
  }
  return best;
}

bool is_right_under(const Report& report, const std::string& strategy) {
  if (asked_and_not_right(report, strategy) > 0) return false;
  return std::ranges::none_of(report.records, [&](const Record& record) {
    return record.strategy == strategy &&
           std::ranges::any_of(record.findings, [](const Finding& finding) {
             return finding.attribution == Attribution::kAddon;
           });
  });
}

std::vector<Obstacle> obstacles(const Report& report) {
  using Key = std::tuple<bool, FindingKind, std::string>;
  std::map<Key, Obstacle> by_key;
  for (const Record& record : report.records) {
    if (is_null(record.strategy)) continue;
    for (const Finding& finding : record.findings) {
      bool is_addon_fault = finding.attribution == Attribution::kAddon;
      if (!is_addon_fault && finding.attribution != Attribution::kStrategy) continue;
      Obstacle& obstacle = by_key[{is_addon_fault, finding.kind, place_of(finding)}];
      if (obstacle.strategies.empty()) obstacle.finding = finding;
      if (std::ranges::find(obstacle.strategies, record.strategy) == obstacle.strategies.end())
        obstacle.strategies.push_back(record.strategy);
    }
  }
  std::map<std::string, int> failures;
  for (const std::string& strategy : strategies_of(report))
    failures[strategy] = asked_and_not_right(report, strategy);
  // The fewer else is wrong with a strategy, the more it matters what is.
  auto order = [&](const Obstacle& obstacle) {
    std::vector<int> of_each;
    for (const std::string& strategy : obstacle.strategies) of_each.push_back(failures[strategy]);
    bool is_asked = std::ranges::find(kAsked, obstacle.finding.aspect) != kAsked.end();
    return std::tuple(obstacle.finding.attribution != Attribution::kAddon, !is_asked,
                      std::ranges::min(of_each),
                      -static_cast<std::ptrdiff_t>(obstacle.strategies.size()));
  };
  std::vector<Obstacle> all;
  for (auto& [key, obstacle] : by_key) all.push_back(std::move(obstacle));
  std::ranges::stable_sort(
      all, [&](const Obstacle& a, const Obstacle& b) { return order(a) < order(b); });
  return all;
}

void write_check(std::ostream& out, const Report& report, const CheckHead& head,
                 const TableStyle& style) {
  out << environment_line(report.environment) << '\n'
      << wrapped(one_line(head.addon), 0, style.width) << wrapped(head.edit, 0, style.width);
  write_answer(out, report, style);
  write_cells(out, report, style);
  out << '\n';
  write_refusals(out, report, style);
  std::vector<Obstacle> all = obstacles(report);
  auto strategys = std::ranges::find_if(all, [](const Obstacle& obstacle) {
    return obstacle.finding.attribution != Attribution::kAddon;
  });
  write_obstacles(out, {all.begin(), strategys},
                  "What the add-on leaves, whatever reloads it:", style);
  write_obstacles(out, {strategys, all.end()}, "What is in the way of some strategies:", style);
}

}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "reports/statements.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "reports/families.hpp"
#include "reports/weakness.hpp"
#include "reports/witness.hpp"

namespace afresh {
namespace {

/// Rows that are named at most where there may be more of a sort.
constexpr std::size_t kMaxNames = 3;

NamedCell named(const OverviewRow& row, Aspect aspect) { return {row.strategy, row.cell(aspect)}; }

/// Best first, over all families.
std::vector<const OverviewRow*> ranked(const OverviewTable& table) {
  std::vector<const OverviewRow*> rows = table.rows();
  std::ranges::stable_sort(
      rows, [](const OverviewRow* a, const OverviewRow* b) { return is_better(*a, *b); });
  return rows;
}

/// Whether the row passes every case of the aspect: nearly all that there are, as one who was
/// hardly ever judged, or refused nearly everything, has shown nothing.
bool passes_all(const OverviewTable& table, const OverviewRow& row, Aspect aspect) {
  int most = 0;
  for (const OverviewRow* each : table.rows()) most = std::max(most, each->cell(aspect).tried());
  const Cell cell = row.cell(aspect);
  return cell_mark(cell) == Mark::kAll && cell.tried() * 10 >= most * 9;
}

/// The families in which some row passes every case of the aspect.
std::vector<const OverviewFamily*> families_that_pass(const OverviewTable& table, Aspect aspect) {
  std::vector<const OverviewFamily*> passing;
  for (const OverviewFamily& family : table.families) {
    bool passes = std::ranges::any_of(
        family.rows, [&](const OverviewRow& row) { return passes_all(table, row, aspect); });
    if (passes) passing.push_back(&family);
  }
  return passing;
}

const OverviewFamily* family_with(const OverviewTable& table, const OverviewRow& row) {
  auto found = std::ranges::find_if(table.families, [&](const OverviewFamily& family) {
    return std::ranges::any_of(family.rows, [&](const OverviewRow& each) { return &each == &row; });
  });
  return found == table.families.end() ? nullptr : &*found;
}

/// The largest count of passes of the aspect in the family.
Cell best_cell(const OverviewFamily& family, Aspect aspect) {
  Cell best;
  for (const OverviewRow& row : family.rows) {
    if (cell_mark(row.cell(aspect)) == Mark::kAll && row.cell(aspect).pass > best.pass)
      best = row.cell(aspect);
  }
  return best;
}

std::optional<RightEverywhere> right_everywhere(const OverviewTable& table) {
  const std::vector<const OverviewRow*> rows = ranked(table);
  if (rows.empty() || rows.front()->cell(Aspect::kFresh).tried() == 0) return {};
  RightEverywhere result{
      .right = {}, .only_family = {}, .only_there = {}, .next = {}, .ways = rows.size()};
  for (const OverviewRow* row : rows) {
    if (passes_all(table, *row, Aspect::kFresh))
      result.right.push_back(named(*row, Aspect::kFresh));
  }
  const auto right = families_that_pass(table, Aspect::kFresh);
  const OverviewFamily* only = right.size() == 1 && table.families.size() > 1 ? right[0] : nullptr;
  if (only != nullptr) {
    result.only_family = only->name;
    for (Aspect aspect : table.aspects) {
      if (families_that_pass(table, aspect) == right)
        result.only_there.emplace_back(aspect, best_cell(*only, aspect));
    }
  }
  auto next = std::ranges::find_if(rows, [&](const OverviewRow* row) {
    bool is_right = passes_all(table, *row, Aspect::kFresh);
    bool was_tried = row->cell(Aspect::kFresh).tried() > 0;
    return was_tried && !is_right && (only == nullptr || family_with(table, *row) != only);
  });
  if (next != rows.end()) result.next.push_back(named(**next, Aspect::kFresh));
  return result;
}

std::optional<OrderMatters> order_matters(const Report& report, const OverviewFamily& family) {
  std::vector<std::pair<std::string, const OverviewRow*>> ordered;
  for (const OverviewRow& row : family.rows) {
    auto facts = report.strategy_facts.find(row.strategy);
    if (facts != report.strategy_facts.end() && !facts->second.order.empty())
      ordered.emplace_back(facts->second.order, &row);
  }
  if (ordered.size() < 2) return {};
  OrderMatters result{.family = family.name,
                      .best_order = ordered.front().first,
                      .best = named(*ordered.front().second, Aspect::kFresh),
                      .worst_order = ordered.back().first,
                      .worst = named(*ordered.back().second, Aspect::kFresh)};
  if (result.best.cell.pass == result.worst.cell.pass) return {};
  return result;
}

std::optional<OrderMatters> order_matters(const Report& report, const OverviewTable& table) {
  for (const OverviewFamily& family : table.families) {
    if (auto result = order_matters(report, family)) return result;
  }
  return {};
}

std::optional<FewPass> few_pass(const OverviewTable& table, Aspect aspect) {
  FewPass result{.aspect = aspect, .all = {}, .some = {}};
  for (const OverviewRow* row : ranked(table)) {
    const Cell cell = row->cell(aspect);
    if (cell.tried() == 0) continue;
    if (cell.pass == cell.tried()) {
      result.all.push_back(named(*row, aspect));
    } else if (cell.pass > 0) {
      result.some.push_back(named(*row, aspect));
    } else {
      ++result.none;
    }
  }
  std::ranges::stable_sort(result.some, std::ranges::greater{},
                           [](const NamedCell& each) { return each.cell.pass; });
  const std::size_t others = result.some.size() + result.none;
  if (others == 0 || result.all.size() > others) return {};
  return result;
}

std::optional<Damage> damage(const Report& report, const OverviewTable& table, Aspect aspect) {
  Damage result{.aspect = aspect, .failing = {}, .case_name = {}, .strategy = {}, .place = {}};
  std::set<std::string> failing;
  for (const OverviewRow* row : table.rows()) {
    const Cell cell = row->cell(aspect);
    result.ways += cell.tried() > 0 ? 1 : 0;
    if (cell.fail == 0) continue;
    result.failing.push_back(named(*row, aspect));
    failing.insert(row->strategy);
  }
  std::ranges::stable_sort(result.failing, std::ranges::greater{},
                           [](const NamedCell& each) { return each.cell.fail; });
  const Record* witness = smallest_record(report, aspect, [&](const Record& record) {
    auto verdict = record.verdicts.find(aspect);
    return record.host == table.host && is_generated(report, record) == table.is_generated &&
           failing.contains(record.strategy) && verdict != record.verdicts.end() &&
           verdict->second.outcome == Outcome::kFail;
  });
  if (witness == nullptr) return {};
  result.case_name = witness->case_name;
  result.strategy = witness->strategy;
  if (const Finding* finding = main_finding(*witness, aspect)) result.place = shown_path(*finding);
  return result;
}

std::optional<Refusals> refusals(const OverviewTable& table) {
  Refusals result{.some = {}, .all = table.absent};
  for (const OverviewRow* row : table.rows()) {
    if (row->refusals > 0) result.some.emplace_back(row->strategy, row->refusals);
  }
  if (result.some.empty() && result.all.empty()) return {};
  return result;
}

/// Of whom it is worth saying where they fail: the best that is not right, then the best of each
/// other family that passes something.
std::vector<const OverviewRow*> worth_explaining(const OverviewTable& table) {
  std::vector<const OverviewRow*> rows;
  std::set<const OverviewFamily*> seen;
  for (const OverviewRow* row : ranked(table)) {
    const Cell cell = row->cell(Aspect::kFresh);
    bool is_best = seen.insert(family_with(table, *row)).second;
    if (is_best && cell.pass > 0 && cell.pass < cell.tried()) rows.push_back(row);
  }
  return rows;
}

template <typename Each>
void add(std::vector<Statement>& all, const std::optional<Each>& statement) {
  if (statement && all.size() < kMaxStatements) all.emplace_back(*statement);
}

void add_names(std::vector<std::string>& names, const std::vector<NamedCell>& cells) {
  for (std::size_t i = 0; i < std::min(cells.size(), kMaxNames); ++i)
    names.push_back(cells[i].strategy);
}

/// The strategies that a statement names, by its sort.
struct Namer {
  std::vector<std::string> names;

  void operator()(const RightEverywhere& each) {
    if (each.only_family.empty()) add_names(names, each.right);
    add_names(names, each.next);
  }
  void operator()(const Weakness& each) { names.push_back(each.fresh.strategy); }
  void operator()(const OrderMatters& each) {
    names.insert(names.end(), {each.best.strategy, each.worst.strategy});
  }
  void operator()(const FewPass& each) {
    add_names(names, each.all);
    if (!each.some.empty()) names.push_back(each.some.front().strategy);
  }
  void operator()(const Damage& each) {
    names.insert(names.end(), {each.failing.front().strategy, each.strategy});
  }
  void operator()(const Refusals& /*each*/) {}
};

}  // namespace

std::vector<Statement> statements(const Report& report, const OverviewTable& table) {
  std::vector<Statement> all;
  const std::vector<const OverviewRow*> weak = worth_explaining(table);
  add(all, right_everywhere(table));
  if (!weak.empty()) add(all, find_weakness(report, table, *weak.front()));
  add(all, order_matters(report, table));
  add(all, few_pass(table, Aspect::kRollback));
  add(all, damage(report, table, Aspect::kIsolation));
  for (std::size_t i = 1; i < weak.size(); ++i) add(all, find_weakness(report, table, *weak[i]));
  if (auto refused = refusals(table)) all.emplace_back(*refused);
  return all;
}

std::vector<std::string> strategies_in(const Statement& statement) {
  Namer namer;
  std::visit(namer, statement);
  return namer.names;
}

}  // namespace afresh

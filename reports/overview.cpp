// SPDX-License-Identifier: MIT
#include "reports/overview.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <tuple>

#include "reports/families.hpp"

namespace afresh {
namespace {

/// Whether the first share of passes is larger. Nothing tried is less than none passed.
std::strong_ordering compare_shares(int pass, int tried, int other_pass, int other_tried) {
  if (tried == 0 || other_tried == 0) return (tried > 0) <=> (other_tried > 0);
  return std::int64_t{pass} * other_tried <=> std::int64_t{other_pass} * tried;
}

/// What decides between rows that are equally fresh: how many other aspects pass everywhere, how
/// many somewhere, and what they pass of each.
std::tuple<int, int, double> merits(const OverviewRow& row) {
  int full = 0;
  int some = 0;
  double shares = 0;
  for (const auto& [aspect, cell] : row.cells) {
    if (aspect == Aspect::kFresh || cell.tried() == 0) continue;
    full += cell_mark(cell) == Mark::kAll ? 1 : 0;
    some += cell.pass > 0 ? 1 : 0;
    shares += static_cast<double>(cell.pass) / cell.tried();
  }
  return {full, some, shares};
}

/// Whether the first is at least as good in every aspect, in behaviour too.
bool covers(const OverviewRow& first, const OverviewRow& second) {
  return std::ranges::all_of(kAspects, [&](Aspect aspect) {
    const Cell a = first.cell(aspect);
    const Cell b = second.cell(aspect);
    return b.tried() == 0 ||
           (compare_shares(a.pass, a.tried(), b.pass, b.tried()) >= 0 &&
            compare_shares(a.pass + a.behaves, a.tried(), b.pass + b.behaves, b.tried()) >= 0);
  });
}

/// Of several that are equal the first adds something.
void note_what_adds_nothing(std::vector<OverviewRow>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < rows.size() && !rows[i].adds_nothing; ++j) {
      bool is_earlier = j < i;
      rows[i].adds_nothing =
          j != i && covers(rows[j], rows[i]) && (is_earlier || !covers(rows[i], rows[j]));
    }
  }
}

/// A strategy that passes nothing and refuses most of what it is asked is for another host.
bool is_for_another_host(const Row& row) {
  int pass = 0;
  int refused = 0;
  int others = 0;
  for (const auto& [aspect, cell] : row.cells) {
    pass += cell.pass;
    refused += cell.refused;
    others += cell.fail + cell.unknown;
  }
  return pass == 0 && refused > others;
}

/// What only the records themselves say of a section.
struct SectionFacts {
  std::set<std::string> cases;
  std::map<std::string, int> refusals;  ///< cases, by strategy
};

SectionFacts make_section_facts(const Report& report, const Section& section) {
  SectionFacts facts;
  for (const Record& record : report.records) {
    if (record.host != section.host || is_generated(report, record) != section.is_generated)
      continue;
    facts.cases.insert(record.case_name);
    bool has_refused = std::ranges::any_of(record.verdicts, [](const auto& verdict) {
      return verdict.second.outcome == Outcome::kRefused;
    });
    facts.refusals[record.strategy] += has_refused ? 1 : 0;
  }
  return facts;
}

OverviewRow overview_row(const Report& report, const Row& row, int refusals) {
  auto facts = report.strategy_facts.find(row.strategy);
  return {.strategy = row.strategy,
          .in_short = facts == report.strategy_facts.end() ? "" : facts->second.in_short,
          .is_own = report.strategy_arguments.contains(row.strategy),
          .cells = row.cells,
          .refusals = refusals};
}

void add_row(std::vector<OverviewFamily>& families, const std::string& name, OverviewRow row) {
  auto family = std::ranges::find(families, name, &OverviewFamily::name);
  if (family == families.end()) family = families.insert(family, {.name = name, .rows = {}});
  family->rows.push_back(std::move(row));
}

OverviewTable overview_table(const Report& report, const Section& section) {
  SectionFacts facts = make_section_facts(report, section);
  OverviewTable table{.host = section.host,
                      .is_generated = section.is_generated,
                      .cases = facts.cases.size(),
                      .aspects = judged_aspects(section),
                      .families = {},
                      .absent = {}};
  std::erase(table.aspects, Aspect::kFresh);
  for (const Row& row : section.rows) {
    if (is_for_another_host(row)) {
      table.absent.push_back(row.strategy);
    } else {
      add_row(table.families, strategy_family(report, row.strategy),
              overview_row(report, row, facts.refusals[row.strategy]));
    }
  }
  std::ranges::stable_sort(
      table.families, {}, [](const OverviewFamily& family) { return rank_of_family(family.name); });
  for (OverviewFamily& family : table.families) {
    std::ranges::stable_sort(family.rows, is_better);
    note_what_adds_nothing(family.rows);
  }
  return table;
}

}  // namespace

Mark cell_mark(const Cell& cell) {
  const int tried = cell.tried();
  if (tried == 0) return Mark::kNotJudged;
  if (cell.unknown > 0) return Mark::kUnknown;
  if (cell.pass == tried) return Mark::kAll;
  if (cell.pass == 0) return Mark::kNone;
  return cell.pass * 10 >= tried * 9 ? Mark::kMost : Mark::kSome;
}

Cell OverviewRow::cell(Aspect aspect) const {
  auto found = cells.find(aspect);
  return found == cells.end() ? Cell{} : found->second;
}

const OverviewRow* OverviewTable::row(const std::string& strategy) const {
  for (const OverviewRow* each : rows()) {
    if (each->strategy == strategy) return each;
  }
  return nullptr;
}

std::vector<const OverviewRow*> OverviewTable::rows() const {
  std::vector<const OverviewRow*> all;
  for (const OverviewFamily& family : families) {
    for (const OverviewRow& each : family.rows) all.push_back(&each);
  }
  return all;
}

bool is_better(const OverviewRow& first, const OverviewRow& second) {
  const Cell a = first.cell(Aspect::kFresh);
  const Cell b = second.cell(Aspect::kFresh);
  // To refuse is no failure, but no help either.
  const auto shares = compare_shares(a.pass, a.judged(), b.pass, b.judged());
  if (shares != 0) return shares > 0;
  return merits(first) > merits(second);
}

std::vector<OverviewTable> overview(const Report& report) {
  std::vector<OverviewTable> tables;
  for (const Section& section : tally(report)) tables.push_back(overview_table(report, section));
  std::ranges::stable_sort(tables, {}, &OverviewTable::is_generated);
  // `max_element` gives the first of several that are equally large.
  const auto rank = [](const OverviewTable& table) {
    return std::tuple(!table.is_generated, table.cases);
  };
  auto main = std::ranges::max_element(tables, {}, rank);
  if (main != tables.end()) std::rotate(tables.begin(), main, std::next(main));
  return tables;
}

}  // namespace afresh

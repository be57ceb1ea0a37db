// SPDX-License-Identifier: MIT
#include "reports/why.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <sstream>
#include <utility>

#include "reports/families.hpp"
#include "reports/grid.hpp"
#include "reports/overview.hpp"
#include "reports/overview_text.hpp"
#include "reports/reason_text.hpp"
#include "reports/screen_line.hpp"
#include "reports/tally.hpp"
#include "reports/text.hpp"
#include "reports/witness.hpp"

namespace afresh {
namespace {

/// What is asked about: one strategy on the cases of one table.
struct Asked {
  const Report& report;
  const OverviewTable& table;
  const std::string& strategy;
  const WhyStyle& style;

  [[nodiscard]] std::vector<const Record*> records(Aspect aspect, Outcome outcome) const {
    std::vector<const Record*> found;
    for (const Record& record : report.records) {
      auto verdict = record.verdicts.find(aspect);
      if (record.host == table.host && record.strategy == strategy &&
          is_generated(report, record) == table.is_generated && verdict != record.verdicts.end() &&
          verdict->second.outcome == outcome)
        found.push_back(&record);
    }
    return found;
  }

  /// The counts of the strategy here, whether or not it has a row.
  [[nodiscard]] std::map<Aspect, Cell> cells() const {
    std::map<Aspect, Cell> cells;
    for (const Record& record : report.records) {
      if (record.host != table.host || record.strategy != strategy ||
          is_generated(report, record) != table.is_generated)
        continue;
      for (const auto& [aspect, verdict] : record.verdicts) count(cells[aspect], verdict);
    }
    return cells;
  }
};

Colour colour_of_mark(Mark mark) {
  if (mark == Mark::kAll) return Colour::kGreen;
  if (mark == Mark::kNone) return Colour::kRed;
  return mark == Mark::kUnknown ? Colour::kMagenta : Colour::kNone;
}

/// `91 of 101 pass`, then what else there is.
CellText counts_text(const Cell& cell) {
  CellText parts{{fmt::format("{} of {} pass", cell.pass, cell.tried()), Colour::kNone}};
  const auto add = [&](int count, std::string_view text) {
    if (count > 0) parts.push_back({fmt::format("{} {}", count, text), Colour::kNone});
  };
  add(cell.fail, "fail");
  add(cell.behaves, cell.behaves == 1 ? "of them behaves" : "of them behave");
  add(cell.unknown, "unknown");
  add(cell.refused, "refused");
  return parts;
}

void write_counts(std::ostream& out, const Asked& asked) {
  std::vector<GridRow> rows;
  for (const auto& [aspect, cell] : asked.cells()) {
    const Mark mark = cell_mark(cell);
    rows.push_back({{{" " + std::string(name_of(aspect)), Colour::kNone}},
                    {{std::string(mark_sign(mark)), colour_of_mark(mark)}},
                    counts_text(cell)});
  }
  if (!rows.empty()) write_grid(out, rows, asked.style.width, asked.style.colour);
}

const Record* find_smallest(const Asked& asked, Aspect aspect,
                            const std::vector<const Record*>& records) {
  return smallest_record(asked.report, aspect, [&](const Record& record) {
    return std::ranges::find(records, &record) != records.end();
  });
}

void write_witness(std::ostream& out, const Asked& asked, Aspect aspect, const Record& record) {
  out << wrapped(render_proof(record, aspect), 2, asked.style.width) << "  "
      << replay_command(asked.report, record) << '\n';
}

/// Each aspect that fails, by its smallest case.
void write_failing_aspects(std::ostream& out, const Asked& asked) {
  for (const auto& [aspect, cell] : asked.cells()) {
    const auto failing = asked.records(aspect, Outcome::kFail);
    if (failing.empty()) continue;
    const Record* smallest = find_smallest(asked, aspect, failing);
    out << fmt::format("\n{} fails {} of {}: smallest case {}\n", name_of(aspect), cell.fail,
                       cell.tried(), one_line(smallest->case_name));
    write_witness(out, asked, aspect, *smallest);
  }
}

/// Records that are told together, with what they have in common.
using Groups = std::vector<std::pair<std::string, std::vector<const Record*>>>;

template <typename Name>
Groups grouped(const std::vector<const Record*>& records, const Name& name_of_group) {
  Groups groups;
  for (const Record* record : records) {
    const std::string name = name_of_group(*record);
    auto group = std::ranges::find(groups, name, [](const auto& each) { return each.first; });
    if (group == groups.end()) group = groups.insert(group, {name, {}});
    group->second.push_back(record);
  }
  std::ranges::stable_sort(groups, std::ranges::greater{},
                           [](const auto& each) { return each.second.size(); });
  return groups;
}

std::string names_of_cases(const std::vector<const Record*>& records) {
  std::vector<std::string> names;
  for (const Record* record : records) names.push_back(one_line(record->case_name));
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string cases_text(std::size_t count) {
  return fmt::format("{} {}", count, count == 1 ? "case" : "cases");
}

void write_failures(std::ostream& out, const Asked& asked, Aspect aspect) {
  const auto kind_of = [&](const Record& record) {
    const Finding* finding = main_finding(record, aspect);
    return std::string(finding == nullptr ? "no finding" : name_of(finding->kind));
  };
  for (const auto& [kind, records] : grouped(asked.records(aspect, Outcome::kFail), kind_of)) {
    out << '\n'
        << wrapped(fmt::format("{} in {}: {}", kind, cases_text(records.size()),
                               names_of_cases(records)),
                   0, asked.style.width);
    write_witness(out, asked, aspect, *find_smallest(asked, aspect, records));
  }
}

void write_reasons(std::ostream& out, const Asked& asked, Aspect aspect, Outcome outcome,
                   std::string_view answer) {
  const auto reason_of = [&](const Record& record) {
    return one_line(render_reason(record.verdicts.at(aspect).reason));
  };
  for (const auto& [reason, records] : grouped(asked.records(aspect, outcome), reason_of)) {
    out << '\n'
        << wrapped(fmt::format("{} in {}: {}", answer, cases_text(records.size()),
                               names_of_cases(records)),
                   0, asked.style.width)
        << wrapped(reason.empty() ? "no reason is given." : reason + ".", 2, asked.style.width);
  }
}

void write_aspect(std::ostream& out, const Asked& asked, Aspect aspect) {
  const auto cells = asked.cells();
  auto cell = cells.find(aspect);
  if (cell == cells.end()) {
    out << fmt::format(" {}: no case judges it\n", name_of(aspect));
    return;
  }
  write_grid(out,
             {{{{" " + std::string(name_of(aspect)), Colour::kNone}},
               {{std::string(mark_sign(cell_mark(cell->second))),
                 colour_of_mark(cell_mark(cell->second))}},
               counts_text(cell->second)}},
             asked.style.width, asked.style.colour);
  write_failures(out, asked, aspect);
  write_reasons(out, asked, aspect, Outcome::kUnknown, "unknown");
  write_reasons(out, asked, aspect, Outcome::kRefused, "refused");
}

/// Who is asked about: name, family, technique, and what its file says in one sentence.
void write_head(std::ostream& out, const Report& report, const std::string& strategy,
                std::size_t width) {
  auto facts = report.strategy_facts.find(strategy);
  std::string line = one_line(strategy) + " · " + one_line(strategy_family(report, strategy));
  if (facts != report.strategy_facts.end() && !facts->second.in_short.empty())
    line += ": " + one_line(facts->second.in_short);
  out << wrapped(line, 0, width);
  auto summary = report.strategy_summaries.find(strategy);
  if (summary != report.strategy_summaries.end() && !summary->second.empty())
    out << wrapped(one_line(summary->second), 0, width);
}

void write_hint(std::ostream& out, const std::string& strategy, std::optional<Aspect> aspect) {
  if (aspect) {
    out << fmt::format("\nwhat {} means: ./afresh explain {}\n", name_of(*aspect),
                       name_of(*aspect));
  } else {
    out << fmt::format("\nall cases of an aspect: ./afresh why {} ASPECT\n", one_line(strategy));
  }
}

}  // namespace

std::vector<std::string> strategies_in(const Report& report) {
  std::vector<std::string> names;
  for (const Record& record : report.records) {
    if (std::ranges::find(names, record.strategy) == names.end()) names.push_back(record.strategy);
  }
  return names;
}

void write_why(std::ostream& out, const Report& report, const std::string& strategy,
               std::optional<Aspect> aspect, const WhyStyle& style) {
  std::ostringstream text;
  write_head(text, report, strategy, style.width);
  for (const OverviewTable& table : overview(report)) {
    const Asked asked{.report = report, .table = table, .strategy = strategy, .style = style};
    if (asked.cells().empty()) continue;
    text << '\n' << section_title(table) << '\n';
    if (aspect) {
      write_aspect(text, asked, *aspect);
    } else {
      write_counts(text, asked);
      write_failing_aspects(text, asked);
    }
  }
  write_hint(text, strategy, aspect);
  out << (style.ascii ? in_ascii(text.str()) : text.str());
}

}  // namespace afresh

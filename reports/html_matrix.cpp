// The tables of the page.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "reports/families.hpp"
#include "reports/html_cells.hpp"
#include "reports/html_parts.hpp"
#include "reports/html_places.hpp"
#include "reports/witness.hpp"
#include "reports/wording.hpp"

namespace afresh {
namespace {

void write_cell(Markup& page, const Cell& cell, const std::string& link) {
  const CountCell shown = count_cell(cell);
  auto td = page.open("td", {{"class", shown.css}});
  if (shown.fails && !link.empty())
    page.element("a", {{"href", "#" + link}}, shown.text);
  else
    page.text(shown.text);
  for (const std::string& remark : shown.remarks) page.element("small", remark);
}

void write_strategy(Markup& page, const Report& report, const std::string& strategy) {
  auto summary = report.strategy_summaries.find(strategy);
  std::optional<std::string> title;
  if (summary != report.strategy_summaries.end()) title = summary->second;
  page.element("th", {{"scope", "row"}, {"title", title}}, strategy);
}

void write_aspect_row(Markup& page, const Report& report, const Section& section, const Row& row,
                      const std::vector<Aspect>& columns) {
  auto tr = page.open("tr", {{"data-strategy", row.strategy},
                             {"id", row_id(section.host, section.is_generated, row.strategy)}});
  write_strategy(page, report, row.strategy);
  for (Aspect aspect : columns) {
    auto cell = row.cells.find(aspect);
    write_cell(page, cell == row.cells.end() ? Cell{} : cell->second,
               witness_id(section.host, row.strategy, aspect));
  }
}

/// The rows of one family, in the order of the records.
using FamilyRows = std::vector<const Row*>;

/// `, fresh at best 101/101`; nothing where it was not judged.
std::string best_in_words(const FamilyRows& rows) {
  Cell best;
  for (const Row* row : rows) {
    auto fresh = row->cells.find(Aspect::kFresh);
    if (fresh != row->cells.end() && fresh->second.pass >= best.pass) best = fresh->second;
  }
  if (best.judged() == 0) return "";
  return fmt::format(", {} at best {}", name_of(Aspect::kFresh), count_cell(best).text);
}

void write_family(Markup& page, const Report& report, const Section& section,
                  const std::string& name, const FamilyRows& rows) {
  const std::vector<Aspect> columns = judged_aspects(section);
  auto details =
      page.open("details",
                {{"class", "family"}, {"id", family_id(section.host, section.is_generated, name)}});
  {
    auto summary = page.open("summary");
    page.element("b", name);
    page.element("small", fmt::format(" {} {}{}", rows.size(), rows.size() == 1 ? "way" : "ways",
                                      best_in_words(rows)));
  }
  auto wide = page.open("div", scrolling(name));
  auto table = page.open("table", {{"class", "matrix aspects"}});
  {
    auto head = page.open("thead");
    auto row = page.open("tr");
    page.element("th", {{"scope", "col"}}, "strategy");
    for (Aspect aspect : columns)
      page.element("th", {{"scope", "col"}, {"data-aspect", name_of(aspect)}}, name_of(aspect));
  }
  auto body = page.open("tbody");
  for (const Row* row : rows) write_aspect_row(page, report, section, *row, columns);
}

/// Each family folds, so that a reader opens what matters.
void write_aspects(Markup& page, const Report& report, const Section& section) {
  std::map<std::pair<std::size_t, std::string>, FamilyRows> families;
  for (const Row& row : section.rows) {
    const std::string family = strategy_family(report, row.strategy);
    families[{rank_of_family(family), family}].push_back(&row);
  }
  for (const auto& [place, rows] : families)
    write_family(page, report, section, place.second, rows);
}

void write_summary(Markup& page, std::string_view heading) {
  auto summary = page.open("summary");
  page.element("h3", heading);
}

/// A heading that stands upright, so that many columns fit.
void write_upright(Markup& page, std::string_view data, const std::string& name) {
  auto th = page.open("th", {{"scope", "col"}, {data, name}});
  page.element("span", name);
}

void write_features(Markup& page, const Report& report, const Section& section) {
  const ByFeature features = by_feature(report, section);
  if (features.empty()) return;
  auto details = page.open("details", {{"class", "fold"}});
  write_summary(page, "by what the code does");
  {
    auto p = page.open("p");
    page.text("How often ");
    page.element("em", {{"class", "chosen"}}, name_of(Aspect::kFresh));
    page.text(" passes, among the cases with a feature. A case with several is counted in each.");
  }
  auto wide = page.open("div", scrolling("by what the code does"));
  auto table = page.open("table", {{"class", "matrix features"}});
  {
    auto head = page.open("thead");
    auto row = page.open("tr");
    page.element("th", {{"scope", "col"}}, "strategy");
    for (const auto& [feature, rows] : features) write_upright(page, "data-feature", feature);
  }
  auto body = page.open("tbody");
  for (const Row& row : section.rows) {
    auto tr = page.open("tr", {{"data-strategy", row.strategy}});
    write_strategy(page, report, row.strategy);
    for (const auto& [feature, rows] : features) {
      auto cells = rows.find(row.strategy);
      Cell cell;
      if (cells != rows.end() && cells->second.contains(Aspect::kFresh))
        cell = cells->second.at(Aspect::kFresh);
      write_cell(page, cell, "");
    }
  }
}

void write_case_row(Markup& page, const Report& report, const std::string& name,
                    const Section& section, const std::map<std::string, const Record*>& records) {
  auto facts = report.cases.find(name);
  auto tr = page.open("tr", {{"data-case", name}});
  page.element(
      "th",
      {{"scope", "row"}, {"title", facts == report.cases.end() ? "" : facts->second.value.story}},
      name);
  for (const Row& row : section.rows) {
    auto record = records.find(row.strategy);
    const CaseMark& mark =
        case_mark(record == records.end() ? nullptr : record->second, Aspect::kFresh);
    page.element("td", {{"class", mark.css}, {"title", mark.words}}, mark.text);
  }
}

void write_cases(Markup& page, const Report& report, const Section& section) {
  std::map<std::string, std::map<std::string, const Record*>> by_case;
  std::vector<std::string> names;
  for (const Record& record : report.records) {
    if (!is_in(report, section, record)) continue;
    if (!by_case.contains(record.case_name)) names.push_back(record.case_name);
    by_case[record.case_name][record.strategy] = &record;
  }
  auto details = page.open("details", {{"class", "fold"}});
  write_summary(page, "case by case");
  {
    auto p = page.open("p");
    page.element("em", {{"class", "chosen"}}, name_of(Aspect::kFresh));
    std::string legend;
    for (const CaseMark& mark : case_marks())
      legend += fmt::format("{}{} {}", legend.empty() ? ": " : ", ", mark.text, mark.words);
    page.text(legend + ".");
  }
  auto wide = page.open("div", scrolling("case by case"));
  auto table = page.open("table", {{"class", "matrix cases"}});
  {
    auto head = page.open("thead");
    auto row = page.open("tr");
    page.element("th", {{"scope", "col"}}, "case");
    for (const Row& each : section.rows) write_upright(page, "data-strategy", each.strategy);
  }
  auto body = page.open("tbody");
  for (const std::string& name : names) write_case_row(page, report, name, section, by_case[name]);
}

}  // namespace

Attributes scrolling(std::string_view label) {
  return {{"class", "wide"}, {"tabindex", 0}, {"role", "region"}, {"aria-label", label}};
}

void write_matrices(Markup& page, const Report& report, const std::vector<Section>& sections) {
  for (const Section& section : sections) {
    auto element = page.open("section", {{"class", "tables"},
                                         {"data-host", section.host},
                                         {"data-generated", section.is_generated ? 1 : 0}});
    page.element("h2", section_title(section, sections));
    write_aspects(page, report, section);
    write_features(page, report, section);
    if (!section.is_generated) write_cases(page, report, section);
  }
}

}  // namespace afresh

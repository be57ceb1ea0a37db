// The tables of the page.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <string>

#include "reports/html_parts.hpp"
#include "reports/html_text.hpp"
#include "reports/witness.hpp"
#include "reports/wording.hpp"

namespace afresh {
namespace {

/// How full of passes a cell is, as a class of the style sheet: `all`, `most`, `some`, `none`;
/// `behaves` where whatever fails does; `empty` where nothing was judged.
std::string_view fullness(const Cell& cell) {
  if (cell.judged() == 0) return "empty";
  if (cell.pass == cell.judged()) return "all";
  if (cell.fail == 0) return "open";
  if (cell.fail == cell.behaves) return "behaves";
  if (cell.pass == 0) return "none";
  return cell.pass * 4 >= cell.judged() * 3 ? "most" : "some";
}

std::string remarks(const Cell& cell) {
  std::string text;
  auto add = [&](int count, std::string_view what) {
    if (count > 0) text += fmt::format("<small>{} {}</small>", count, what);
  };
  add(cell.behaves, cell.behaves == 1 ? "behaves" : "behave");
  add(cell.refused, "refused");
  add(cell.unknown, "unknown");
  return text;
}

void write_cell(std::ostream& out, const Cell& cell, const std::string& link) {
  if (cell.judged() == 0) {
    out << "<td class=\"empty\">–</td>";
    return;
  }
  std::string counts = fmt::format("{}/{}", cell.pass, cell.judged());
  if (cell.fail > 0 && !link.empty()) counts = fmt::format("<a href=\"#{}\">{}</a>", link, counts);
  out << fmt::format("<td class=\"{}\">{}{}</td>", fullness(cell), counts, remarks(cell));
}

void write_strategy(std::ostream& out, const Report& report, const std::string& strategy) {
  auto summary = report.strategy_summaries.find(strategy);
  std::string title = summary == report.strategy_summaries.end()
                          ? ""
                          : fmt::format(" title=\"{}\"", html_text(summary->second));
  out << fmt::format("<th scope=\"row\"{}>{}</th>", title, html_text(strategy));
}

void write_aspects(std::ostream& out, const Report& report, const Section& section) {
  std::vector<Aspect> columns = judged_aspects(section);
  out << "<table class=\"matrix aspects\"><thead><tr><th scope=\"col\">strategy</th>";
  for (Aspect aspect : columns)
    out << fmt::format("<th scope=\"col\" data-aspect=\"{0}\">{0}</th>", name_of(aspect));
  out << "</tr></thead>\n<tbody>\n";
  for (const Row& row : section.rows) {
    out << fmt::format("<tr data-strategy=\"{}\">", html_text(row.strategy));
    write_strategy(out, report, row.strategy);
    for (Aspect aspect : columns) {
      auto cell = row.cells.find(aspect);
      write_cell(out, cell == row.cells.end() ? Cell{} : cell->second,
                 witness_id(section.host, row.strategy, aspect));
    }
    out << "</tr>\n";
  }
  out << "</tbody></table>\n";
}

/// What *fresh* comes to in cases with each feature, by strategy.
using ByFeature = std::map<std::string, std::map<std::string, Cell>>;

ByFeature by_feature(const Report& report, const Section& section) {
  ByFeature features;
  for (const Record& record : report.records) {
    auto facts = report.cases.find(record.case_name);
    bool is_in_section =
        record.host == section.host && is_generated(report, record) == section.is_generated;
    auto verdict = record.verdicts.find(Aspect::kFresh);
    if (facts == report.cases.end() || !is_in_section) continue;
    for (const std::string& feature : facts->second.value.features) {
      // A column though *fresh* may not be judged there: the reader may choose another aspect.
      Cell& cell = features[feature][record.strategy];
      if (verdict != record.verdicts.end()) count(cell, verdict->second);
    }
  }
  return features;
}

void write_features(std::ostream& out, const Report& report, const Section& section) {
  ByFeature features = by_feature(report, section);
  if (features.empty()) return;
  out << "<h3>by what the code does</h3>\n<p>How often <em>fresh</em> passes, among the cases with "
         "a feature. A case with several is counted in each.</p>\n"
         "<div class=\"wide\"><table class=\"matrix features\"><thead><tr>"
         "<th scope=\"col\">strategy</th>";
  for (const auto& [feature, row] : features)
    out << fmt::format("<th scope=\"col\" data-feature=\"{0}\"><span>{0}</span></th>",
                       html_text(feature));
  out << "</tr></thead>\n<tbody>\n";
  for (const Row& row : section.rows) {
    out << fmt::format("<tr data-strategy=\"{}\">", html_text(row.strategy));
    write_strategy(out, report, row.strategy);
    for (const auto& [feature, cells] : features) {
      auto cell = cells.find(row.strategy);
      write_cell(out, cell == cells.end() ? Cell{} : cell->second, "");
    }
    out << "</tr>\n";
  }
  out << "</tbody></table></div>\n";
}

struct Mark {
  std::string_view css;
  std::string_view text;
  std::string_view words;
};

Mark mark_of(const Record* record, Aspect aspect) {
  if (record == nullptr || !record->verdicts.contains(aspect)) return {"empty", "–", "not judged"};
  const Verdict& verdict = record->verdicts.at(aspect);
  switch (verdict.outcome) {
    case Outcome::kPass: return {"all", "✓", "passes"};
    case Outcome::kFail:
      return verdict.behaviour == Outcome::kPass ? Mark{"behaves", "≈", "differs, but behaves"}
                                                 : Mark{"none", "✗", "fails"};
    case Outcome::kUnknown: return {"open", "?", "unknown"};
    case Outcome::kRefused: return {"open", "∅", "refused"};
  }
  return {"empty", "–", "not judged"};
}

void write_cases(std::ostream& out, const Report& report, const Section& section) {
  std::map<std::string, std::map<std::string, const Record*>> by_case;
  std::vector<std::string> names;
  for (const Record& record : report.records) {
    if (record.host != section.host || is_generated(report, record)) continue;
    if (!by_case.contains(record.case_name)) names.push_back(record.case_name);
    by_case[record.case_name][record.strategy] = &record;
  }
  out << "<h3>case by case</h3>\n<p><em>fresh</em>: ✓ passes, ✗ fails, ≈ differs in structure "
         "while all that the case expects holds, ? unknown, ∅ refused, – not judged.</p>\n"
         "<div class=\"wide\"><table class=\"matrix cases\"><thead><tr><th scope=\"col\">case</th>";
  for (const Row& row : section.rows)
    out << fmt::format("<th scope=\"col\" data-strategy=\"{0}\"><span>{0}</span></th>",
                       html_text(row.strategy));
  out << "</tr></thead>\n<tbody>\n";
  for (const std::string& name : names) {
    auto facts = report.cases.find(name);
    std::string story = facts == report.cases.end() ? "" : facts->second.value.story;
    out << fmt::format("<tr data-case=\"{0}\"><th scope=\"row\" title=\"{1}\">{0}</th>",
                       html_text(name), html_text(story));
    for (const Row& row : section.rows) {
      Mark mark = mark_of(by_case[name][row.strategy], Aspect::kFresh);
      out << fmt::format("<td class=\"{}\" title=\"{}\">{}</td>", mark.css, mark.words, mark.text);
    }
    out << "</tr>\n";
  }
  out << "</tbody></table></div>\n";
}

}  // namespace

void write_matrices(std::ostream& out, const Report& report, const std::vector<Section>& sections) {
  for (const Section& section : sections) {
    out << fmt::format("<section class=\"tables\" data-host=\"{}\" data-generated=\"{}\">\n",
                       html_text(section.host), section.is_generated ? 1 : 0)
        << fmt::format("<h2>{}</h2>\n", html_text(title_of(section, sections)))
        << "<div class=\"wide\">";
    write_aspects(out, report, section);
    out << fmt::format("</div>\n<p class=\"legend\">{}</p>\n", html_text(kLegend));
    write_features(out, report, section);
    if (!section.is_generated) write_cases(out, report, section);
    out << "</section>\n";
  }
}

}  // namespace afresh

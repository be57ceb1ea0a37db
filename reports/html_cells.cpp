// SPDX-License-Identifier: MIT
#include "reports/html_cells.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace afresh {
namespace {

std::string_view fullness(const Cell& cell) {
  if (cell.judged() == 0) return "empty";
  if (cell.pass == cell.judged()) return "all";
  if (cell.fail == 0) return "open";
  if (cell.fail == cell.behaves) return "behaves";
  if (cell.pass == 0) return "none";
  return cell.pass * 4 >= cell.judged() * 3 ? "most" : "some";
}

char outcome_letter(const Record* record, Aspect aspect) {
  if (record == nullptr) return '-';
  auto verdict = record->verdicts.find(aspect);
  if (verdict == record->verdicts.end()) return '-';
  switch (verdict->second.outcome) {
    case Outcome::kPass: return 'p';
    case Outcome::kFail: return verdict->second.behaviour == Outcome::kPass ? 'b' : 'f';
    case Outcome::kUnknown: return 'u';
    case Outcome::kRefused: return 'r';
  }
  return '-';
}

}  // namespace

CountCell count_cell(const Cell& cell) {
  if (cell.judged() == 0) return {.css = "empty", .text = "–", .remarks = {}};
  CountCell shown{.css = fullness(cell),
                  .text = fmt::format("{}/{}", cell.pass, cell.judged()),
                  .remarks = {},
                  .fails = cell.fail > 0};
  auto add = [&](int count, std::string_view what) {
    if (count > 0) shown.remarks.push_back(fmt::format("{} {}", count, what));
  };
  add(cell.behaves, cell.behaves == 1 ? "behaves" : "behave");
  add(cell.refused, "refused");
  add(cell.unknown, "unknown");
  return shown;
}

const std::vector<CaseMark>& case_marks() {
  static const std::vector<CaseMark> kMarks{{'p', "all", "✓", "passes"},
                                            {'f', "none", "✗", "fails"},
                                            {'b', "behaves", "≈", "differs, but behaves"},
                                            {'u', "open", "?", "unknown"},
                                            {'r', "open", "∅", "refused"},
                                            {'-', "empty", "–", "not judged"}};
  return kMarks;
}

const CaseMark& case_mark(const Record* record, Aspect aspect) {
  return *std::ranges::find(case_marks(), outcome_letter(record, aspect), &CaseMark::letter);
}

bool is_in(const Report& report, const Section& section, const Record& record) {
  return record.host == section.host && is_generated(report, record) == section.is_generated;
}

ByFeature by_feature(const Report& report, const Section& section) {
  ByFeature features;
  for (const Record& record : report.records) {
    auto facts = report.cases.find(record.case_name);
    if (facts == report.cases.end() || !is_in(report, section, record)) continue;
    for (const std::string& feature : facts->second.value.features) {
      // A row though nothing may be judged there: a feature is a column in every aspect.
      std::map<Aspect, Cell>& cells = features[feature][record.strategy];
      for (const auto& [aspect, verdict] : record.verdicts) count(cells[aspect], verdict);
    }
  }
  return features;
}

}  // namespace afresh

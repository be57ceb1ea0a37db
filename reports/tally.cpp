// SPDX-License-Identifier: MIT
#include "reports/tally.hpp"

#include <algorithm>

namespace afresh {
namespace {

Section& section_of(std::vector<Section>& sections, const std::string& host, bool generated) {
  auto found = std::ranges::find_if(sections, [&](const Section& section) {
    return section.host == host && section.is_generated == generated;
  });
  if (found != sections.end()) return *found;
  return sections.emplace_back(Section{.host = host, .is_generated = generated});
}

Row& row_of(Section& section, const std::string& strategy) {
  auto found = std::ranges::find(section.rows, strategy, &Row::strategy);
  if (found != section.rows.end()) return *found;
  return section.rows.emplace_back(Row{.strategy = strategy});
}

void count(Cell& cell, Outcome outcome) {
  switch (outcome) {
    case Outcome::kPass: ++cell.pass; break;
    case Outcome::kFail: ++cell.fail; break;
    case Outcome::kUnknown: ++cell.unknown; break;
    case Outcome::kUnsupported: ++cell.refused; break;
  }
}

}  // namespace

bool is_generated(const Report& report, const Record& record) {
  auto facts = report.cases.find(record.case_name);
  return facts != report.cases.end() && facts->second.is_generated;
}

std::vector<Section> tally(const Report& report) {
  std::vector<Section> sections;
  for (const Record& record : report.records) {
    Section& section = section_of(sections, record.host, is_generated(report, record));
    Row& row = row_of(section, record.strategy);
    for (const auto& [aspect, verdict] : record.verdicts) {
      count(row.cells[aspect], verdict.outcome);
    }
  }
  return sections;
}

}  // namespace afresh

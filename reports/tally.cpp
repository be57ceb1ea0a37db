// SPDX-License-Identifier: MIT
#include "reports/tally.hpp"

#include <algorithm>
#include <iterator>

namespace afresh {
namespace {

Section& find_or_add_section(std::vector<Section>& sections, const std::string& host,
                             bool generated) {
  auto found = std::ranges::find_if(sections, [&](const Section& section) {
    return section.host == host && section.is_generated == generated;
  });
  if (found != sections.end()) return *found;
  return sections.emplace_back(Section{.host = host, .is_generated = generated});
}

Row& find_or_add_row(Section& section, const std::string& strategy) {
  auto found = std::ranges::find(section.rows, strategy, &Row::strategy);
  if (found != section.rows.end()) return *found;
  return section.rows.emplace_back(Row{.strategy = strategy});
}

/// Keeps distinct names in order of first appearance.
void note(std::vector<std::string>& seen, const std::string& name) {
  if (std::ranges::find(seen, name) == seen.end()) seen.push_back(name);
}

}  // namespace

void count(Cell& cell, const Verdict& verdict) {
  switch (verdict.outcome) {
    case Outcome::kPass: ++cell.pass; break;
    case Outcome::kFail:
      ++cell.fail;
      if (verdict.behaviour == Outcome::kPass) ++cell.behaves;
      break;
    case Outcome::kUnknown: ++cell.unknown; break;
    case Outcome::kRefused: ++cell.refused; break;
  }
}

bool is_generated(const Report& report, const Record& record) {
  auto facts = report.cases.find(record.case_name);
  return facts != report.cases.end() && facts->second.is_generated;
}

std::vector<Section> tally(const Report& report) {
  std::vector<Section> sections;
  for (const Record& record : report.records) {
    Section& section = find_or_add_section(sections, record.host, is_generated(report, record));
    Row& row = find_or_add_row(section, record.strategy);
    for (const auto& [aspect, verdict] : record.verdicts) {
      count(row.cells[aspect], verdict);
    }
  }
  return sections;
}

std::vector<std::string> hosts_in(const std::vector<Section>& sections) {
  std::vector<std::string> hosts;
  for (const Section& section : sections) note(hosts, section.host);
  return hosts;
}

std::vector<std::string> strategies_in(const std::vector<Section>& sections,
                                       const std::string& host) {
  std::vector<std::string> strategies;
  for (const Section& section : sections) {
    if (section.host != host) continue;
    for (const Row& row : section.rows) note(strategies, row.strategy);
  }
  return strategies;
}

std::vector<Aspect> judged_aspects(const Section& section) {
  std::vector<Aspect> aspects;
  std::ranges::copy_if(kAspects, std::back_inserter(aspects), [&](Aspect aspect) {
    return std::ranges::any_of(section.rows,
                               [&](const Row& row) { return row.cells.contains(aspect); });
  });
  return aspects;
}

}  // namespace afresh

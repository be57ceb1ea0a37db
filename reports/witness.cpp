// SPDX-License-Identifier: MIT
#include "reports/witness.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <tuple>

#include "reports/finding_text.hpp"
#include "reports/reason_text.hpp"
#include "reports/text.hpp"

namespace afresh {
namespace {

/// Columns that one part of a proof may take: a traceback or a long value is a matter for `replay`.
constexpr std::size_t kPartColumns = 100;

bool has_failed(const Record& record, Aspect aspect) {
  auto verdict = record.verdicts.find(aspect);
  return verdict != record.verdicts.end() && verdict->second.outcome == Outcome::kFail;
}

bool counts_against(const Finding& finding, Aspect aspect) {
  return finding.aspect == aspect && finding.counts();
}

std::string shortest_path(const Finding& finding) {
  return finding.paths.empty() ? "" : finding.paths.front();
}

/// `12 of 20`, or where there are generated cases `12 of 20 scenarios and 3 of 500 generated
/// cases`.
std::string failures(const std::vector<Section>& sections, const std::string& host,
                     const std::string& strategy, Aspect aspect) {
  const bool has_generated = std::ranges::any_of(sections, &Section::is_generated);
  std::string text;
  for (const Section& section : sections) {
    auto row = std::ranges::find(section.rows, strategy, &Row::strategy);
    if (section.host != host || row == section.rows.end()) continue;
    auto cell = row->cells.find(aspect);
    if (cell == row->cells.end() || cell->second.fail == 0) continue;
    text += fmt::format("{}{} of {}", text.empty() ? "" : " and ", cell->second.fail,
                        cell->second.judged());
    if (has_generated) text += section.is_generated ? " generated cases" : " scenarios";
  }
  return text;
}

/// Smaller is a better witness.
auto witness_size(const Report& report, const Record& record, std::optional<Aspect> aspect) {
  std::size_t paths = 0;
  for (const Finding& finding : record.findings) {
    if (aspect && counts_against(finding, *aspect)) paths += shortest_path(finding).size() + 1;
  }
  auto facts = report.cases.find(record.case_name);
  std::size_t bytes =
      facts == report.cases.end() ? std::numeric_limits<std::size_t>::max() : facts->second.bytes;
  return std::tuple(is_generated(report, record), bytes, paths);
}

}  // namespace

const Finding* main_finding(const Record& record, Aspect aspect) {
  auto precedence = [](const Finding& finding) {
    std::string path = shortest_path(finding);
    return std::tuple(finding.kind, path.size(), path);
  };
  const Finding* first = nullptr;
  for (const Finding& finding : record.findings) {
    if (!counts_against(finding, aspect)) continue;
    if (first == nullptr || precedence(finding) < precedence(*first)) first = &finding;
  }
  return first;
}

std::string shown_path(const Finding& finding) {
  return one_line(shortest_path(finding), kPartColumns);
}

std::set<FindingKind> kinds_against(const Record& record, Aspect aspect) {
  std::set<FindingKind> kinds;
  for (const Finding& finding : record.findings) {
    if (counts_against(finding, aspect)) kinds.insert(finding.kind);
  }
  return kinds;
}

std::vector<FailingCell> failing_cells(const Report& report, const std::vector<Section>& sections) {
  std::vector<FailingCell> failing;
  const std::vector<std::string> hosts = hosts_in(sections);
  for (const std::string& host : hosts) {
    const std::string place = hosts.size() > 1 ? " on " + host : "";
    for (const std::string& strategy : strategies_in(sections, host)) {
      for (Aspect aspect : kAspects) {
        const Record* witness = smallest_witness(report, host, strategy, aspect);
        if (witness == nullptr) continue;
        failing.push_back({.title = fmt::format("{} · {}{}", strategy, name_of(aspect), place),
                           .aspect = aspect,
                           .failures = failures(sections, host, strategy, aspect),
                           .witness = witness});
      }
    }
  }
  return failing;
}

const Record* smallest_record(const Report& report, std::optional<Aspect> aspect,
                              const std::function<bool(const Record&)>& is_one) {
  const Record* smallest = nullptr;
  for (const Record& record : report.records) {
    if (!is_one(record)) continue;
    if (smallest == nullptr ||
        witness_size(report, record, aspect) < witness_size(report, *smallest, aspect)) {
      smallest = &record;
    }
  }
  return smallest;
}

const Record* smallest_witness(const Report& report, const std::string& host,
                               const std::string& strategy, Aspect aspect) {
  return smallest_record(report, aspect, [&](const Record& record) {
    return record.host == host && record.strategy == strategy && has_failed(record, aspect);
  });
}

std::string render_proof(const Record& record, Aspect aspect) {
  const Finding* finding = main_finding(record, aspect);
  if (finding == nullptr) {
    auto verdict = record.verdicts.find(aspect);
    std::string reason =
        verdict == record.verdicts.end() ? "" : render_reason(verdict->second.reason);
    return reason.empty() ? "no finding says why." : one_line(reason, kPartColumns) + ".";
  }
  return finding_sentence(*finding);
}

std::string replay_command(const Report& report, const Record& record) {
  auto facts = report.cases.find(record.case_name);
  auto argument = report.strategy_arguments.find(record.strategy);
  const bool is_elsewhere = facts != report.cases.end() && !facts->second.host.empty() &&
                            facts->second.host != record.host;
  return one_line(
      fmt::format("./afresh replay {} --strategy {}{}",
                  facts == report.cases.end() ? record.case_name : facts->second.replay_argument,
                  argument == report.strategy_arguments.end() ? record.strategy : argument->second,
                  is_elsewhere ? " --host " + record.host : ""));
}

}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "reports/check_report.hpp"

#include <algorithm>

namespace afresh {
namespace {

bool is_told(const CheckReport& report, const Diagnostic& diagnostic, bool is_verbose) {
  return is_verbose || report.are_ways_chosen ||
         is_worth_telling(diagnostic, report.recommendation);
}

}  // namespace

std::vector<const Diagnostic*> told_diagnostics(const CheckReport& report, bool is_verbose) {
  std::vector<const Diagnostic*> told;
  for (const Diagnostic& each : report.diagnostics) {
    if (each.standing == Standing::kNew && is_told(report, each, is_verbose)) told.push_back(&each);
  }
  return told;
}

CheckCounts count_diagnostics(const CheckReport& report, bool is_verbose) {
  CheckCounts counts;
  for (const Diagnostic& each : report.diagnostics) {
    if (each.standing == Standing::kAccepted) {
      ++counts.accepted;
    } else if (each.standing == Standing::kKnown) {
      ++counts.known;
    } else if (each.severity == Severity::kError) {
      ++counts.errors;
    } else if (is_told(report, each, is_verbose)) {
      ++counts.warnings;
    } else {
      ++counts.untold;
    }
  }
  return counts;
}

std::vector<Unjudged> unjudged_aspects(const CheckReport& report) {
  std::vector<Unjudged> unjudged;
  for (Aspect aspect : kAskedAspects) {
    bool is_known = false;
    std::optional<Reason> reason;
    for (const Record& record : report.report.records) {
      auto verdict = record.verdicts.find(aspect);
      if (verdict == record.verdicts.end()) continue;
      if (verdict->second.outcome == Outcome::kUnknown) {
        reason = verdict->second.reason;
      } else if (verdict->second.outcome != Outcome::kRefused) {
        is_known = true;
      }
    }
    if (!is_known && reason) unjudged.push_back({aspect, *reason});
  }
  return unjudged;
}

}  // namespace afresh

// What to use, which mends would make more right, and the counts: the end of what `check` says.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <ostream>

#include "reports/check_screen.hpp"
#include "reports/diagnostic_text.hpp"
#include "reports/reason_text.hpp"
#include "reports/text.hpp"

namespace afresh {
namespace {

std::string counted(int count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// `a, b and 3 others`.
std::string join_some(const std::vector<std::string>& names, bool is_verbose) {
  constexpr std::size_t kMaxNames = 3;
  if (is_verbose || names.size() <= kMaxNames + 1) return fmt::format("{}", fmt::join(names, ", "));
  std::vector<std::string> first(names.begin(), names.begin() + kMaxNames);
  return fmt::format("{} and {} others", fmt::join(first, ", "), names.size() - kMaxNames);
}

/// The asked aspects that the strategy does not pass in some case.
std::string not_right_aspects(const CheckReport& report, const std::string& strategy) {
  std::vector<std::string> names;
  for (Aspect aspect : kAskedAspects) {
    bool is_wrong = std::ranges::any_of(report.report.records, [&](const Record& record) {
      auto verdict = record.verdicts.find(aspect);
      return record.strategy == strategy && verdict != record.verdicts.end() &&
             verdict->second.outcome != Outcome::kPass;
    });
    if (is_wrong) names.emplace_back(name_of(aspect));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string needs_text(const StrategyNeeds& needs) {
  std::string text;
  if (needs.restarts) text += "; it restarts the application";
  if (needs.adapts) text += "; it rewrites the add-on's files";
  if (needs.installs) text += "; it must be installed before the add-on";
  return text;
}

std::string use_text(const CheckReport& report) {
  const StrategyResult* best = report.recommendation.best_result();
  if (best == nullptr) return "No way of reloading could be judged.";
  if (!best->is_right())
    return fmt::format("No way is right for all that was asked. Least is wrong under {} ({}).",
                       best->name, not_right_aspects(report, best->name));
  auto right = std::ranges::count_if(report.recommendation.results, &StrategyResult::is_right);
  bool has_leftovers = std::ranges::any_of(
      report.diagnostics, [](const Diagnostic& each) { return each.severity == Severity::kError; });
  std::string_view but = "";
  if (has_leftovers)
    but = best->undoes_leftovers ? "; it also takes back what the add-on leaves behind"
                                 : ", but for what the add-on leaves behind";
  return fmt::format(
      "Use: {} ({} {} right){}{}.", best->name,
      ways_text(static_cast<std::size_t>(right), report.recommendation.results.size()),
      right == 1 ? "is" : "are", but, needs_text(best->needs));
}

/// The strategies that nothing but the same diagnostics is in the way of.
void write_gains(std::ostream& out, const CheckReport& report, const CheckStyle& style) {
  std::map<std::vector<std::size_t>, std::vector<std::string>> gains;
  for (const StrategyResult& result : report.recommendation.results) {
    if (!result.to_mend.empty()) gains[result.to_mend].push_back(result.name);
  }
  for (const auto& [remedies, strategies] : gains) {
    std::vector<std::string> places;
    for (std::size_t i : remedies)
      places.push_back(place_text(
          {.path = report.diagnostics[i].place.path, .line = report.diagnostics[i].place.line},
          report.path));
    out << hung(
        "",
        fmt::format("With {} mended nothing that was found is in the way of {}.",
                    join_some(places, style.is_verbose), join_some(strategies, style.is_verbose)),
        style.width);
  }
}

void write_refusals(std::ostream& out, const CheckReport& report, const CheckStyle& style) {
  std::vector<std::string> told;
  for (const Record& record : report.report.records) {
    for (const auto& [aspect, verdict] : record.verdicts) {
      bool is_new = std::ranges::find(told, record.strategy) == told.end();
      if (verdict.outcome != Outcome::kRefused || !is_new) continue;
      told.push_back(record.strategy);
      out << hung(
          "",
          fmt::format("{} refuses: {}", record.strategy, one_line(render_reason(verdict.reason))),
          style.width);
    }
  }
}

std::string counts_text(const CheckReport& report, bool is_verbose) {
  CheckCounts counts = count_diagnostics(report, is_verbose);
  std::vector<std::string> parts{counted(counts.errors, "error", "errors"),
                                 counted(counts.warnings, "warning", "warnings")};
  if (counts.accepted > 0) parts.push_back(fmt::format("{} accepted", counts.accepted));
  if (counts.known > 0) parts.push_back(fmt::format("{} known", counts.known));
  if (report.mended > 0)
    parts.push_back(fmt::format("{} of the baseline there no more", report.mended));
  if (counts.untold > 0)
    parts.push_back(fmt::format("{} more under ways that fail anyway", counts.untold));
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

void write_check_answer(std::ostream& out, const CheckReport& report, const CheckStyle& style) {
  for (const Unjudged& each : unjudged_aspects(report))
    out << hung("",
                fmt::format("Not judged: {} ({}).", name_of(each.aspect),
                            one_line(render_reason(each.reason))),
                style.width);
  if (!report.is_leftovers_only) {
    out << hung("", use_text(report), style.width);
    write_gains(out, report, style);
    if (style.is_verbose || style.has_matrix) write_refusals(out, report, style);
  }
  std::string counts = counts_text(report, style.is_verbose);
  if (!style.is_verbose && !report.is_leftovers_only)
    counts += " · details: --verbose, all ways: --matrix";
  out << hung("", counts, style.width);
}

}  // namespace afresh

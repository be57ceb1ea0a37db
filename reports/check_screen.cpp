// SPDX-License-Identifier: MIT
#include "reports/check_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "reports/diagnostic_text.hpp"
#include "reports/text.hpp"

namespace afresh {
namespace {

/// The sentence of a clean add-on, behind its head.
std::string clean_text(const CheckReport& report) {
  std::string text = " · nothing left behind";
  const StrategyResult* best = report.recommendation.best_result();
  if (best == nullptr || report.is_leftovers_only) return text;
  auto right = std::ranges::count_if(report.recommendation.results, &StrategyResult::is_right);
  return fmt::format(
      "{}; right under {}; use {}", text,
      ways_text(static_cast<std::size_t>(right), report.recommendation.results.size()), best->name);
}

std::string host_text(const CheckReport& report) {
  return report.host_note.empty() ? report.host
                                  : fmt::format("{} ({})", report.host, report.host_note);
}

bool is_clean(const CheckReport& report, const CheckCounts& counts) {
  const StrategyResult* best = report.recommendation.best_result();
  bool is_right = report.is_leftovers_only || best == nullptr || best->is_right();
  return is_right && counts.errors + counts.warnings + counts.accepted + counts.known == 0 &&
         report.mended == 0 && unjudged_aspects(report).empty();
}

}  // namespace

std::string hung(const std::string& first, const std::string& text, std::size_t width,
                 Colour colour) {
  const std::size_t indent = count_columns(first);
  std::string lines = wrapped(text, indent, width);
  return paint(first, colour) + lines.substr(std::min(indent, lines.size()));
}

std::string check_head(const CheckReport& report) {
  std::string files = report.files == 1 ? "1 file" : fmt::format("{} files", report.files);
  std::string ways = report.is_leftovers_only ? "only what it leaves behind"
                                              : fmt::format("{} ways of reloading",
                                                            report.recommendation.results.size());
  return one_line(fmt::format("{}: {} · {} · {}", report.addon, files, host_text(report), ways));
}

void write_check_screen(std::ostream& out, const CheckReport& report, const CheckStyle& style) {
  const CheckCounts counts = count_diagnostics(report, style.is_verbose);
  if (is_clean(report, counts) && !style.is_verbose && !style.has_matrix) {
    std::string files = report.files == 1 ? "1 file" : fmt::format("{} files", report.files);
    std::string head = one_line(fmt::format("{}: {} · {}", report.addon, files, host_text(report)));
    out << hung("", head + clean_text(report), style.width);
    return;
  }
  std::string time = report.seconds > 0 ? fmt::format(" · {:.0f} s", report.seconds) : "";
  out << hung("", check_head(report) + time, style.width);
  if (style.is_verbose) out << hung("", one_line(report.edit), style.width);
  for (const Diagnostic* diagnostic : told_diagnostics(report, style.is_verbose)) {
    out << '\n';
    write_check_diagnostic(out, report, *diagnostic, style);
  }
  if (style.has_matrix) {
    out << '\n';
    write_check_matrix(out, report, style);
  }
  out << '\n';
  write_check_answer(out, report, style);
}

}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "reports/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "reports/tally.hpp"
#include "reports/text.hpp"
#include "reports/witness.hpp"
#include "reports/wording.hpp"

namespace afresh {
namespace {

/// A fenced block is as wide as it is long where a page shows it: so prose in it is wrapped.
constexpr std::size_t kFencedColumns = 100;

void write_row(std::ostream& out, const std::vector<std::string>& cells) {
  out << '|';
  for (const std::string& cell : cells) out << ' ' << cell << " |";
  out << '\n';
}

std::string joined(const CellText& cell) {
  std::string text;
  for (const Part& part : cell) text += (text.empty() ? "" : ", ") + part.text;
  return text;
}

void write_section(std::ostream& out, const Section& section) {
  const std::vector<Aspect> columns = judged_aspects(section);
  std::vector<std::string> heading{"strategy"};
  for (Aspect aspect : columns) heading.emplace_back(name_of(aspect));
  write_row(out, heading);
  write_row(out, std::vector<std::string>(heading.size(), "---"));
  for (const Row& row : section.rows) {
    std::vector<std::string> cells{markdown_text(row.strategy)};
    for (Aspect aspect : columns) cells.push_back(joined(cell_text(row, aspect)));
    write_row(out, cells);
  }
}

/// A fence longer than any run of backticks in what it holds.
std::string fence_for(std::string_view text) {
  std::size_t longest = 2;
  std::size_t run = 0;
  for (char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(longest + 1, '`');
}

void write_failing(std::ostream& out, const Report& report, const FailingCell& cell) {
  std::string block =
      valid_utf8(wrapped(render_proof(*cell.witness, cell.aspect), 0, kFencedColumns) +
                 replay_command(report, *cell.witness));
  std::string fence = fence_for(block);
  out << fmt::format("\n### {}\n\nFails {}; smallest witness: {}\n\n{}\n{}\n{}\n",
                     markdown_text(cell.title), cell.failures,
                     markdown_text(cell.witness->case_name), fence, block, fence);
}

}  // namespace

std::string markdown_text(std::string_view text) {
  constexpr std::string_view kMarkup = "\\`*_{}[]<>()#+!|~&$@";
  std::string escaped;
  for (char c : one_line(valid_utf8(text))) {
    if (kMarkup.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

void write_markdown(std::ostream& out, const Report& report) {
  const std::vector<Section> sections = tally(report);
  out << "# Which way of reloading is right for which code\n";
  if (sections.empty()) out << '\n' << kNothingRun << '\n';
  for (const Section& section : sections) {
    out << fmt::format("\n## {}\n\n", markdown_text(section_title(section, sections)));
    write_section(out, section);
  }
  if (!sections.empty()) out << '\n' << kLegend << '\n';
  const std::vector<FailingCell> failing = failing_cells(report, sections);
  if (!failing.empty()) out << "\n## what fails\n";
  for (const FailingCell& cell : failing) write_failing(out, report, cell);
  out << '\n' << markdown_text(environment_line(report.environment)) << '\n';
}

}  // namespace afresh

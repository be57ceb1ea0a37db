// What shows that a cell fails.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <string>

#include "reports/finding_text.hpp"
#include "reports/html_parts.hpp"
#include "reports/html_text.hpp"
#include "reports/witness.hpp"

namespace afresh {
namespace {

constexpr std::size_t kMaxFindings = 8;

void write_finding(std::ostream& out, const Finding& finding) {
  out << fmt::format(
      "<li><p><b>{}</b> at <code>{}</code> after <code>{}</code>", name_of(finding.kind),
      html_text(finding.paths.empty() ? "" : finding.paths.front()), html_text(finding.step_text));
  if (std::string_view blame = attribution_text(finding.attribution); !blame.empty())
    out << fmt::format(" <small>({})</small>", blame);
  const SideTexts sides = side_texts(finding);
  out << fmt::format("</p>\n<dl><dt>{}</dt><dd><code>{}</code></dd>",
                     yardstick_text(finding.aspect), html_text(sides.fresh))
      << fmt::format("<dt>here is</dt><dd><code>{}</code></dd>", html_text(sides.actual));
  if (finding.cause.is_known()) {
    out << fmt::format("<dt>because of</dt><dd><code>{}</code></dd>",
                       html_text(source_line_text(finding.cause)));
  }
  out << "</dl></li>\n";
}

void write_findings(std::ostream& out, const Record& record, Aspect aspect) {
  std::size_t count = 0;
  out << "<ul class=\"findings\">\n";
  for (const Finding& finding : record.findings) {
    if (finding.aspect != aspect || !finding.counts()) continue;
    if (++count <= kMaxFindings) write_finding(out, finding);
  }
  out << "</ul>\n";
  if (count > kMaxFindings) out << fmt::format("<p>and {} more</p>\n", count - kMaxFindings);
}

/// Every file that some version changes, one after the other: as it was first, then each edit.
void write_files(std::ostream& out, const Case& a_case) {
  std::map<std::string, std::string> before;
  for (const Version& version : a_case.versions) {
    for (const FileChange& change : version.changes) {
      bool is_new = !before.contains(change.path);
      std::string title = fmt::format("{} · version {}{}", change.path, version.number,
                                      change.content ? "" : ", deleted");
      std::string after = change.content.value_or("");
      // A line end behind the tag is none of the text.
      out << fmt::format("<figure><figcaption>{}</figcaption><pre>\n", html_text(title))
          << (is_new ? html_text(after) : html_edit(before[change.path], after))
          << "</pre></figure>\n";
      before[change.path] = std::move(after);
      if (!change.content) before.erase(change.path);
    }
  }
}

void write_case(std::ostream& out, const Case& a_case) {
  if (!a_case.story.empty())
    out << fmt::format("<p class=\"story\">{}</p>\n", html_text(a_case.story));
  if (!a_case.source.empty())
    out << fmt::format("<p class=\"source\">Met in: {}</p>\n", html_text(a_case.source));
  out << "<ol class=\"steps\">\n";
  for (const Step& step : a_case.steps) {
    const auto* repeat = std::get_if<RepeatStep>(&step.action);
    out << fmt::format("<li><code>{}</code>", html_text(text_of(step)));
    if (repeat != nullptr) {
      out << "<ol>";
      for (const Step& inner : repeat->body)
        out << fmt::format("<li><code>{}</code></li>", html_text(text_of(inner)));
      out << "</ol>";
    }
    out << "</li>\n";
  }
  out << "</ol>\n";
  write_files(out, a_case);
}

}  // namespace

void write_witnesses(std::ostream& out, const Report& report,
                     const std::vector<Section>& sections) {
  std::vector<FailingCell> failing = failing_cells(report, sections);
  if (failing.empty()) return;
  out << "<section id=\"witnesses\"><h2>what fails, and the smallest case that shows it</h2>\n";
  for (const FailingCell& cell : failing) {
    const Record& record = *cell.witness;
    out << fmt::format(
        "<details class=\"witness\" id=\"{}\"><summary><b>{}</b> fails {} "
        "<small>{}</small></summary>\n",
        witness_id(record.host, record.strategy, cell.aspect), html_text(cell.title),
        html_text(cell.failures), html_text(record.case_name));
    out << fmt::format("<p>{}</p>\n", html_text(proof_of(record, cell.aspect)));
    write_findings(out, record, cell.aspect);
    auto facts = report.cases.find(record.case_name);
    if (facts != report.cases.end()) write_case(out, facts->second.value);
    out << fmt::format("<pre class=\"command\">\n{}</pre>\n</details>\n",
                       html_text(replay_command(report, record)));
  }
  out << "</section>\n";
}

}  // namespace afresh

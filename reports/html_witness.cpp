// What shows that a cell fails.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <string>

#include "reports/finding_text.hpp"
#include "reports/html_parts.hpp"
#include "reports/html_places.hpp"
#include "reports/line_edit.hpp"
#include "reports/witness.hpp"

namespace afresh {
namespace {

constexpr std::size_t kMaxFindings = 8;

void write_term(Markup& page, std::string_view term, std::string_view code) {
  page.element("dt", term);
  auto dd = page.open("dd");
  page.element("code", code);
}

void write_finding(Markup& page, const Finding& finding) {
  auto li = page.open("li");
  {
    auto p = page.open("p");
    page.element("b", name_of(finding.kind));
    page.text(" at ");
    page.element("code", finding.paths.empty() ? "" : finding.paths.front());
    page.text(" after ");
    page.element("code", finding.step_text);
    if (std::string_view blame = attribution_text(finding.attribution); !blame.empty()) {
      page.text(" ");
      page.element("small", fmt::format("({})", blame));
    }
  }
  auto dl = page.open("dl");
  const SideTexts sides = side_texts(finding);
  write_term(page, yardstick_text(finding.aspect), sides.fresh);
  write_term(page, "here is", sides.actual);
  if (finding.cause.is_known()) write_term(page, "because of", source_line_text(finding.cause));
}

void write_findings(Markup& page, const Record& record, Aspect aspect) {
  std::size_t count = 0;
  {
    auto ul = page.open("ul", {{"class", "findings"}});
    for (const Finding& finding : record.findings) {
      if (finding.aspect != aspect || !finding.counts()) continue;
      if (++count <= kMaxFindings) write_finding(page, finding);
    }
  }
  if (count > kMaxFindings) page.element("p", fmt::format("and {} more", count - kMaxFindings));
}

/// The lines of `after`, and between them those that are gone.
void write_edit(Markup& page, std::string_view before, std::string_view after) {
  for (const EditedLine& line : line_edit(before, after)) {
    std::string_view name = line.change == EditedLine::Change::kSame    ? "same"
                            : line.change == EditedLine::Change::kAdded ? "added"
                                                                        : "gone";
    page.element("span", {{"class", name}}, line.text);
    page.text("\n");
  }
}

/// Every file that some version changes, one after the other: as it was first, then each edit.
void write_files(Markup& page, const Case& a_case) {
  std::map<std::string, std::string> before;
  for (const Version& version : a_case.versions) {
    for (const FileChange& change : version.changes) {
      const bool is_new = !before.contains(change.path);
      const std::string after = change.content.value_or("");
      auto figure = page.open("figure");
      page.element("figcaption", fmt::format("{} · version {}{}", change.path, version.number,
                                             change.content ? "" : ", deleted"));
      auto pre = page.open("pre");
      if (is_new)
        page.text(after);
      else
        write_edit(page, before[change.path], after);
      before[change.path] = after;
      if (!change.content) before.erase(change.path);
    }
  }
}

void write_steps(Markup& page, const std::vector<Step>& steps, const Attributes& attributes) {
  auto ol = page.open("ol", attributes);
  for (const Step& step : steps) {
    auto li = page.open("li");
    page.element("code", render_step(step));
    if (const auto* repeat = std::get_if<RepeatStep>(&step.action))
      write_steps(page, repeat->body, {});
  }
}

void write_case(Markup& page, const Case& a_case) {
  if (!a_case.story.empty()) page.element("p", {{"class", "story"}}, a_case.story);
  if (!a_case.source.empty()) page.element("p", {{"class", "source"}}, "Met in: " + a_case.source);
  write_steps(page, a_case.steps, {{"class", "steps"}});
  write_files(page, a_case);
}

void write_witness(Markup& page, const Report& report, const FailingCell& cell) {
  const Record& record = *cell.witness;
  auto details = page.open(
      "details",
      {{"class", "witness"}, {"id", witness_id(record.host, record.strategy, cell.aspect)}});
  {
    auto summary = page.open("summary");
    page.element("b", cell.title);
    page.text(fmt::format(" fails {} ", cell.failures));
    page.element("small", record.case_name);
  }
  page.element("p", render_proof(record, cell.aspect));
  write_findings(page, record, cell.aspect);
  auto facts = report.cases.find(record.case_name);
  if (facts != report.cases.end()) write_case(page, facts->second.value);
  page.element("pre", {{"class", "command"}}, replay_command(report, record));
}

/// All witnesses against one strategy on one host.
void write_strategy(Markup& page, const Report& report, std::span<const FailingCell> cells,
                    bool has_hosts) {
  const Record& record = *cells.front().witness;
  auto details = page.open(
      "details", {{"class", "strategy"}, {"id", witnesses_id(record.host, record.strategy)}});
  {
    auto summary = page.open("summary");
    page.element("b", record.strategy);
    std::string text = has_hosts ? fmt::format(" on {}", record.host) : "";
    for (const FailingCell& cell : cells)
      text += fmt::format("{} {}", &cell == &cells.front() ? ":" : ",", name_of(cell.aspect));
    page.text(text);
  }
  for (const FailingCell& cell : cells) write_witness(page, report, cell);
}

}  // namespace

void write_witnesses(Markup& page, const Report& report, const std::vector<Section>& sections) {
  const std::vector<FailingCell> failing = failing_cells(report, sections);
  if (failing.empty()) return;
  auto section = page.open("section", {{"id", "witnesses"}});
  page.element("h2", "what fails, and the smallest case that shows it");
  // They come strategy by strategy.
  for (auto first = failing.begin(); first != failing.end();) {
    const Record& record = *first->witness;
    auto last = std::find_if(first, failing.end(), [&](const FailingCell& cell) {
      return cell.witness->host != record.host || cell.witness->strategy != record.strategy;
    });
    write_strategy(page, report, {first, last}, hosts_in(sections).size() > 1);
    first = last;
  }
}

}  // namespace afresh

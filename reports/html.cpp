// SPDX-License-Identifier: MIT
#include "reports/html.hpp"

#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "reports/embedded/page.hpp"
#include "reports/html_parts.hpp"
#include "reports/tally.hpp"
#include "reports/witness.hpp"
#include "reports/wording.hpp"

namespace afresh {
namespace {

constexpr std::string_view kTitle =
    "Which way of reloading a Python add-on is right for which code?";

constexpr std::string_view kMethod =
    "Every way of reloading (a strategy) was run on every case. After each reload, the graph of "
    "all "
    "that the add-on is and has touched was compared with that of a new process that has only ever "
    "seen the new files. After a disable it was compared with that of a host that never saw the "
    "add-on. What differs between three fresh starts (times, addresses, the order of sets) is "
    "masked. Whatever failed was run again in another process. Three things are not blamed on the "
    "strategy: what the add-on leaves by itself, what the host does to an empty add-on, and what "
    "CPython’s own caches hold.";

/// What is done to each case, and what is asked of it afterwards.
void write_method(Markup& page) {
  auto section = page.open("section", {{"id", "method"}});
  page.element("h2", "how it was found out");
  page.element("p", kMethod);
  auto list = page.open("dl");
  for (Aspect aspect : kAspects) {
    page.element("dt", name_of(aspect));
    page.element("dd", word_for(aspect).meaning);
  }
}

void write_head(Markup& page) {
  auto head = page.open("head");
  page.element("meta", {{"charset", "utf-8"}});
  page.element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  page.element("title", kTitle);
  page.element("style", embedded::page::page_css.text);
}

/// All that can be narrowed down, with what narrows it down above it.
void write_tables(Markup& page, const Report& report, const std::vector<Section>& sections) {
  auto section = page.open("section", {{"id", "tables"}});
  page.element("h2", "all counts");
  page.element("p", {{"class", "legend"}}, kLegend);
  write_filters(page, report);
  write_matrices(page, report, sections);
}

void write_navigation(Markup& page, bool has_failures) {
  auto nav = page.open("nav", {{"aria-label", "parts of this page"}});
  page.element("a", {{"href", "#tables"}}, "all counts");
  if (has_failures) page.element("a", {{"href", "#witnesses"}}, "what fails");
  page.element("a", {{"href", "#method"}}, "how it was found out");
  page.element("a", {{"href", "#limits"}}, "what is not seen");
}

/// All that needs a record.
void write_results(Markup& page, const Report& report, const std::vector<Section>& sections) {
  write_navigation(page, !failing_cells(report, sections).empty());
  write_answer(page, report);
  write_tables(page, report, sections);
  write_cost_plots(page, report);
  write_leak_plots(page, report);
  write_witnesses(page, report, sections);
}

}  // namespace

void write_html(std::ostream& out, const Report& report) {
  const std::vector<Section> sections = tally(report);
  Markup page(out, MarkupLanguage::kHtml);
  auto root = page.open("html", {{"lang", "en"}});
  write_head(page);
  auto body = page.open("body");
  page.element("h1", kTitle);
  {
    auto main = page.open("main");
    if (sections.empty())
      page.element("p", kNothingRun);
    else
      write_results(page, report, sections);
    write_method(page);
    write_limits(page, report);
    page.element("p", {{"class", "run"}}, environment_line(report.environment));
  }
  if (sections.empty()) return;
  write_data(page, report);
  page.element("script", embedded::page::page_js.text);
}

}  // namespace afresh

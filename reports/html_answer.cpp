// The first screen of the page: what the records say in a few sentences, and the strategies by
// family with a bar for *fresh* and a sign for each other aspect.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string>

#include "reports/families.hpp"
#include "reports/html_parts.hpp"
#include "reports/html_places.hpp"
#include "reports/overview.hpp"
#include "reports/overview_text.hpp"
#include "reports/statements.hpp"

namespace afresh {
namespace {

/// Lines of the first table: with what is above and below it, a screen.
constexpr std::size_t kScreenLines = 27;

std::string_view css_class(Mark mark) {
  switch (mark) {
    case Mark::kAll: return "all";
    case Mark::kMost: return "most";
    case Mark::kSome: return "some";
    case Mark::kNone: return "none";
    case Mark::kUnknown: return "open";
    case Mark::kNotJudged: return "empty";
  }
  return "";
}

/// One sentence on how the family works; empty where it is not in the table of families.
std::string_view how_it_works(std::string_view name) {
  auto family = std::ranges::find(kFamilies, name, &Family::name);
  return family == kFamilies.end() ? std::string_view() : family->how;
}

/// What a bar or a sign stands for: `94 of 101, 3 more behave, 1 unknown`.
std::string in_words(const Cell& cell) {
  if (cell.tried() == 0) return "not judged";
  std::string words = fmt::format("{} of {}", cell.pass, cell.tried());
  if (cell.behaves > 0)
    words += fmt::format(", {} more {}", cell.behaves, cell.behaves == 1 ? "behaves" : "behave");
  if (cell.unknown > 0) words += fmt::format(", {} unknown", cell.unknown);
  return words;
}

/// Hundredths of a bar. Full and empty only where that is exact.
int share(int part, int whole) {
  if (part <= 0 || part >= whole) return part <= 0 ? 0 : 100;
  return std::clamp(100 * part / whole, 1, 99);
}

void write_bar(Markup& page, const Cell& fresh) {
  {
    auto td = page.open("td", {{"class", "bar"}});
    auto svg = page.open(
        "svg",
        {{"viewBox", "0 0 100 10"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}});
    const int pass = share(fresh.pass, fresh.tried());
    page.element("rect", {{"class", "ground"}, {"width", 100}, {"height", 10}});
    if (fresh.behaves > 0)
      page.element("rect", {{"class", "behaves"},
                            {"width", share(fresh.pass + fresh.behaves, fresh.tried())},
                            {"height", 10}});
    if (pass > 0) page.element("rect", {{"class", "pass"}, {"width", pass}, {"height", 10}});
  }
  page.element("td", {{"class", "count"}, {"title", in_words(fresh)}},
               fresh.tried() == 0 ? "–" : fmt::format("{}/{}", fresh.pass, fresh.tried()));
}

void write_mark(Markup& page, Aspect aspect, const Cell& cell) {
  const Mark mark = cell_mark(cell);
  auto td = page.open("td", {{"class", fmt::format("mark {}", css_class(mark))}});
  const std::string words = in_words(cell);
  page.element("span",
               {{"role", "img"},
                {"aria-label", words},
                {"title", fmt::format("{}: {}", name_of(aspect), words)}},
               mark_sign(mark));
}

void write_row(Markup& page, const OverviewTable& table, const OverviewRow& row) {
  auto tr = page.open("tr");
  {
    auto th = page.open("th", {{"scope", "row"}});
    page.element("a", {{"href", "#" + row_id(table.host, table.is_generated, row.strategy)}},
                 row.strategy);
  }
  page.element("td", {{"class", "short"}}, row.in_short);
  write_bar(page, row.cell(Aspect::kFresh));
  for (Aspect aspect : table.aspects) write_mark(page, aspect, row.cell(aspect));
}

/// A heading over the rows of a family, which says how the family works.
void write_family(Markup& page, const OverviewTable& table, const FoldedFamily& folded) {
  const std::size_t columns = 4 + table.aspects.size();
  auto body = page.open("tbody");
  {
    auto tr = page.open("tr", {{"class", "family"}});
    auto th = page.open("th", {{"scope", "rowgroup"}, {"colspan", columns}});
    page.element("b", folded.family->name);
    if (const std::string_view how = how_it_works(folded.family->name); !how.empty())
      page.element("span", {{"class", "how"}}, fmt::format(" {}", how));
  }
  for (const OverviewRow* row : folded.shown) write_row(page, table, *row);
  if (folded.folded.empty()) return;
  auto tr = page.open("tr", {{"class", "folded"}});
  auto td = page.open("td", {{"colspan", columns}});
  page.element("a",
               {{"href", "#" + family_id(table.host, table.is_generated, folded.family->name)}},
               folded_text(folded.folded));
}

void write_heading(Markup& page, const OverviewTable& table) {
  page.element("caption", kQuestion);
  auto head = page.open("thead");
  auto tr = page.open("tr");
  page.element("th", {{"scope", "col"}}, section_title(table));
  page.element("th", {{"scope", "col"}, {"class", "short"}}, "in short");
  page.element("th", {{"scope", "colgroup"}, {"colspan", 2}}, name_of(Aspect::kFresh));
  for (Aspect aspect : table.aspects)
    page.element("th", {{"scope", "col"}, {"class", "mark"}}, name_of(aspect));
}

void write_overview(Markup& page, const OverviewTable& table, const FoldedTable& folded) {
  auto wide = page.open("div", scrolling(section_title(table)));
  auto element = page.open("table", {{"class", "overview"}});
  write_heading(page, table);
  for (const FoldedFamily& family : folded.families) write_family(page, table, family);
}

/// A table in one line: the best of each family.
void write_elsewhere(Markup& page, const OverviewTable& table) {
  auto summary = page.open("summary");
  page.element("b", section_title(table));
  std::string best;
  for (const OverviewFamily& family : table.families) {
    const Cell fresh = family.rows.front().cell(Aspect::kFresh);
    if (fresh.tried() == 0) continue;
    best += fmt::format("{} {} {}/{}", best.empty() ? " at best:" : ",", family.name, fresh.pass,
                        fresh.tried());
  }
  page.element("small", best);
}

void write_legend(Markup& page) {
  page.element(
      "p", {{"class", "legend"}},
      fmt::format("{}. The bar is {}; its lighter part differs in structure while all that "
                  "the case expects holds. Refusals are not counted.",
                  fmt::join(marks_legend(), "  "), name_of(Aspect::kFresh)));
}

}  // namespace

void write_answer(Markup& page, const Report& report) {
  const std::vector<OverviewTable> tables = overview(report);
  auto section = page.open("section", {{"id", "answer"}});
  page.element("p", {{"class", "run"}}, run_line(report, tables));
  const std::vector<Statement> says = statements(report, tables.front());
  {
    auto list = page.open("ul", {{"class", "says"}});
    for (const Statement& statement : says) page.element("li", render_sentence(statement));
  }
  std::set<std::string> kept;
  for (const Statement& statement : says) {
    for (std::string& strategy : strategies_in(statement)) kept.insert(std::move(strategy));
  }
  auto answer = page.open("div", {{"class", "table"}});
  write_overview(page, tables.front(), fold(tables.front(), kept, kScreenLines));
  write_legend(page);
  for (auto table = tables.begin() + 1; table != tables.end(); ++table) {
    auto details = page.open("details", {{"class", "elsewhere"}});
    write_elsewhere(page, *table);
    write_overview(page, *table, fold(*table, {}, 0));
  }
}

}  // namespace afresh

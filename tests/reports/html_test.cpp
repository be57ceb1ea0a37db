// The page of `compare --html`, read by Python's own parser of HTML.
// SPDX-License-Identifier: MIT
#include "reports/html.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "reports/html_places.hpp"
#include "reports/overview_text.hpp"
#include "reports/statements.hpp"
#include "reports/tally.hpp"
#include "reports/text.hpp"
#include "tests/reports/python.hpp"
#include "tests/reports/sample.hpp"

namespace afresh {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

std::string written(const Report& report) {
  std::ostringstream out;
  write_html(out, report);
  return out.str();
}

/// What `html_page.py` says of it; null where it is not UTF-8.
json parsed(const std::string& html) {
  ScriptOutput answer = ask_python("html_page.py", html);
  return answer.status == 0 ? json::parse(answer.out) : json();
}

json parse_page(const Report& report) { return parsed(written(report)); }

json find_table(const json& page, const std::string& kind, bool is_generated = false) {
  for (const json& table : page["tables"])
    if (table["class"] == kind && table["generated"] == (is_generated ? "1" : "0")) return table;
  return {};
}

json table_of_answer(const json& page) {
  for (const json& table : page["tables"])
    if (table["class"] == "overview") return table;
  return {};
}

json find_row(const json& table, const std::string& name) {
  for (const json& row : table["rows"])
    if (row["name"] == name) return row;
  return {};
}

json find_cell(const json& table, const std::string& row, const std::string& column) {
  auto names = table["columns"].get<std::vector<std::string>>();
  auto at = std::ranges::find(names, column) - names.begin();
  return find_row(table, row)["cells"][static_cast<std::size_t>(at)];
}

Case case_with_text(const std::string& text, std::vector<Version> versions) {
  Case value;
  value.name = text;
  value.story = text;
  value.source = text;
  value.features = {text};
  value.addons = {text};
  value.versions = std::move(versions);
  value.steps = {{EnableStep{text}},
                 {RepeatStep{4, {{ReloadStep{text}}, {PythonStep{text}}}}},
                 {SetStep{text, text}},
                 {ExpectStep{text}}};
  return value;
}

/// A report in which every text that is an add-on's, a case's or a user's is this one.
Report saying(const std::string& text) {
  Report report = sample::hostile();
  report.environment.python_version = text;
  report.environment.compiler = text;
  Record& record = report.records[0];
  record.case_name = text;
  record.strategy = text;
  record.host = text;
  record.verdicts[Aspect::kClean].reason = sample::said(text);
  record.verdicts[Aspect::kIsolation].reason = sample::said(text);
  record.verdicts[Aspect::kLeaks] = {Outcome::kFail, sample::said(text)};
  record.cycles = {{1, 2, 3, 4}};
  record.reload_ms = 1;
  for (Finding& finding : record.findings) {
    finding.step_text = text;
    finding.paths = {text};
    finding.fresh = SameObjectAs{text};
    finding.actual = PythonError{text, text};
    finding.overtaken_by = text;
    finding.cause = {text, 1, text};
  }
  report.cases = {
      {text,
       {.bytes = 9,
        .replay_argument = text,
        .value = case_with_text(text, {{1, {{text, text}}}, {2, {{text, text + "2"}}}})}}};
  report.strategy_arguments[text] = text;
  report.strategy_summaries[text] = text;
  return report;
}

std::vector<std::string> hostile_texts() {
  std::string bytes;
  for (int c = 0; c < 256; ++c) bytes += static_cast<char>(c);
  return {sample::hostile().records[0].case_name,
          bytes,
          "</script><script>alert(1)</script><!--<script>",
          "</pre></details></style><img src=x onerror=alert(1)>",
          "\" onclick=\"alert(1)\" x='",
          "' onclick='alert(1)' x=\"",
          "&lt;b&gt; &amp;amp; &#60;b&#62; &lt",
          "\xc2\x9b\xc2\x85 \xe2\x80\xae \xef\xbb\xbf",
          "\n\nfirst lines are empty",
          "cut off \xc2"};
}

/// As long in lines, and harmless.
std::string harmless_text(const std::string& text) {
  std::string lines = "x";
  for (char c : text)
    if (c == '\n') lines += "\nx";
  return lines;
}

TEST(Html, ClosesEveryElementAndHasAPlaceForEveryLink) {
  for (const Report& report :
       {sample::scenarios(), sample::with_generated(), sample::hostile(), saying("x")}) {
    json page = parse_page(report);
    EXPECT_THAT(page["problems"], IsEmpty()) << page["problems"].dump(1);
    EXPECT_THAT(page["links"], Not(IsEmpty()));
  }
}

TEST(Html, SaysSoWhereAPageIsNotAsItMustBe) {
  EXPECT_THAT(parsed("<p><b>x</p>")["problems"], Not(IsEmpty()));
  EXPECT_THAT(parsed("<p>x<p>y</p></p>")["problems"], ElementsAre("<p> within <p>"));
  EXPECT_THAT(parsed("<i id=a></i><i id=a></i>")["problems"],
              Contains("two elements are called a"));
  EXPECT_THAT(parsed("<a href=\"#b\"></a>")["problems"], ElementsAre("no place is called #b"));
  EXPECT_THAT(parsed("<img src=\"http://e.org/x\">")["problems"], Not(IsEmpty()));
  EXPECT_THAT(parsed("<style>a{b:url(x)}</style>")["problems"], ElementsAre("url(x)}"));
  EXPECT_TRUE(parsed("\xe9").is_null());
}

TEST(Html, HasTheSameElementsWhateverAnAddonSays) {
  for (const std::string& text : hostile_texts()) {
    json evil = parse_page(saying(text));
    ASSERT_FALSE(evil.is_null()) << text;
    EXPECT_THAT(evil["problems"], IsEmpty()) << text << evil["problems"].dump(1);
    EXPECT_EQ(evil["outline"], parse_page(saying(harmless_text(text)))["outline"]) << text;
  }
}

TEST(Html, ShowsWhatAnAddonSays) {
  const std::string text = "</pre>&lt;\" <b>'\n é ]]> \xF0\x9F\x90\x8D";
  json texts = parse_page(saying(text))["texts"];
  // The first is the file as it was; a parser drops one line end behind the tag.
  EXPECT_THAT(texts["pre"], Contains("\n" + text));
  EXPECT_THAT(texts["p.story"], Contains(text));
  EXPECT_THAT(texts["pre.command"][0].get<std::string>(), HasSubstr(one_line(text)));
}

TEST(Html, KeepsAnEmptyFirstLineOfAFile) {
  EXPECT_THAT(parse_page(saying("\nx"))["texts"]["pre"], Contains("\n\nx"));
}

TEST(Html, HasNoControlCharacters) {
  for (const std::string& text : hostile_texts()) {
    std::string html = written(saying(text));
    EXPECT_TRUE(std::ranges::none_of(html, [](unsigned char c) {
      return (c < ' ' && c != '\n' && c != '\t') || c == 0x7F;
    })) << text;
    for (int c1 = 0x80; c1 < 0xA0; ++c1)
      EXPECT_THAT(html, Not(HasSubstr(std::string("\xc2") + static_cast<char>(c1)))) << text;
  }
}

TEST(Html, HasNoSecondEndOfItsData) {
  std::string html = written(saying("</script>"));
  std::size_t begin = html.find("<script id=\"data\"");
  std::size_t end = html.find("</script>", begin);
  std::string data = html.substr(begin + 1, end - begin - 1);
  EXPECT_THAT(data, Not(HasSubstr("<")));
  json section = json::parse(data.substr(data.find('{')))["sections"][0];
  EXPECT_EQ(section["cases"].begin().key(), "</script>");
}

TEST(Html, CallsThingsTheSameInItsTablesAndInItsData) {
  for (const std::string& text : hostile_texts()) {
    json page = parse_page(saying(text));
    const json& section = page["data"]["sections"][0];
    const std::string name = section["cases"].begin().key();
    const std::string strategy = section["cases"][name]["marks"].begin().key();
    json aspects = find_table(page, "aspects");
    json cases = find_table(page, "cases");
    json features = find_table(page, "features");
    EXPECT_EQ(aspects["host"], section["host"]) << text;
    EXPECT_EQ(aspects["rows"][0]["name"], strategy) << text;
    EXPECT_EQ(cases["rows"][0]["name"], name) << text;
    EXPECT_EQ(cases["columns"][0], strategy) << text;
    EXPECT_EQ(features["rows"][0]["name"], strategy) << text;
    EXPECT_EQ(section["cases"][name]["features"][0], features["columns"][0]) << text;
    EXPECT_TRUE(section["features"][features["columns"][0].get<std::string>()].contains(strategy))
        << text;
    EXPECT_THAT(page["options"]["left"], ElementsAre("", strategy)) << text;
    EXPECT_THAT(page["options"]["feature"], ElementsAre("", features["columns"][0])) << text;
  }
}

TEST(Html, BeginsWithTheAnswer) {
  Report report = sample::with_generated();
  const std::vector<OverviewTable> tables = overview(report);
  json page = parse_page(report);
  const std::string says = page["texts"]["ul.says"][0];
  for (const Statement& statement : statements(report, tables.front()))
    EXPECT_THAT(says, HasSubstr(render_sentence(statement)));
  EXPECT_THAT(page["texts"]["p.run"], Contains(run_line(report, tables)));
  // The rows of all tables, one behind the other.
  std::vector<json> rows;
  const json answer = table_of_answer(page);
  for (const json& row : answer["rows"])
    if (row["cells"].size() > 1) rows.push_back(row);
  std::size_t next = 0;
  for (const OverviewTable& table : tables) {
    for (const OverviewRow* row : table.rows()) {
      ASSERT_LT(next, rows.size());
      const json& cells = rows[next]["cells"];
      const Cell fresh = row->cell(Aspect::kFresh);
      EXPECT_EQ(rows[next++]["heading"], row->strategy);
      EXPECT_EQ(cells[2]["text"], std::to_string(fresh.pass) + "/" + std::to_string(fresh.tried()));
      ASSERT_EQ(cells.size(), 3 + table.aspects.size());
      for (std::size_t i = 0; i < table.aspects.size(); ++i)
        EXPECT_EQ(cells[3 + i]["text"], mark_sign(cell_mark(row->cell(table.aspects[i]))));
    }
  }
  EXPECT_EQ(next, rows.size());
}

TEST(Html, FillsABarOnlyWhereAllPass) {
  auto page = [](int fail, Verdict failing) {
    Report report;
    for (int i = 0; i < 300; ++i)
      report.records.push_back(
          {.case_name = "c" + std::to_string(i),
           .strategy = "s",
           .host = "plain",
           .verdicts = {{Aspect::kFresh, i < fail ? failing : Verdict{Outcome::kPass, {}}}}});
    return written(report);
  };
  const Verdict fails{Outcome::kFail, {}};
  const Verdict behaves{.outcome = Outcome::kFail, .reason = {}, .behaviour = Outcome::kPass};
  EXPECT_THAT(page(0, fails), HasSubstr("<rect class=\"pass\" width=\"100\""));
  EXPECT_THAT(page(1, fails), HasSubstr("<rect class=\"pass\" width=\"99\""));
  EXPECT_THAT(page(299, fails), HasSubstr("<rect class=\"pass\" width=\"1\""));
  EXPECT_THAT(page(300, fails), Not(HasSubstr("<rect class=\"pass\"")));
  EXPECT_THAT(page(300, behaves), HasSubstr("<rect class=\"behaves\" width=\"100\""));
}

TEST(Html, CountsInItsCellsWhatTheTallyCounts) {
  Report report = sample::with_generated();
  json page = parse_page(report);
  for (const Section& section : tally(report)) {
    json table = find_table(page, "aspects", section.is_generated);
    ASSERT_EQ(table["rows"].size(), section.rows.size());
    for (const Row& row : section.rows) {
      for (Aspect aspect : judged_aspects(section)) {
        auto counted = row.cells.find(aspect);
        Cell cell = counted == row.cells.end() ? Cell{} : counted->second;
        json shown = find_cell(table, row.strategy, std::string(name_of(aspect)));
        std::string counts = std::to_string(cell.pass) + "/" + std::to_string(cell.judged());
        EXPECT_EQ(shown["text"].get<std::string>(), cell.judged() == 0 ? "–" : counts);
        EXPECT_EQ(shown["link"].is_null(), cell.fail == 0);
      }
    }
  }
}

TEST(Html, ColoursItsCellsAsTheTerminalDoes) {
  auto css = [](int pass, int fail, int behaves, int unknown, int refused) {
    Report report;
    auto add = [&](int count, const Verdict& verdict) {
      for (int i = 0; i < count; ++i)
        report.records.push_back({.case_name = "c" + std::to_string(report.records.size()),
                                  .strategy = "s",
                                  .host = "plain",
                                  .verdicts = {{Aspect::kFresh, verdict}}});
    };
    add(pass, {Outcome::kPass, {}});
    add(fail, {Outcome::kFail, {}});
    add(behaves, {.outcome = Outcome::kFail, .reason = {}, .behaviour = Outcome::kPass});
    add(unknown, {Outcome::kUnknown, {}});
    add(refused, {Outcome::kRefused, {}});
    return find_cell(find_table(parse_page(report), "aspects"), "s", "fresh")["class"];
  };
  EXPECT_EQ(css(3, 0, 0, 0, 0), "all");
  EXPECT_EQ(css(0, 3, 0, 0, 0), "none");
  EXPECT_EQ(css(3, 1, 0, 0, 0), "most");
  EXPECT_EQ(css(1, 1, 0, 0, 0), "some");
  EXPECT_EQ(css(9, 0, 0, 1, 0), "open");
  EXPECT_EQ(css(9, 0, 0, 0, 1), "open");
  EXPECT_EQ(css(0, 0, 3, 0, 0), "behaves");
  EXPECT_EQ(css(2, 0, 1, 1, 0), "behaves");
  EXPECT_EQ(css(0, 1, 2, 0, 0), "none");
}

TEST(Html, NamesBehavingRefusedAndUnknownBesideTheCount) {
  json table = find_table(parse_page(sample::scenarios()), "aspects");
  EXPECT_THAT(find_cell(table, "reload-top", "fresh")["remarks"], ElementsAre("1 behaves"));
  EXPECT_THAT(find_cell(table, "restart", "fresh")["remarks"], ElementsAre("1 refused"));
  EXPECT_THAT(find_cell(table, "restart", "process-state")["remarks"], ElementsAre("1 unknown"));
}

TEST(Html, MarksEachCaseUnderEachStrategy) {
  json table = find_table(parse_page(sample::with_generated()), "cases");
  EXPECT_EQ(table["rows"].size(), 3U);
  EXPECT_EQ(find_cell(table, "nested-classes", "reload-top")["text"], "✗");
  EXPECT_EQ(find_cell(table, "nested-classes", "purge-dotted")["text"], "✓");
  EXPECT_EQ(find_cell(table, "nested-classes", "restart")["text"], "∅");
  EXPECT_EQ(find_cell(table, "log-handler", "reload-top")["text"], "≈");
}

TEST(Html, CountsAFeatureInTheCasesThatHaveIt) {
  Report report = sample::scenarios();
  report.cases["nested-classes"].value.features = {"classes", "nested"};
  report.cases["log-handler"].value.features = {"classes"};
  json table = find_table(parse_page(report), "features");
  EXPECT_THAT(table["columns"], ElementsAre("classes", "nested"));
  EXPECT_EQ(find_cell(table, "purge-dotted", "classes")["text"], "2/2");
  EXPECT_EQ(find_cell(table, "purge-dotted", "nested")["text"], "1/1");
  EXPECT_EQ(find_cell(table, "restart", "classes")["text"], "1/2");
}

TEST(Html, ShowsTheWitnessOfACellThatFails) {
  json page = parse_page(sample::scenarios());
  EXPECT_EQ(find_cell(find_table(page, "aspects"), "reload-top", "fresh")["link"],
            "#w.plain.reload-top.fresh");
  EXPECT_THAT(page["ids"], Contains("w.plain.reload-top.fresh"));
  EXPECT_THAT(page["ids"], Not(Contains("w.plain.purge-dotted.fresh")));
  EXPECT_THAT(
      page["texts"]["pre.command"],
      Contains("\n./afresh replay scenarios/from-import-constant.case --strategy reload-top"));
}

TEST(Html, MarksTheEditOfAFileLineByLine) {
  Report report = saying("x");
  report.cases["x"].value.versions = {{1, {{"x/a.py", "a\nb\nc\n"}, {"x/b.py", "gone\n"}}},
                                      {2, {{"x/a.py", "a\nB\nc\n"}, {"x/b.py", {}}}}};
  json texts = parse_page(report)["texts"];
  EXPECT_THAT(texts["pre"], IsSupersetOf({"\na\nb\nc\n", "\na\nb\nB\nc\n", "\ngone\n"}));
  EXPECT_THAT(texts["span.gone"], IsSupersetOf({"b", "gone"}));
  EXPECT_THAT(texts["span.added"], Contains("B"));
  EXPECT_THAT(texts["span.same"], IsSupersetOf({"a", "c"}));
  EXPECT_THAT(texts["figcaption"], Contains("x/b.py · version 2, deleted"));
}

TEST(Html, PlotsWhatPilesUpOnlyWhereACaseRepeats) {
  EXPECT_THAT(parse_page(sample::scenarios())["ids"], Not(Contains("leaks")));
  Report report = sample::scenarios();
  report.records[3].cycles = {{5, 6, 7, 1234}};
  json page = parse_page(report);
  EXPECT_THAT(page["ids"], Contains("leaks"));
  EXPECT_THAT(page["texts"]["h3"], Contains("from-import-constant"));
  EXPECT_THAT(page["texts"]["text.tick"], IsSupersetOf({"1234", "0", "1", "4"}));
}

TEST(Html, PlotsWhatAReloadCostsOnlyWhereOneWasTimed) {
  EXPECT_THAT(parse_page(sample::scenarios())["ids"], Not(Contains("cost")));
  Report report = sample::scenarios();
  report.records[0].reload_ms = 2500;
  report.records[1].reload_ms = 0.0625;
  json page = parse_page(report);
  EXPECT_THAT(page["ids"], Contains("cost"));
  EXPECT_THAT(page["texts"]["text.tick"], IsSupersetOf({"2500", "0.062"}));
}

TEST(Html, SaysThatNoCaseWasRun) {
  json page = parse_page(Report{});
  EXPECT_THAT(page["problems"], IsEmpty());
  EXPECT_THAT(page["tables"], IsEmpty());
  EXPECT_THAT(page["texts"]["p"], Contains("no case was run"));
}

TEST(WitnessId, IsNotSharedByOthers) {
  EXPECT_NE(witness_id("a", "b-c", Aspect::kFresh), witness_id("a-b", "c", Aspect::kFresh));
  EXPECT_NE(witness_id("a", "b.c", Aspect::kFresh), witness_id("a.b", "c", Aspect::kFresh));
  EXPECT_NE(witness_id("a", "\xe9", Aspect::kFresh), witness_id("a", "\xe8", Aspect::kFresh));
}

}  // namespace
}  // namespace afresh

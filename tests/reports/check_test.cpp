// What `check` prints, in every format: golden texts, and what must hold of any text.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "reports/check_json.hpp"
#include "reports/check_junit.hpp"
#include "reports/check_lines.hpp"
#include "reports/check_sarif.hpp"
#include "reports/check_screen.hpp"
#include "reports/text.hpp"
#include "tests/reports/check_sample.hpp"
#include "tests/reports/golden.hpp"
#include "tests/reports/python.hpp"
#include "tests/reports/said.hpp"
#include "tests/reports/schema.hpp"

namespace afresh {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string screen(const CheckReport& report, const CheckStyle& style = {}) {
  std::ostringstream out;
  write_check_screen(out, report, style);
  return out.str();
}

template <typename Write>
std::string written(const Write& write, const CheckReport& report) {
  std::ostringstream out;
  write(out, report, false);
  return out.str();
}

std::string as_json(const CheckReport& report) {
  std::ostringstream out;
  write_check_json(out, report);
  return out.str();
}

std::vector<std::string> to_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(CheckScreen, TellsEachCauseAsCompilersDo) {
  sample::expect_golden(screen(sample::forgetful()), "check.txt");
}

TEST(CheckScreen, TellsEverythingWhenAskedTo) {
  CheckStyle style{.colour = true, .is_verbose = true, .has_matrix = true};
  sample::expect_golden(screen(sample::forgetful(), style), "check_verbose.txt");
}

TEST(CheckScreen, PaintsWhatItPrintsOtherwiseTheSame) {
  std::string painted = screen(sample::forgetful(), {.colour = true});
  std::string plain;
  bool is_escape = false;
  for (char c : painted) {
    if (c == '\x1b') is_escape = true;
    if (!is_escape) plain += c;
    if (c == 'm') is_escape = false;
  }
  EXPECT_NE(painted, plain);
  EXPECT_EQ(plain, screen(sample::forgetful()));
}

TEST(CheckScreen, GivesACleanAddonOneLine) {
  EXPECT_EQ(
      screen(sample::tidy()),
      "tidy: 3 files · bpy · nothing left behind; right under 2 of 3 ways; use\npurge-dotted\n");
  EXPECT_EQ(to_lines(screen(sample::tidy(), {.width = 100})).size(), 1U);
  CheckReport leftovers = sample::tidy();
  leftovers.is_leftovers_only = true;
  EXPECT_EQ(screen(leftovers), "tidy: 3 files · bpy · nothing left behind\n");
}

TEST(CheckScreen, NeverCallsCleanWhatCouldNotBeJudged) {
  CheckReport report = sample::tidy();
  for (Record& each : report.report.records)
    each.verdicts[Aspect::kClean] = {Outcome::kUnknown, sample::said("it is too large")};
  EXPECT_THAT(screen(report), HasSubstr("Not judged: clean (it is too large).\n"));
  EXPECT_THAT(screen(report), Not(HasSubstr("nothing left behind")));
}

TEST(CheckScreen, StaysWithinTheWidthAndBreaksNoWord) {
  for (std::size_t width : {80U, 100U, 120U}) {
    for (const CheckReport& report : {sample::forgetful(), sample::tidy()}) {
      for (const std::string& line : to_lines(screen(report, {.width = width})))
        EXPECT_LE(count_columns(line), width) << line;
    }
  }
  std::string narrow = screen(sample::forgetful(), {.width = 30});
  EXPECT_THAT(narrow, HasSubstr("bpy.app.handlers.save_post"));
  EXPECT_THAT(narrow, HasSubstr("addons/forgetful/watch.py:13:5"));
}

TEST(CheckScreen, LetsNoControlCharacterThrough) {
  const CheckStyle style{.is_verbose = true, .has_matrix = true};
  for (char c : screen(sample::hostile_check(), style))
    EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
}

TEST(CheckLines, AreWhatEditorsRead) {
  sample::expect_golden(written(write_check_short, sample::forgetful()), "check_short.txt");
  sample::expect_golden(written(write_check_github, sample::forgetful()), "check_github.txt");
  EXPECT_EQ(written(write_check_short, sample::tidy()), "");
}

TEST(CheckLines, AreOneForEachDiagnosticWhateverItsTexts) {
  std::size_t told = told_diagnostics(sample::hostile_check(), false).size();
  EXPECT_EQ(to_lines(written(write_check_short, sample::hostile_check())).size(), told);
  std::vector<std::string> annotations =
      to_lines(written(write_check_github, sample::hostile_check()));
  EXPECT_EQ(annotations.size(), told);
  for (const std::string& each : annotations) {
    // Two colons end the properties: none of them may have any.
    std::size_t begin = each.find("::", 2);
    ASSERT_NE(begin, std::string::npos);
    std::string properties = each.substr(2, begin - 2);
    EXPECT_EQ(std::ranges::count(properties, ':'), 0) << each;
  }
}

TEST(CheckJson, HoldsAllAndIsABaseline) {
  json report = json::parse(as_json(sample::forgetful()));
  EXPECT_EQ(report["schema"], "afresh-check/1");
  EXPECT_EQ(report["counts"]["errors"], 2);
  EXPECT_EQ(report["diagnostics"].size(), 5U);
  EXPECT_EQ(report["diagnostics"][0]["mend"]["statements"][0],
            "bpy.app.handlers.save_post.remove(on_save)");
  EXPECT_EQ(report["diagnostics"][0]["findings"].size(), 1U);
  auto keys = read_check_keys(as_json(sample::forgetful()), "old.json");
  ASSERT_TRUE(keys);
  std::vector<DiagnosticKey> expected;
  for (const Diagnostic& each : sample::forgetful().diagnostics)
    expected.push_back(diagnostic_key(each));
  EXPECT_EQ(*keys, expected);
}

TEST(CheckJson, RefusesWhatIsNoBaseline) {
  auto problem = [](const std::string& text) { return read_check_keys(text, "x").error().message; };
  EXPECT_THAT(problem("{"), HasSubstr("x: no report of check; expected what"));
  EXPECT_THAT(problem("[]"), HasSubstr("no report of check"));
  EXPECT_THAT(problem(R"({"schema": "afresh-compare/2"})"),
              HasSubstr("its schema is \"afresh-compare/2\", not \"afresh-check/1\""));
  EXPECT_THAT(problem(R"({"schema": "afresh-check/1"})"), HasSubstr("'diagnostics'"));
  EXPECT_THAT(problem(R"({"schema": "afresh-check/1", "diagnostics": [{"code": "x"}]})"),
              HasSubstr("expected what 'afresh check --format json' writes"));
}

TEST(CheckJson, IsAsItsSchemaSays) {
  const json rules = schema::check_schema();
  CheckReport leftovers = sample::tidy();
  leftovers.is_leftovers_only = true;
  for (const CheckReport& report :
       {sample::forgetful(), sample::tidy(), sample::hostile_check(), leftovers}) {
    const json written_json = json::parse(as_json(report));
    EXPECT_EQ(schema::find_schema_violation(written_json, rules), "");
  }
  json damaged = json::parse(as_json(sample::forgetful()));
  damaged["diagnostics"][0]["findings"][0]["kind"] = "whim";
  EXPECT_NE(schema::find_schema_violation(damaged, rules), "");
}

TEST(CheckJson, HasASchemaThatKnowsEveryWord) {
  const json definitions = schema::check_schema()["definitions"];
  const auto expect_words = [](const json& place, const auto& all) {
    std::vector<std::string> names;
    for (auto value : all) names.emplace_back(name_of(value));
    EXPECT_EQ(place["enum"].get<std::vector<std::string>>(), names);
  };
  expect_words(definitions["severity"], all_values<Severity>());
  expect_words(definitions["code"], kDiagnosticCodes);
  expect_words(definitions["standing"], all_values<Standing>());
  expect_words(definitions["consequence"]["properties"]["kind"], all_values<ConsequenceKind>());
  const auto mends = all_values<MendKind>();
  // Without the first, `none`, for which there is no mend at all.
  expect_words(definitions["mend"]["properties"]["kind"],
               std::vector(mends.begin() + 1, mends.end()));
}

TEST(CheckSarif, HasTheStructureOfItsStandard) {
  for (const CheckReport& report : {sample::forgetful(), sample::tidy(), sample::hostile_check()}) {
    ScriptOutput answer = ask_python("sarif_summary.py", written(write_check_sarif, report));
    EXPECT_EQ(answer.status, 0) << answer.out;
  }
  sample::expect_golden(
      ask_python("sarif_summary.py", written(write_check_sarif, sample::forgetful())).out,
      "check_sarif.txt");
}

TEST(CheckSarif, HasARuleForEachCode) {
  json sarif = json::parse(written(write_check_sarif, sample::tidy()));
  const json& rules = sarif["runs"][0]["tool"]["driver"]["rules"];
  ASSERT_EQ(rules.size(), kDiagnosticCodes.size());
  for (std::size_t i = 0; i < rules.size(); ++i)
    EXPECT_EQ(rules[i]["id"], std::string(name_of(kDiagnosticCodes[i])));
}

TEST(CheckJunit, FailsWhereCheckDoes) {
  sample::expect_golden(written(write_check_junit, sample::forgetful()), "check.xml");
  for (const CheckReport& report : {sample::forgetful(), sample::tidy(), sample::hostile_check()}) {
    ScriptOutput answer = ask_python("junit_summary.py", written(write_check_junit, report));
    EXPECT_EQ(answer.status, 0) << answer.out;
  }
}

TEST(CheckReport, CountsEachDiagnosticOnce) {
  CheckCounts counts = count_diagnostics(sample::forgetful(), false);
  EXPECT_THAT((std::array{counts.errors, counts.warnings, counts.accepted, counts.known}),
              ElementsAre(2, 1, 1, 1));
  CheckReport report = sample::forgetful();
  report.recommendation.results[1].fails_by_itself = true;
  counts = count_diagnostics(report, false);
  EXPECT_THAT((std::array{counts.warnings, counts.untold}), ElementsAre(0, 1));
  EXPECT_EQ(count_diagnostics(report, true).warnings, 1);
  report.are_ways_chosen = true;
  EXPECT_EQ(count_diagnostics(report, false).warnings, 1);
}

}  // namespace
}  // namespace afresh

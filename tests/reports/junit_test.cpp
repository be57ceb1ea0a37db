// What a build server reads: JUnit XML, parsed by Python's own XML parser.
// SPDX-License-Identifier: MIT
#include "reports/junit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/reports/golden.hpp"
#include "tests/reports/python.hpp"
#include "tests/reports/sample.hpp"

namespace afresh {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::StartsWith;

std::string written(const Report& report) {
  std::ostringstream out;
  write_junit(out, report);
  return out.str();
}

/// What `junit_summary.py` says of it; nothing where it is not well-formed.
std::vector<json> parsed(const std::string& xml) {
  ScriptOutput answer = ask_python("junit_summary.py", xml);
  std::vector<json> lines;
  std::istringstream in(answer.out);
  for (std::string line; answer.status == 0 && std::getline(in, line);) {
    lines.push_back(json::parse(line));
  }
  return lines;
}

/// The line of one test case.
json test_case(const std::vector<json>& lines, const std::string& strategy,
               const std::string& name) {
  for (const json& line : lines) {
    if (line[0] == "case" && line[1] == strategy && line[2] == name) return line;
  }
  return {};
}

TEST(Junit, IsWrittenAsApproved) {
  sample::expect_golden(written(sample::with_generated()), "with_generated.xml");
}

TEST(Junit, HasASuiteForEachStrategyThatCountsItsCases) {
  std::vector<json> suites;
  for (const json& line : parsed(written(sample::scenarios()))) {
    if (line[0] != "case") suites.push_back(line);
  }
  EXPECT_THAT(suites, ElementsAre(json{"all", 21, 5, 0, 3}, json{"suite", "reload-top", 7, 4, 0, 0},
                                  json{"suite", "purge-dotted", 7, 0, 0, 1},
                                  json{"suite", "restart", 7, 1, 0, 2}));
}

TEST(Junit, CountsTheTestCasesThatItHas) {
  json suite;
  json found;
  std::vector<json> lines = parsed(written(sample::with_generated()));
  for (const json& line : lines) {
    if (line[0] == "suite") {
      EXPECT_EQ(suite, found);
      suite = {line[2], line[3], line[5]};
      found = {0, 0, 0};
    } else if (line[0] == "case") {
      found[0] = found[0].get<int>() + 1;
      if (line.size() == 3) continue;
      std::size_t which = line[3][0] == "failure" ? 1 : 2;
      found[which] = found[which].get<int>() + 1;
    }
  }
  EXPECT_EQ(suite, found);
  EXPECT_FALSE(found.empty());
}

TEST(Junit, TellsFailuresWithTheirKindsTheirProofAndHowToSeeThem) {
  json failed =
      test_case(parsed(written(sample::scenarios())), "reload-top", "from-import-constant · fresh");
  EXPECT_THAT(
      failed,
      ElementsAre(
          "case", "reload-top", "from-import-constant · fresh",
          json{"failure", "stale-code,stale-value",
               "stale-code at demo.sub.panel.Panel after `reload demo`: a fresh start has class "
               "Panel, load 2, here is class Panel, load 1.",
               "./afresh replay scenarios/from-import-constant.case --strategy reload-top"}));
}

TEST(Junit, SaysWhereStructureDiffersAndBehaviourDoesNot) {
  json failed =
      test_case(parsed(written(sample::scenarios())), "reload-top", "log-handler · fresh");
  EXPECT_THAT(failed[3][3].get<std::string>(), StartsWith("Structure differs; all that the case"));
}

TEST(Junit, SkipsWhatIsUnknownOrRefusedWithTheReason) {
  std::vector<json> lines = parsed(written(sample::scenarios()));
  EXPECT_EQ(test_case(lines, "purge-dotted", "log-handler · process-state")[3],
            (json{"skipped", nullptr, "unknown: depends on iteration order", nullptr}));
  EXPECT_EQ(test_case(lines, "restart", "nested-classes · fresh")[3],
            (json{"skipped", nullptr, "refused: the host cannot restart", nullptr}));
}

TEST(Junit, HasNothingInATestCaseThatPassed) {
  json passed =
      test_case(parsed(written(sample::scenarios())), "purge-dotted", "log-handler · fresh");
  EXPECT_EQ(passed.size(), 3U);
}

TEST(Junit, NamesTheHostWhereThereAreSeveral) {
  Report report = sample::scenarios();
  report.records.resize(2);
  report.records[1].strategy = "reload-top";
  report.records[1].host = "bpy";
  std::vector<json> lines = parsed(written(report));
  ASSERT_EQ(lines.size(), 7U);
  EXPECT_EQ(lines[1][1], "reload-top on plain");
  EXPECT_EQ(lines[4][1], "reload-top on bpy");
}

TEST(Junit, IsWellFormedForAnyBytes) {
  std::string bytes;
  for (int c = 0; c < 256; ++c) bytes += static_cast<char>(c);
  Report report = sample::hostile();
  for (const std::string& more : {bytes, std::string("]]>"), std::string("\xef\xbf\xbe\xef\xbf")}) {
    std::get<PythonError>(report.records[0].findings[0].actual).message += more;
    report.records[0].findings[0].overtaken_by += more;
    report.records[0].case_name += more;
    report.records[0].strategy += more;
    report.records[0].verdicts[Aspect::kClean].reason->message += more;
  }
  EXPECT_EQ(parsed(written(report)).size(), 5U);
}

TEST(Junit, GivesBackEveryCharacterThatXmlCanSay) {
  Report report = sample::hostile();
  const std::string text = "a\tb\nc\rd <>&\"' é ]]> \xF0\x9F\x90\x8D";
  report.records[0].verdicts[Aspect::kClean].reason = sample::said(text);
  EXPECT_EQ(parsed(written(report))[3][3][2], "unknown: " + text);
}

TEST(Junit, ReplacesWhatXmlCannotSay) {
  const std::string bad = "\xEF\xBF\xBD";
  Report report = sample::hostile();
  report.records[0].verdicts[Aspect::kClean].reason =
      sample::said(std::string("\0\x1b", 2) + "caf\xe9|\xef\xbf\xbe|\xef\xbf\xbf");
  EXPECT_EQ(parsed(written(report))[3][3][2],
            "unknown: " + bad + bad + "caf" + bad + "|" + bad + "|" + bad);
}

TEST(Junit, IsWellFormedWhereNothingWasRun) {
  EXPECT_THAT(parsed(written(Report{})), ElementsAre(json{"all", 0, 0, 0, 0}));
}

}  // namespace
}  // namespace afresh

// What parse_case reads from well-formed text.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "harness/casefile/parse_case.hpp"
#include "tests/casefile/sample.hpp"

namespace afresh {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using namespace std::string_literals;

constexpr std::string_view kHead = "addon: demo\nsteps:\n-- 1/demo/__init__.py --\n";

Case parsed(std::string_view text) {
  auto result = parse_case(text, "scenarios/a case.v2.case");
  EXPECT_TRUE(result) << result.error().message;
  return *result;
}

/// Content of the one file of version 1 whose block is `block` (separator included).
std::optional<std::string> parse_content(std::string_view block) {
  return parsed(std::string(kHead).append(block)).versions[0].changes.at(1).content;
}

TEST(ParseCase, ReadsTheHeader) {
  Case sample = parsed(testing::kSample);
  EXPECT_EQ(sample.name, "a case.v2");
  EXPECT_EQ(sample.story,
            "A name copied with `from … import` keeps the old object.\n\n - and a list");
  EXPECT_EQ(sample.source, "forum thread \"Hot: reload?\"");
  EXPECT_THAT(sample.features, ElementsAre("from-import", "classes"));
  EXPECT_THAT(sample.addons, ElementsAre("demo", "other"));
  EXPECT_THAT(sample.claims, ElementsAre(Aspect::kFresh, Aspect::kClean));
  EXPECT_EQ(sample.taken_names, TakenNames::kLenient);
  EXPECT_TRUE(sample.automatic_gc);
  EXPECT_THAT(sample.disagreements,
              ElementsAre(Pair("reload-top", "the matrix counts sub-modules")));
  EXPECT_EQ(sample.text, testing::kSample);
}

TEST(ParseCase, ReadsVerdictsWithAndWithoutKinds) {
  Case sample = parsed(testing::kSample);
  std::map<Aspect, StatedVerdict> top{
      {Aspect::kFresh, {Outcome::kFail, {FindingKind::kStaleCode, FindingKind::kStaleValue}}},
      {Aspect::kClean, {Outcome::kPass, {}}},
      {Aspect::kProcessState, {Outcome::kUnknown, {}}}};
  std::map<Aspect, StatedVerdict> refuses{{Aspect::kIsolation, {Outcome::kRefused, {}}},
                                          {Aspect::kRecovery, {Outcome::kFail, {}}}};
  EXPECT_THAT(sample.verdicts, ElementsAre(Pair("refuses", refuses), Pair("reload-top", top)));
}

TEST(ParseCase, ReadsStepsWithTheirLines) {
  Case sample = parsed(testing::kSample);
  RepeatStep turns{2, {{TurnStep{}}}};
  RepeatStep cycle{3, {{ReloadStep{"demo"}}, {turns}}};
  std::vector<Step> expected{{EnableStep{"demo"}},
                             {EditStep{"demo", 2, 0}},
                             {cycle},
                             {TouchStep{"demo/data", 7}},
                             {SetStep{"scene.size", "{\"a\": 1}"}},
                             {PythonStep{"held = demo.unit"}},
                             {ExpectStep{"held() == \"m\""}},
                             {DisableStep{"demo"}}};
  EXPECT_EQ(sample.steps, expected);
  std::vector<int> lines;
  for (const Step& step : sample.steps) lines.push_back(step.line);
  EXPECT_THAT(lines, ElementsAre(17, 19, 21, 27, 28, 29, 30, 31));
  EXPECT_EQ(std::get<RepeatStep>(sample.steps[2].action).body[1].line, 23);
}

TEST(ParseCase, ReadsTheFilesOfEachVersion) {
  std::vector<FileChange> first{
      {"demo/__init__.py", "from .settings import unit\n-- 1/demo/no separator --\n"},
      {"demo/empty.py", ""},
      {"demo/data", "\x00\x01\x02\xFF"s},
      {"demo/last.py", "x = 1"},
      {"other.py", ""}};
  std::vector<FileChange> second{{"demo/empty.py", std::nullopt}, {"demo/last.py", "x = 2\n"}};
  EXPECT_THAT(parsed(testing::kSample).versions,
              ElementsAre(Version{1, first}, Version{2, second}));
}

TEST(ParseCase, HasDefaultsForWhatAHeaderLeavesOut) {
  Case smallest = parsed(kHead);
  EXPECT_EQ(smallest.story, "");
  EXPECT_EQ(smallest.taken_names, TakenNames::kStrict);
  EXPECT_FALSE(smallest.automatic_gc);
  EXPECT_TRUE(smallest.steps.empty());
}

TEST(ParseCase, TakesOnlyTheFirstBlockOfCommentsForTheStory) {
  Case read = parsed("\n \n# one\n#two\n\n# three\naddon: demo\nsteps:\n-- 1/demo.py --\n");
  EXPECT_EQ(read.story, "one\ntwo");
}

TEST(ParseCase, KeepsOddContentAsItIs) {
  EXPECT_EQ(parse_content("-- 1/demo/a --\na\r\n\xE9\n\n\n"), "a\r\n\xE9\n\n\n");
  EXPECT_EQ(parse_content("-- 1/demo/a --\n-- 2/demo/a --\r\n"), "-- 2/demo/a --\r\n");
  EXPECT_EQ(parse_content("-- 1/demo/a --\n -- b --\n-- c\n-- --\n"), " -- b --\n-- c\n-- --\n");
}

TEST(ParseCase, TakesOneBackslashFromAnEscapedSeparator) {
  EXPECT_EQ(parse_content("-- 1/demo/a --\n\\-- b --\n\\\\-- b --\n"), "-- b --\n\\-- b --\n");
  EXPECT_EQ(parse_content("-- 1/demo/a --\n\\\\n\n\\-- b\n"), "\\\\n\n\\-- b\n");
}

TEST(ParseCase, EndsAFileWithTheTextWhereTheLastLineHasNoNewline) {
  EXPECT_EQ(parse_content("-- 1/demo/a --\nx = 1"), "x = 1");
  EXPECT_EQ(parse_content("-- 1/demo/a no-newline --\nx = 1"), "x = 1");
  EXPECT_EQ(parse_content("-- 1/demo/a no-newline --\nx = 1\n\n"), "x = 1\n");
  EXPECT_EQ(parse_content("-- 1/demo/a --"), "");
}

TEST(ParseCase, ReadsOnlyTheLastWordOfASeparatorAsItsForm) {
  Case read = parsed(std::string(kHead) + "-- 1/demo/not deleted base64 --\nYQ==\n");
  EXPECT_EQ(read.versions[0].changes[1], (FileChange{"demo/not deleted", "a"}));
}

TEST(ParseCase, AllowsAFileToBecomeAFolderInTheNextVersion) {
  Case read =
      parsed(std::string(kHead) + "-- 1/demo/a --\n-- 2/demo/a/b --\n-- 2/demo/a deleted --\n");
  EXPECT_EQ(read.versions.size(), 2U);
}

TEST(ParseCase, LetsAPythonStepHoldWhatLooksLikeOtherParts) {
  Case read = parsed("addon: demo\nsteps:\n  python # steps: -- 1/a --\n\n-- 1/demo.py --\n");
  EXPECT_EQ(read.steps.at(0), (Step{PythonStep{"# steps: -- 1/a --"}}));
}

}  // namespace
}  // namespace afresh

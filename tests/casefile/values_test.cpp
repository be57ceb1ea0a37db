// The functions of harness/values/case.hpp.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "harness/casefile/parse_case.hpp"
#include "harness/values/case.hpp"

namespace afresh {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

Case two_addons() {
  auto parsed = parse_case(
      "addon: demo\naddon: demo_more\nsteps:\n"
      "-- 1/demo/__init__.py --\none\n"
      "-- 1/demo/a.py --\none\n"
      "-- 1/demo_more.py --\nmore\n"
      "-- 2/demo/a.py deleted --\n"
      "-- 2/demo.py --\ntwo\n"
      "-- 3/demo/__init__.py --\nthree\n"
      "-- 3/demo/a.py --\nthree\n",
      "x.case");
  EXPECT_TRUE(parsed) << parsed.error().message;
  return *parsed;
}

TEST(FilesAtVersion, AppliesTheChangesOfEachVersionInOrder) {
  Case a_case = two_addons();
  EXPECT_THAT(files_at_version(a_case, "demo", 1),
              ElementsAre(Pair("demo/__init__.py", "one\n"), Pair("demo/a.py", "one\n")));
  EXPECT_THAT(files_at_version(a_case, "demo", 2),
              ElementsAre(Pair("demo.py", "two\n"), Pair("demo/__init__.py", "one\n")));
  EXPECT_THAT(files_at_version(a_case, "demo", 3),
              ElementsAre(Pair("demo.py", "two\n"), Pair("demo/__init__.py", "three\n"),
                          Pair("demo/a.py", "three\n")));
}

TEST(FilesAtVersion, LeavesOutAnAddonWhoseNameBeginsTheSame) {
  EXPECT_THAT(files_at_version(two_addons(), "demo_more", 3),
              ElementsAre(Pair("demo_more.py", "more\n")));
}

TEST(FilesAtVersion, IsEmptyBeforeTheFirstVersion) {
  EXPECT_THAT(files_at_version(two_addons(), "demo", 0), IsEmpty());
}

TEST(Unrolled, WritesNestedRepeatsOut) {
  Step on{EnableStep{"a"}, 1};
  Step turn{TurnStep{}, 3};
  Step inner{RepeatStep{2, {turn}}, 2};
  Step outer{RepeatStep{2, {on, inner}}, 1};
  EXPECT_THAT(unrolled({outer, on}), ElementsAre(on, turn, turn, on, turn, turn, on));
}

TEST(Unrolled, KeepsTheLinesOfSteps) {
  Step repeat{RepeatStep{2, {{TurnStep{}, 7}}}, 6};
  auto flat = unrolled({repeat});
  ASSERT_EQ(flat.size(), 2U);
  EXPECT_EQ(flat[1].line, 7);
}

TEST(RenderStep, WritesAStepAsTheCaseFileDoes) {
  std::vector<std::string> texts;
  std::vector<Step> steps{{EnableStep{"a"}},       {DisableStep{"a"}},    {ReloadStep{"a"}},
                          {EditStep{"a", 2}},      {EditStep{"a", 2, 0}}, {TouchStep{"a/b c"}},
                          {TouchStep{"a.py", 10}}, {SetStep{"x", "[1]"}}, {PythonStep{"y = 1"}},
                          {ExpectStep{"y == 1"}},  {TurnStep{}},          {RepeatStep{3, {}}}};
  for (const Step& step : steps) texts.push_back(render_step(step));
  EXPECT_THAT(texts, ElementsAre("enable a", "disable a", "reload a", "edit a 2", "edit a 2 +0s",
                                 "touch a/b c", "touch a.py +10s", "set x = [1]", "python y = 1",
                                 "expect y == 1", "turn", "repeat 3"));
}

TEST(Case, IsEqualByMeaningWhateverItsTextAndLines) {
  Case a_case = two_addons();
  Case other = a_case;
  other.text.clear();
  other.steps = {{TurnStep{}, 5}};
  EXPECT_NE(other, a_case);
  a_case.steps = {{TurnStep{}, 9}};
  EXPECT_EQ(other, a_case);
}

}  // namespace
}  // namespace afresh

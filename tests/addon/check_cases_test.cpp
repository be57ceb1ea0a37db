// SPDX-License-Identifier: MIT
#include "harness/addon/check_cases.hpp"

#include <gmock/gmock.h>

#include "harness/casefile/parse_case.hpp"
#include "harness/casefile/write_case.hpp"
#include "harness/values/shift.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

const AddonFiles kDemo{
    .name = "demo",
    .files = {
        {"demo/__init__.py", "from .a import x\n"}, {"demo/a.py", "x = 1\n"}, {"demo/b.txt", "b"}}};

std::vector<std::string> step_texts(const Case& a_case) {
  std::vector<std::string> texts;
  for (const Step& step : a_case.steps) texts.push_back(render_step(step));
  return texts;
}

TEST(CheckCases, MoveAllLinesOfAnAddonAlone) {
  Case shifts = check_cases(kDemo).front();
  EXPECT_EQ(shifts.name, "demo");
  EXPECT_THAT(step_texts(shifts), ElementsAre("enable demo", "edit demo 2", "reload demo",
                                              "edit demo 3", "reload demo", "disable demo"));
  EXPECT_EQ(files_at_version(shifts, "demo", 1), kDemo.files);
  EXPECT_THAT(files_at_version(shifts, "demo", 3),
              ElementsAre(Pair("demo/__init__.py", shifted("from .a import x\n", 3)),
                          Pair("demo/a.py", shifted("x = 1\n", 3)), Pair("demo/b.txt", "b")));
}

TEST(CheckCases, BreakTheModuleThatIsAlwaysLoaded) {
  Case broken = check_cases(kDemo).back();
  EXPECT_EQ(broken.name, "demo-broken");
  EXPECT_EQ(files_at_version(broken, "demo", 2).at("demo/__init__.py"),
            shifted("from .a import x\n\n)\n", 2));
  EXPECT_EQ(files_at_version(broken, "demo", 3).at("demo/__init__.py"),
            shifted("from .a import x\n", 3));
  AddonFiles alone{.name = "one", .files = {{"one.py", "x = 1\n"}}};
  EXPECT_EQ(files_at_version(check_cases(alone).back(), "one", 2).at("one.py"),
            shifted("x = 1\n\n)\n", 2));
}

TEST(CheckCases, GoFromOneVersionToAnother) {
  AddonFiles after{.name = "demo", .files = {{"demo/__init__.py", "y\n"}, {"demo/c.py", "c"}}};
  std::vector<Case> cases = check_cases(kDemo, after);
  EXPECT_FALSE(cases[0].are_edits_shifts);
  EXPECT_THAT(step_texts(cases[0]),
              ElementsAre("enable demo", "edit demo 2", "reload demo", "disable demo"));
  EXPECT_EQ(files_at_version(cases[0], "demo", 2), after.files);
  EXPECT_EQ(files_at_version(cases[1], "demo", 2).at("demo/__init__.py"), "y\n\n)\n");
  EXPECT_EQ(files_at_version(cases[1], "demo", 3), after.files);
}

TEST(CheckCases, CanBeWrittenAndReadAgain) {
  for (const Case& each : check_cases(kDemo)) {
    auto read = parse_case(render_case(each), each.name + ".case");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, each);
  }
}

}  // namespace
}  // namespace afresh::testing

// SPDX-License-Identifier: MIT
#include "harness/engine/user_references.hpp"

#include <gtest/gtest.h>

#include "tests/engine/run_cases.hpp"

namespace afresh::engine {
namespace {

TEST(UserReferences, AreFoundWhereAnExpressionAsksThem) {
  std::set<std::string> names{"held"};
  EXPECT_TRUE(mentions("held.run() == 2", names));
  EXPECT_TRUE(mentions("demo.check(held)", names));
  EXPECT_TRUE(mentions("demo.x == [held for _ in 'a']", names));
}

TEST(UserReferences, AreNotFoundInAttributesTextsAndLongerNames) {
  std::set<std::string> names{"held"};
  EXPECT_FALSE(mentions("demo.held == 1", names));
  EXPECT_FALSE(mentions("demo . held == 1", names));
  EXPECT_FALSE(mentions("demo.name == 'held'", names));
  EXPECT_FALSE(mentions(R"(demo.name == "it's \"held\"")", names));
  EXPECT_FALSE(mentions("upheld(x) == withheld_", names));
  EXPECT_FALSE(mentions("heldä()", names));
  EXPECT_FALSE(mentions("", names));
  EXPECT_FALSE(mentions("'unclosed held", names));
}

TEST(UserReferences, ComeFromAllStepsOfPython) {
  Case a_case = testing::case_from_text(
      "addon: demo\nsteps:\n  enable demo\n  python held = 1\n  turn\n  python x = 2\n\n"
      "-- 1/demo.py --\n");
  EXPECT_EQ(code_of_steps(a_case.steps), "held = 1\nx = 2\n");
}

}  // namespace
}  // namespace afresh::engine

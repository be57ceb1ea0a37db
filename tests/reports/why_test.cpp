// Why a strategy is not right: exact counts, and each sort of case by its smallest.
// SPDX-License-Identifier: MIT
#include "reports/why.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/reports/comparison.hpp"
#include "tests/reports/golden.hpp"
#include "tests/reports/sample.hpp"

namespace afresh {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string why(const Report& report, const std::string& strategy,
                std::optional<Aspect> aspect = {}, const WhyStyle& style = {}) {
  std::ostringstream out;
  write_why(out, report, strategy, aspect, style);
  return out.str();
}

TEST(Why, TellsAStrategyAsApproved) {
  sample::expect_golden(why(sample::twenty_cases(), "purge-prefix"), "why.txt");
}

TEST(Why, TellsAnAspectAsApproved) {
  sample::expect_golden(why(sample::scenarios(), "reload-top", Aspect::kFresh), "why_aspect.txt");
}

TEST(Why, TellsWhatIsUnknownAndRefusedWithItsReason) {
  const Report report =
      sample::comparison("case a: x\ncase b: x\ncase c: x\nway | f | | | fresh PUR\n");
  EXPECT_THAT(why(report, "way", Aspect::kFresh),
              AllOf(HasSubstr("fresh  ?  1 of 2 pass, 1 unknown, 1 refused\n"),
                    HasSubstr("\nunknown in 1 case: b\n  fresh starts disagree.\n"),
                    HasSubstr("\nrefused in 1 case: c\n  not here.\n")));
}

TEST(Why, TellsWhoRefusesEverythingThatItDoes) {
  EXPECT_THAT(why(sample::twenty_cases(), "script-reload", Aspect::kFresh),
              HasSubstr("refused in 20 cases: case_0, case_1"));
}

TEST(Why, HasAPartForEachHost) {
  Report report = sample::comparison("case a: x\ncase b: x\nway | f | | | fresh PF\n");
  sample::add(report, sample::comparison("case c: x\nway | f | | | fresh P\n", "bpy"));
  EXPECT_THAT(why(report, "way"), AllOf(HasSubstr("\nplain, 2 scenarios\n fresh  ◑  1 of 2 pass"),
                                        HasSubstr("\nbpy, 1 scenario\n fresh  ●  1 of 1 pass\n")));
}

TEST(Why, SaysThatNoCaseJudgesAnAspect) {
  EXPECT_THAT(why(sample::comparison("case a: x\nway | f | | | fresh P\n"), "way", Aspect::kLeaks),
              HasSubstr(": no case judges it\n"));
}

TEST(Why, NamesTheReplayCommandOfAUsersOwnStrategy) {
  Report report = sample::comparison("case a: x\nmine | | | | fresh F\n");
  report.strategy_arguments["mine"] = "my/mine.py";
  EXPECT_THAT(why(report, "mine"),
              HasSubstr("\n  ./afresh replay scenarios/a.case --strategy my/mine.py\n"));
}

TEST(Why, LetsNothingOfAnAddonMoveTheCursor) {
  const Report report = sample::hostile();
  const std::string& strategy = report.records[0].strategy;
  EXPECT_THAT(why(report, strategy, Aspect::kFresh), Not(HasSubstr("\x1b")));
  EXPECT_THAT(why(report, strategy), Not(HasSubstr("\x01")));
}

TEST(Why, IsPaintedOnlyWhereAsked) {
  EXPECT_THAT(why(sample::twenty_cases(), "purge-prefix", {}, {.colour = true}),
              HasSubstr("\x1b["));
  EXPECT_THAT(why(sample::twenty_cases(), "purge-prefix"), Not(HasSubstr("\x1b")));
}

TEST(Why, IsAsciiWhereAsked) {
  for (char c : why(sample::twenty_cases(), "purge-prefix", {}, {.ascii = true}))
    EXPECT_TRUE(c == '\n' || (c >= ' ' && c <= '~')) << static_cast<int>(c);
}

TEST(Why, KnowsTheStrategiesOfAReport) {
  EXPECT_THAT(strategies_in(sample::scenarios()),
              ElementsAre("reload-top", "purge-dotted", "restart"));
}

}  // namespace
}  // namespace afresh

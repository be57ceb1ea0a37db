// What `check` makes of the records of one add-on.
// SPDX-License-Identifier: MIT
#include "reports/check.hpp"

#include <gmock/gmock.h>

#include <sstream>

namespace afresh {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Finding finding(FindingKind kind, Aspect aspect, SourceLine cause,
                Attribution attribution = Attribution::kStrategy) {
  return {.kind = kind,
          .aspect = aspect,
          .step_text = "reload demo",
          .paths = {"demo.unit"},
          .fresh = Nothing{},
          .actual = ObjectRef{.kind = ObjectKind::kFunction, .module = "demo", .name = "unit"},
          .cause = std::move(cause),
          .attribution = attribution};
}

class CheckReport : public ::testing::Test {
 protected:
  Record& add(const std::string& strategy, std::map<Aspect, Outcome> outcomes) {
    Record& record = report_.records.emplace_back();
    record.case_name = "demo";
    record.strategy = strategy;
    for (auto [aspect, outcome] : outcomes) record.verdicts[aspect] = {outcome, {}};
    return record;
  }
  Record& add_right(const std::string& strategy) {
    return add(strategy, {{Aspect::kFresh, Outcome::kPass}, {Aspect::kClean, Outcome::kPass}});
  }
  [[nodiscard]] std::string text() const {
    std::ostringstream out;
    write_check(out, report_, {.addon = "demo (one file)", .edit = "The edit."}, {});
    return out.str();
  }
  Report report_;
};

TEST_F(CheckReport, RecommendsTheBestByMerit) {
  EXPECT_EQ(recommended_strategy(report_), "");
  add_right("restart");
  add_right("reload-sorted");
  EXPECT_EQ(recommended_strategy(report_), "restart");
  add_right("generation-swap");
  EXPECT_EQ(recommended_strategy(report_), "generation-swap");
  add("purge-dotted", {{Aspect::kFresh, Outcome::kUnknown}});
  EXPECT_EQ(recommended_strategy(report_), "generation-swap");
}

TEST_F(CheckReport, NeverRecommendsANullOrOneThatRefuses) {
  add_right("do-nothing");
  add("purge-dotted", {{Aspect::kFresh, Outcome::kRefused}});
  EXPECT_EQ(recommended_strategy(report_), "");
  add("reload-top", {{Aspect::kFresh, Outcome::kFail}});
  EXPECT_EQ(recommended_strategy(report_), "reload-top");
  EXPECT_FALSE(is_right_under(report_, "reload-top"));
}

TEST_F(CheckReport, AsksForNothingThatFewStrategiesPromise) {
  add_right("purge-dotted").verdicts[Aspect::kRollback] = {Outcome::kFail, {}};
  EXPECT_TRUE(is_right_under(report_, "purge-dotted"));
  EXPECT_THAT(text(), HasSubstr("Right for it: purge-dotted.\nRecommended: purge-dotted.\n"));
}

TEST_F(CheckReport, CountsAllCasesOfAStrategy) {
  add_right("purge-dotted");
  add("purge-dotted", {{Aspect::kRecovery, Outcome::kFail}});
  EXPECT_FALSE(is_right_under(report_, "purge-dotted"));
  EXPECT_THAT(text(), HasSubstr("Right for it: none.\nRecommended: purge-dotted, although 1 aspect "
                                "is not right there.\n"));
}

TEST_F(CheckReport, HoldsWhatTheAddonLeavesAgainstIt) {
  add_right("purge-dotted")
      .findings.push_back(finding(FindingKind::kLeftoverRegistration, Aspect::kProcessState,
                                  {"demo.py", 3, "hook()"}, Attribution::kAddon));
  EXPECT_FALSE(is_right_under(report_, "purge-dotted"));
  EXPECT_THAT(text(), HasSubstr("Recommended: purge-dotted. What the add-on itself leaves behind "
                                "is to be mended first: see below."));
  EXPECT_THAT(text(), HasSubstr("What the add-on leaves, whatever reloads it:\n\ndemo.py:3: "
                                "hook()\n  leftover-registration at demo.unit after `reload "
                                "demo`: a fresh start has nothing, here is function unit."));
}

TEST_F(CheckReport, PutsTogetherWhatOneLineDoesToSeveralStrategies) {
  Finding stale =
      finding(FindingKind::kStaleCode, Aspect::kFresh, {"demo.py", 1, "from a import b"});
  for (const char* strategy : {"a", "b", "c", "d", "e", "f"})
    add(strategy, {{Aspect::kFresh, Outcome::kFail}}).findings = {stale, stale};
  std::vector<Obstacle> all = obstacles(report_);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_THAT(all[0].strategies, ElementsAre("a", "b", "c", "d", "e", "f"));
  EXPECT_THAT(text(), HasSubstr("under a, b, c, d and 2 others\n"));
}

TEST_F(CheckReport, BeginsWithWhatIsInTheWayOfTheBest) {
  Record& bad = add("reload-top", {{Aspect::kFresh, Outcome::kFail},
                                   {Aspect::kClean, Outcome::kFail},
                                   {Aspect::kRollback, Outcome::kFail}});
  bad.findings = {finding(FindingKind::kStaleCode, Aspect::kFresh, {"one"}),
                  finding(FindingKind::kNoRollback, Aspect::kRollback, {"unasked"})};
  add("purge-dotted", {{Aspect::kFresh, Outcome::kFail}, {Aspect::kClean, Outcome::kPass}})
      .findings = {finding(FindingKind::kGhostName, Aspect::kFresh, {"two"})};
  std::vector<std::string> causes;
  for (const Obstacle& obstacle : obstacles(report_)) causes.push_back(obstacle.finding.cause.file);
  EXPECT_THAT(causes, ElementsAre("two", "one", "unasked"));
}

TEST_F(CheckReport, LeavesOutWhatHostAndInterpreterDo) {
  add_right("purge-dotted").findings = {
      finding(FindingKind::kLeak, Aspect::kLeaks, {"x"}, Attribution::kHost),
      finding(FindingKind::kLeak, Aspect::kLeaks, {"x"}, Attribution::kInterpreter)};
  EXPECT_TRUE(obstacles(report_).empty());
  EXPECT_TRUE(is_right_under(report_, "purge-dotted"));
}

TEST_F(CheckReport, SaysWhyAStrategyRefuses) {
  add("single-file", {{Aspect::kFresh, Outcome::kRefused}}).verdicts[Aspect::kFresh].reason =
      "two modules of one name\n";
  EXPECT_THAT(text(), HasSubstr("single-file refuses: two modules of one name\n"));
  EXPECT_THAT(text(), Not(HasSubstr("What is in the way")));
}

}  // namespace
}  // namespace afresh

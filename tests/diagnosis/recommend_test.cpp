// Which way of reloading is advised, and what would make more right.
// SPDX-License-Identifier: MIT
#include "harness/diagnosis/recommend.hpp"

#include <gmock/gmock.h>

#include "tests/diagnosis/findings.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Recommend : public ::testing::Test {
 protected:
  Record& add(const std::string& strategy, std::map<Aspect, Outcome> outcomes) {
    return records_.emplace_back(make_record(strategy, {}, std::move(outcomes)));
  }
  Record& add_right(const std::string& strategy) {
    return add(strategy, {{Aspect::kFresh, Outcome::kPass}, {Aspect::kClean, Outcome::kPass}});
  }
  Recommendation recommendation() {
    PythonSources sources = read_sources({{kWatchFile, kWatchText}});
    diagnosis_ = diagnose({.records = records_, .sources = sources, .host_way = ""});
    return recommend(records_, diagnosis_, needs_);
  }
  std::string best() {
    Recommendation recommended = recommendation();
    const StrategyResult* result = recommended.best_result();
    return result == nullptr ? "" : result->name;
  }

  std::vector<Record> records_;
  std::map<std::string, StrategyNeeds> needs_;
  Diagnosis diagnosis_;
};

TEST_F(Recommend, GoesByVerdictsBeforeNeeds) {
  EXPECT_EQ(best(), "");
  add("short", {{Aspect::kFresh, Outcome::kFail}});
  EXPECT_EQ(best(), "short");
  add_right("long");
  needs_["long"] = {.adapts = true, .installs = true, .code_lines = 900};
  EXPECT_EQ(best(), "long");
}

TEST_F(Recommend, AdvisesNoneThatKeepsModulesOrRefuses) {
  add_right("in-place");
  needs_["in-place"] = {.keeps_modules = true};
  EXPECT_EQ(best(), "in-place");  // there is no other
  add("refuses", {{Aspect::kFresh, Outcome::kRefused}});
  EXPECT_EQ(best(), "in-place");
  add_right("restart");
  needs_["restart"] = {.restarts = true};
  EXPECT_EQ(best(), "restart");
  add_right("purge");
  EXPECT_EQ(best(), "purge");
}

TEST_F(Recommend, PrefersOneThatIsRightInMoreThanIsAsked) {
  add_right("a").verdicts[Aspect::kRollback] = {Outcome::kFail, {}};
  add_right("b").verdicts[Aspect::kRollback] = {Outcome::kPass, {}};
  needs_["b"] = {.code_lines = 500};
  EXPECT_EQ(best(), "b");
}

TEST_F(Recommend, CountsAllCasesOfAStrategy) {
  add_right("a");
  add("a", {{Aspect::kRecovery, Outcome::kFail}});
  add_right("b");
  needs_["b"] = {.code_lines = 500};
  EXPECT_EQ(best(), "b");
}

TEST_F(Recommend, MindsOnlyGreatDifferencesOfTime) {
  add_right("a").reload_ms = 40;
  add_right("b").reload_ms = 10;
  EXPECT_EQ(best(), "a");
  records_[0].reload_ms = 60;
  EXPECT_EQ(best(), "b");
}

TEST_F(Recommend, SaysWhichMendsWouldMakeAStrategyRight) {
  add("a", {{Aspect::kFresh, Outcome::kFail}}).findings = {stale_import(2)};
  Recommendation recommended = recommendation();
  EXPECT_THAT(recommended.results.at(0).to_mend, ElementsAre(0U));
  // Nor where the strategy fails for a reason of its own.
  Finding of_its_own = stale_import(2);
  of_its_own.kind = FindingKind::kStaleModule;
  records_[0].findings.push_back(of_its_own);
  recommended = recommendation();
  EXPECT_THAT(recommended.results.at(0).to_mend, IsEmpty());
  EXPECT_TRUE(recommended.results.at(0).fails_by_itself);
}

TEST_F(Recommend, TellsUnaskedOnlyWhatIsInTheWayOfAStrategyThatCouldBeRight) {
  Finding of_its_own = stale_import(2);
  of_its_own.kind = FindingKind::kStaleModule;
  add("bad", {{Aspect::kFresh, Outcome::kFail}}).findings = {stale_import(2), of_its_own};
  Recommendation recommended = recommendation();
  EXPECT_FALSE(is_worth_telling(diagnosis_.diagnostics.at(0), recommended));
  add("good", {{Aspect::kFresh, Outcome::kFail}}).findings = {stale_import(2)};
  recommended = recommendation();
  EXPECT_TRUE(is_worth_telling(diagnosis_.diagnostics.at(0), recommended));
}

TEST(Needs, AreReadFromTheStrategyItself) {
  StrategyNeeds needs = read_needs(R"("""Does it.

Family: reload in place
"""
import sys

# importlib is not needed
def install(host): pass
def reload(host, addon):
    host.restart()
)");
  EXPECT_TRUE(needs.restarts);
  EXPECT_TRUE(needs.keeps_modules);
  EXPECT_TRUE(needs.installs);
  EXPECT_FALSE(needs.adapts);
  EXPECT_EQ(needs.code_lines, 4U);
}

}  // namespace
}  // namespace afresh::testing

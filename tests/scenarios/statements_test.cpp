// Each scenario by itself: what it states holds, and the strategy that does nothing gets away with
// nothing that the scenario claims to test.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <algorithm>
#include <stdexcept>

#include "reports/replay.hpp"
#include "tests/scenarios/run_scenarios.hpp"

namespace afresh::testing {
namespace {

using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

class Scenario : public ::testing::TestWithParam<std::string> {};

// Held against the expected table, which one test holds against what is measured.
const Record& find_record(const std::vector<Record>& records, const std::string& strategy) {
  auto found = std::ranges::find(records, strategy, &Record::strategy);
  if (found == records.end()) throw std::invalid_argument("no expected record of " + strategy);
  return *found;
}

TEST_P(Scenario, GivesEveryVerdictThatItStates) {
  Case a_case = scenario(GetParam());
  std::vector<Record> records = expected_records(GetParam());
  EXPECT_EQ(records.size(), all_strategies().size());
  for (const auto& [strategy, verdicts] : a_case.verdicts)
    EXPECT_THAT(broken_statements(a_case, find_record(records, strategy)), IsEmpty()) << strategy;
}

// What a reader wants to know first; the full table has the others.
TEST_P(Scenario, StatesAVerdictOfTheTellingStrategies) {
  Case a_case = scenario(GetParam());
  for (const char* strategy : {"restart-clean", "do-nothing", "reload-top", "reload-sorted",
                               "in-locals", "purge-prefix", "purge-dotted"})
    EXPECT_TRUE(a_case.verdicts.contains(strategy)) << strategy;
}

TEST_P(Scenario, CatchesAStrategyThatDoesNothingInAllThatItClaims) {
  Case a_case = scenario(GetParam());
  EXPECT_THAT(a_case.claims, AnyOf(Contains(Aspect::kFresh), Contains(Aspect::kRecovery)));
  std::vector<Record> records = expected_records(GetParam());
  const Record& record = find_record(records, "do-nothing");
  for (Aspect aspect : a_case.claims) {
    std::string form = stated_form(record, aspect);
    EXPECT_THAT(form, Not(::testing::StartsWith("pass"))) << name_of(aspect);
    // The others are absent where the edit did not take hold: an empty pass is no pass.
    if (aspect == Aspect::kFresh || aspect == Aspect::kRecovery) {
      EXPECT_THAT(form, ::testing::StartsWith("fail(")) << name_of(aspect);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, Scenario, ::testing::ValuesIn(scenario_names()),
                         [](const auto& name) { return name.param; });

}  // namespace
}  // namespace afresh::testing

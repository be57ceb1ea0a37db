// Each scenario by itself: what it states holds, and the strategy that does nothing gets away with
// nothing that the scenario claims to test.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <sstream>

#include "reports/replay.hpp"
#include "tests/scenarios/run_scenarios.hpp"

namespace afresh::testing {
namespace {

using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

class Scenario : public ::testing::TestWithParam<std::string> {};

std::string replayed(const Case& a_case, const Record& record) {
  std::ostringstream out;
  write_replay(out, a_case, {record}, false);
  return out.str();
}

TEST_P(Scenario, GivesEveryVerdictThatItStates) {
  Case a_case = scenario(GetParam());
  for (const Record& record : run_scenarios({a_case}, all_strategies())) {
    EXPECT_THAT(broken_statements(a_case, record), IsEmpty()) << replayed(a_case, record);
  }
}

TEST_P(Scenario, StatesAVerdictOfEveryStrategyThatShips) {
  Case a_case = scenario(GetParam());
  for (const StrategySource& strategy : all_strategies()) {
    EXPECT_TRUE(a_case.verdicts.contains(strategy.name)) << strategy.name;
  }
}

TEST_P(Scenario, CatchesAStrategyThatDoesNothingInAllThatItClaims) {
  Case a_case = scenario(GetParam());
  EXPECT_THAT(a_case.claims, AnyOf(Contains(Aspect::kFresh), Contains(Aspect::kRecovers)));
  Record record =
      run_scenarios({a_case}, {{.name = "do-nothing", .source = {}, .file = {}}}).front();
  for (Aspect aspect : a_case.claims) {
    std::string form = stated_form(record, aspect);
    EXPECT_THAT(form, Not(::testing::StartsWith("pass"))) << name_of(aspect);
    // The others are absent where the edit did not take hold: an empty pass is no pass.
    if (aspect == Aspect::kFresh || aspect == Aspect::kRecovers) {
      EXPECT_THAT(form, ::testing::StartsWith("fail(")) << name_of(aspect);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, Scenario, ::testing::ValuesIn(scenario_names()),
                         [](const auto& name) { return name.param; });

}  // namespace
}  // namespace afresh::testing

// Which body ran after whose, by the ledger of executions.
// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/execution_history.hpp"

#include <gmock/gmock.h>

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Optional;

// demo imports a, which imports b; then b is reloaded, and at the end demo, which reloads a.
const std::vector<BodyRun> kRuns{{"demo.py", -1, 1}, {"a.py", 0, 1},     {"b.py", 1, 1},
                                 {"b.py", -1, 3},    {"demo.py", -1, 5}, {"a.py", 4, 5}};

TEST(ExecutionHistory, SaysWhatRanAgainAfterItWasCopied) {
  EXPECT_TRUE(ExecutionHistory(kRuns, {.op = 3}).ran_after("b.py", "a.py"));
  EXPECT_TRUE(ExecutionHistory(kRuns, {.op = 3}).ran_after("b.py", "demo.py"));
  EXPECT_FALSE(ExecutionHistory(kRuns).ran_after("b.py", "a.py")) << "a ran since";
  EXPECT_FALSE(ExecutionHistory(kRuns).ran_after("b.py", "x.py"))
      << "what never ran copies nothing";
}

TEST(ExecutionHistory, TakesWhatRanWithinTheCopyingBodyForCurrent) {
  EXPECT_FALSE(ExecutionHistory(kRuns, {.op = 1}).ran_after("a.py", "demo.py"));
  EXPECT_FALSE(ExecutionHistory(kRuns, {.op = 1}).ran_after("b.py", "demo.py"))
      << "two levels below";
  EXPECT_FALSE(ExecutionHistory(kRuns).ran_after("a.py", "demo.py"));
}

TEST(ExecutionHistory, KnowsNothingOfAnEarlierProcess) {
  ExecutionHistory successor(kRuns, {.since = 5});
  EXPECT_EQ(successor.last_run("b.py"), std::nullopt);
  EXPECT_THAT(successor.last_run("a.py"), Optional(5U));
  EXPECT_THAT(successor.find_runs("demo.py"), ElementsAre(4U));
  EXPECT_THAT(ExecutionHistory(kRuns).find_runs("b.py"), ElementsAre(3U, 2U));
}

TEST(ExecutionHistory, TellsWhatAFileSaidWhenItRan) {
  SourcesByOp sources;
  sources[1].files["a.py"] = {{"V", BindingKind::kAssignment, 1, "V = 1"}};
  ExecutionHistory history(kRuns, {}, &sources);
  ASSERT_NE(history.source_at_run(1), nullptr);
  EXPECT_EQ(history.source_at_run(1)->front().text, "V = 1");
  EXPECT_EQ(history.source_at_run(0), nullptr);
  EXPECT_EQ(history.source_at_run(5), nullptr);
}

TEST(ExecutionHistory, ComesToAnEndWhateverWasRecorded) {
  std::vector<BodyRun> damaged{{"a.py", 1, 1}, {"b.py", 0, 1}, {"c.py", 7, 1}};
  EXPECT_TRUE(ExecutionHistory(damaged).ran_after("c.py", "a.py"));
  EXPECT_THAT(ExecutionHistory().runs(), IsEmpty());
}

}  // namespace
}  // namespace afresh::testing

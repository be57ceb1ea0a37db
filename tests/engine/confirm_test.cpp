// SPDX-License-Identifier: MIT
#include "harness/engine/confirm.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace afresh::engine {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Record failing(std::string strategy, std::vector<Finding> findings) {
  Record record{.case_name = "c", .strategy = std::move(strategy), .findings = std::move(findings)};
  for (const Finding& finding : record.findings)
    record.verdicts[finding.aspect] = {Outcome::kFail, {}};
  return record;
}

Finding stale() { return {.kind = FindingKind::kStaleCode, .aspect = Aspect::kFresh}; }
Finding leftover(Attribution attribution) {
  return {.kind = FindingKind::kLeftoverRegistration,
          .aspect = Aspect::kClean,
          .attribution = attribution};
}

TEST(Confirmed, KeepsWhatFailsByTheSameKinds) {
  Record first = failing("s", {stale(), leftover(Attribution::kStrategy)});
  Record record = confirmed(first, first, ConfirmingRun::kNewProcess);
  EXPECT_EQ(record.verdicts, first.verdicts);
  EXPECT_EQ(record.findings, first.findings);
}

TEST(Confirmed, MakesUnknownWhatIsNotSeenAgain) {
  Record first = failing("s", {stale(), leftover(Attribution::kStrategy)});
  Record record = confirmed(first, failing("s", {stale()}), ConfirmingRun::kNewProcess);
  EXPECT_EQ(record.verdicts.at(Aspect::kFresh).outcome, Outcome::kFail);
  EXPECT_EQ(record.verdicts.at(Aspect::kClean),
            (Verdict{Outcome::kUnknown, Reason{.kind = ReasonKind::kNotConfirmed,
                                               .run = ConfirmingRun::kNewProcess,
                                               .here = {FindingKind::kLeftoverRegistration}}}));
  EXPECT_THAT(record.findings, ElementsAre(stale()));
}

TEST(Confirmed, SaysWhyNothingWasSeenThere) {
  const Reason no_memory{.kind = ReasonKind::kHarnessError, .message = "no memory"};
  Record again{.case_name = "c",
               .strategy = "s",
               .verdicts = {{Aspect::kFresh, {Outcome::kUnknown, no_memory}}}};
  Record record = confirmed(failing("s", {stale()}), again, ConfirmingRun::kNewProcess);
  EXPECT_EQ(record.verdicts.at(Aspect::kFresh),
            (Verdict{Outcome::kUnknown, Reason{.kind = ReasonKind::kNotConfirmed,
                                               .run = ConfirmingRun::kNewProcess,
                                               .here = {FindingKind::kStaleCode},
                                               .because = {no_memory}}}));
}

TEST(Confirmed, AsksOnlyAfterFailures) {
  Record passing{
      .case_name = "c", .strategy = "s", .verdicts = {{Aspect::kFresh, {Outcome::kPass, {}}}}};
  EXPECT_EQ(confirmed(passing, failing("s", {stale()}), ConfirmingRun::kNewProcess).verdicts,
            passing.verdicts);
}

TEST(Representatives, AreTheFirstOfEachStrategyAndKind) {
  std::vector<Record> records{
      failing("a", {stale()}), failing("b", {stale()}), failing("a", {stale()}),
      failing("a", {stale(), leftover(Attribution::kStrategy)}), failing("c", {})};
  EXPECT_THAT(representatives(records), ElementsAre(0, 1, 3));
}

// Whoever stands for a sort of failure in the end was asked, in whichever order the cases ended.
TEST(FirstFailures, AreAskedForInEveryOrder) {
  const std::vector<Record> records{failing("a", {}), failing("a", {stale()}),
                                    failing("a", {leftover(Attribution::kStrategy)}),
                                    failing("a", {stale(), leftover(Attribution::kStrategy)})};
  std::vector<std::size_t> order{0, 1, 2, 3};
  do {
    FirstFailures firsts;
    std::vector<bool> is_asked(records.size());
    for (std::size_t number : order) is_asked[number] = firsts.is_first(number, records[number]);
    for (std::size_t number : representatives(records)) EXPECT_TRUE(is_asked[number]) << number;
    EXPECT_FALSE(is_asked[0]);
  } while (std::ranges::next_permutation(order).found);
}

TEST(FirstFailures, AreNotAskedForAgain) {
  FirstFailures firsts;
  EXPECT_TRUE(firsts.is_first(1, failing("a", {stale()})));
  EXPECT_FALSE(firsts.is_first(2, failing("a", {stale()})));
  EXPECT_TRUE(firsts.is_first(2, failing("b", {stale()})));
  EXPECT_TRUE(firsts.is_first(0, failing("a", {stale()})));
  EXPECT_FALSE(firsts.is_first(3, failing("a", {leftover(Attribution::kHost)})));
}

TEST(Representatives, DoNotStandForWhatBlamesNobody) {
  EXPECT_THAT(representatives({failing("a", {leftover(Attribution::kHost)})}), IsEmpty());
}

}  // namespace
}  // namespace afresh::engine

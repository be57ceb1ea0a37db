// Trials that stop short: refused, crashed, hung.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/interruption.hpp"

#include <gmock/gmock.h>

#include "harness/values/limits.hpp"
#include "tests/oracles/in_short.hpp"
#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

OpResult refused(std::string reason) {
  OpResult result{OpOutcome::kRefused};
  result.message = std::move(reason);
  return result;
}

/// A good reload, then a disable; the disable was not reached.
TrialBuilder stopped_in_disable(Ending ending, int status) {
  TrialBuilder trial;
  trial.reload(kDemo, kDemo);
  Checkpoint& last = trial.add(StepKind::kDisable, "", "");
  last.result = nullptr;
  last.actual = nullptr;
  trial.input.ending = {ending, status, false};
  return trial;
}

TEST(Refusal, LeavesAllThatFollowsRefused) {
  TrialBuilder trial;
  trial.reload(demo_before(), kDemo).result = trial.keep(refused("needs a package"));
  trial.add(StepKind::kDisable, kDemo, "");
  EXPECT_EQ(trial.verdicts(),
            "fresh=refused(refusal needs a package) process-state=refused(refusal needs a package) "
            "clean=refused(refusal needs a package) isolation=refused(refusal needs a package)");
  EXPECT_THAT(trial.findings(), IsEmpty());
}

TEST(Refusal, DoesNotExcuseAnEarlierFailure) {
  TrialBuilder trial;
  trial.reload(demo_before(), kDemo);
  trial.reload(demo_before(), kDemo).result = trial.keep(refused("no more"));
  EXPECT_EQ(trial.verdicts(),
            "fresh=fail process-state=refused(refusal no more) isolation=refused(refusal no more)");
}

TEST(Crash, FailsTheStepThatWasRunning) {
  TrialBuilder trial = stopped_in_disable(Ending::kSignal, 11);
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass clean=fail");
  Judgement judgement = trial.judge();
  EXPECT_THAT(render_findings(judgement.findings), ElementsAre("clean crash: demo"));
  EXPECT_EQ(in_short(judgement.findings[0].fresh), "nothing");
  EXPECT_EQ(in_short(judgement.findings[0].actual), "signal 11");
  EXPECT_EQ(judgement.findings[0].step_text, "disable demo");
}

TEST(Crash, SaysWhatATrialTookTooMuchOf) {
  for (int status : {kProcessLimitExceeded, kMemoryLimitExceeded}) {
    Finding finding = stopped_in_disable(Ending::kSignal, status).judge().findings.at(0);
    EXPECT_EQ(finding.actual, FindingSide(ProcessEnd{Ending::kSignal, status}));
  }
  EXPECT_NE(kProcessLimitExceeded, kMemoryLimitExceeded);
}

TEST(Crash, OfAnExitCountsOnlyInTheMiddle) {
  EXPECT_THAT(stopped_in_disable(Ending::kExit, 3).findings(), ElementsAre("clean crash: demo"));
  TrialBuilder trial;
  trial.reload(kDemo, kDemo);
  trial.input.ending = {Ending::kExit, 3, true};
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass");
}

TEST(Crash, BeforeAnyCheckpointIsSeen) {
  TrialBuilder trial;
  trial.input.ending = {Ending::kSignal, 6, false, 0, "enable demo"};
  Judgement judgement = trial.judge();
  EXPECT_THAT(render_findings(judgement.findings), ElementsAre("fresh crash: demo"));
  EXPECT_EQ(judgement.findings[0].step_text, "enable demo");
}

TEST(Crash, BehindTheLastCheckpointIsSeen) {
  TrialBuilder trial;
  trial.reload(kDemo, kDemo);
  trial.input.ending = {Ending::kSignal, 11, false, 4, "python boom()"};
  EXPECT_EQ(trial.verdicts(), "fresh=fail process-state=pass");
}

TEST(Hang, IsToldFromACrash) {
  TrialBuilder trial = stopped_in_disable(Ending::kDeadline, 0);
  EXPECT_THAT(trial.findings(), ElementsAre("clean hang: demo"));
  EXPECT_EQ(in_short(trial.judge().findings[0].actual), "deadline 0");
}

TEST(Judge, SaysNothingOfWhatWasNotReached) {
  TrialBuilder trial = stopped_in_disable(Ending::kCompleted, 0);
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass");
}

}  // namespace
}  // namespace afresh::testing

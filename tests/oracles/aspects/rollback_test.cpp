// *rollback*: a reload of an edit that cannot load, against the moment before it.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/rollback.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The reload of an edit that no fresh start can load; `after` is what the strategy leaves.
TrialBuilder broken(std::string_view after) {
  TrialBuilder trial;
  Checkpoint& checkpoint = trial.add(StepKind::kReload, after, "");
  checkpoint.reference_fails = true;
  checkpoint.result = trial.keep(raised("SyntaxError", "invalid syntax"));
  checkpoint.before = trial.keep(kDemo);
  return trial;
}

TEST(Rollback, PassesWhatIsAsItWasBefore) {
  EXPECT_EQ(broken(kDemo).verdicts(), "rollback=pass isolation=pass");
}

TEST(Rollback, FailsByOneFindingForAllThatIsGone) {
  TrialBuilder trial = broken("root host hostapi.classes @0 -> rc\nrc registry @0:\n");
  EXPECT_EQ(trial.verdicts(), "rollback=fail isolation=pass");
  EXPECT_THAT(trial.findings(),
              ElementsAre("rollback no-rollback: demo | demo.settings | hostapi.classes[0]"));
}

TEST(Rollback, FailsByAHalfLoadedVersion) {
  TrialBuilder trial =
      broken(with(std::string(kDemo), {{".V = int 1; .TABLE", ".V = int 2; .TABLE"}}));
  EXPECT_THAT(trial.findings(), ElementsAre("rollback no-rollback: demo.V | demo.settings.V"));
}

TEST(Rollback, DoesNotAskWhoNeverTried) {
  TrialBuilder trial = broken(kDemo);
  trial.input.checkpoints[0].result = trial.keep(OpResult{OpOutcome::kOk});
  EXPECT_EQ(trial.verdicts(), "");
}

TEST(Rollback, AsksWhoSwallowsTheExceptionButReloadsElsewhere) {
  TrialBuilder trial = broken(kDemo);
  trial.input.checkpoints[0].result = trial.keep(OpResult{OpOutcome::kOk});
  trial.reload(kDemo, kDemo).is_repair = true;
  EXPECT_EQ(trial.verdicts(), "process-state=pass rollback=pass recovery=pass");
}

TEST(Rollback, IsUnknownWhereNothingCanBeCompared) {
  TrialBuilder trial = broken(kDemo);
  trial.input.checkpoints[0].actual = nullptr;
  EXPECT_EQ(trial.verdicts(), "rollback=unknown(no-snapshot)");
}

TEST(Rollback, IsNotAskedWhereTheEditLoads) {
  TrialBuilder trial;
  trial.reload(kDemo, kDemo).before = trial.keep(demo_before());
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass isolation=pass");
}

TEST(Rollback, IsAskedOfWhoRefuses) {
  auto refused = [](std::string_view after) {
    TrialBuilder trial;
    Checkpoint& checkpoint = trial.reload(after, kDemo);
    checkpoint.result = trial.keep(OpResult{.outcome = OpOutcome::kRefused, .message = "no"});
    checkpoint.before = trial.keep(demo_before());
    return trial;
  };
  EXPECT_EQ(
      refused(demo_before()).verdicts(),
      "fresh=refused(refusal no) process-state=refused(refusal no) isolation=refused(refusal no)");
  EXPECT_THAT(refused(demo_before()).findings(), IsEmpty());
  TrialBuilder touched = refused(kDemo);
  EXPECT_EQ(touched.verdicts(),
            "fresh=refused(refusal no) process-state=refused(refusal no) rollback=fail "
            "isolation=refused(refusal no)");
  EXPECT_THAT(touched.findings(),
              ElementsAre("rollback no-rollback: demo.unit | demo.V | demo.settings.V"));
}

}  // namespace
}  // namespace afresh::testing

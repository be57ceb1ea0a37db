// *recovery*: the first version that loads again after a broken one.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/recovery.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;

/// A broken reload, then a repair.
TrialBuilder repaired(std::string_view actual) {
  TrialBuilder trial;
  Checkpoint& broken = trial.reload(demo_before(), "");
  broken.reference_fails = true;
  broken.result = trial.keep(raised("SyntaxError", "invalid syntax"));
  trial.reload(actual, kDemo).is_repair = true;
  return trial;
}

TEST(Recovery, PassesInPlaceOfFresh) {
  EXPECT_EQ(repaired(kDemo).verdicts(), "process-state=pass recovery=pass");
}

TEST(Recovery, FailsWhereTheRepairDoesNotArrive) {
  EXPECT_EQ(repaired(demo_before()).verdicts(), "recovery=fail");
}

TEST(Recovery, FailsWhereTheRepairStillRaises) {
  TrialBuilder trial = repaired(kDemo);
  trial.input.checkpoints[1].result = trial.keep(raised("ValueError", "already registered"));
  EXPECT_THAT(trial.findings(), ElementsAre("recovery register-error: demo"));
}

TEST(Recovery, IsNotAskedOfAnOrdinaryReload) {
  TrialBuilder trial;
  trial.reload(kDemo, kDemo);
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass");
}

}  // namespace
}  // namespace afresh::testing

// *live-objects*: expectations of objects that the case holds.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/live_objects.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A reload after which a held object is asked, with this answer.
TrialBuilder asked(OpResult answer, std::string_view actual = kDemo) {
  TrialBuilder trial;
  trial.reload(actual, kDemo).expects = {{.text = "held.run() == 2",
                                          .trial = std::move(answer),
                                          .reference = {},
                                          .is_about_user_references = true}};
  return trial;
}

OpResult holds() { return {.outcome = OpOutcome::kOk}; }
OpResult gives(std::string value) {
  return {.outcome = OpOutcome::kFailed, .message = std::move(value)};
}

TEST(LiveObjects, PassesWhereTheHeldObjectWorksWithTheNewCode) {
  EXPECT_EQ(asked(holds()).verdicts(), "fresh=pass process-state=pass live-objects=pass");
}

TEST(LiveObjects, FailsWhereItRunsTheOldCode) {
  TrialBuilder trial = asked(gives("1"));
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass live-objects=fail");
  EXPECT_THAT(trial.findings(), ElementsAre("live-objects wrong-behaviour: held.run() == 2"));
}

TEST(LiveObjects, FailsWhereItRaises) {
  EXPECT_THAT(asked(raised("TypeError", "obj must be an instance")).findings(),
              ElementsAre("live-objects wrong-behaviour: held.run() == 2"));
}

TEST(LiveObjects, IsNotAskedWhereTheEditDidNotArrive) {
  EXPECT_EQ(asked(holds(), demo_before()).verdicts(), "fresh=fail");
}

TEST(LiveObjects, IsNotAskedOnceNobodyHoldsAnything) {
  TrialBuilder trial = asked(raised("NameError", "name 'held' is not defined"));
  trial.input.checkpoints[0].are_user_references_gone = true;
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass");
  EXPECT_THAT(trial.findings(), IsEmpty());
}

TEST(LiveObjects, IsUnknownAfterAStepOfTheCaseRaised) {
  TrialBuilder trial = asked(holds());
  trial.input.checkpoints[0].inconclusive_reason =
      Reason{.kind = ReasonKind::kStepRaised, .place = "python x"};
  EXPECT_THAT(trial.verdicts(), ::testing::HasSubstr("live-objects=unknown(step-raised python x)"));
}

}  // namespace
}  // namespace afresh::testing

// *user-data*: the user's values, against fresh starts with the document of just before.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/user_data.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kTwoValues =
    "root document hostapi.document -> d\n"
    "d instance: [scene.count] = int 7; [scene.name] = str 'a'\n";

std::string beside(std::string_view document) { return std::string(kDemo) + std::string(document); }

/// A reload that leaves `document`, where a fresh start that loads the one of before has two
/// values.
TrialBuilder left_with(std::string_view document) {
  TrialBuilder trial;
  Checkpoint& checkpoint = trial.reload(beside(document), kDemo);
  checkpoint.document.base = trial.keep(beside(kTwoValues));
  return trial;
}

TEST(UserData, PassesWhereEveryValueSurvives) {
  EXPECT_EQ(left_with(kTwoValues).verdicts(), "fresh=pass process-state=pass user-data=pass");
}

TEST(UserData, FailsByAValueThatIsGoneAndOneThatChanged) {
  TrialBuilder trial =
      left_with("root document hostapi.document -> d\nd instance: [scene.name] = str 'b'\n");
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass user-data=fail");
  EXPECT_THAT(trial.findings(), ElementsAre("user-data lost-state: hostapi.document[scene.name]",
                                            "user-data lost-state: hostapi.document[scene.count]"));
}

TEST(UserData, DoesNotBlameWhatEveryFreshStartLoses) {
  TrialBuilder trial =
      left_with("root document hostapi.document -> d\nd instance: [scene.name] = str 'a'\n");
  trial.input.checkpoints[0].document.base = trial.input.checkpoints[0].actual;
  EXPECT_THAT(trial.findings(), IsEmpty());
}

TEST(UserData, ForgivesWhatDiffersBetweenFreshStarts) {
  TrialBuilder trial = left_with(with(std::string(kTwoValues), {{"int 7", "int 8"}}));
  ReferenceGroup& group = trial.input.checkpoints[0].document;
  group.other_seed = trial.keep(beside(with(std::string(kTwoValues), {{"int 7", "int 9"}})));
  group.aged = group.base;
  EXPECT_THAT(trial.findings(), IsEmpty());
}

TEST(UserData, IsUnknownWhereFreshStartsDisagree) {
  TrialBuilder trial = left_with(kTwoValues);
  ReferenceGroup& group = trial.input.checkpoints[0].document;
  group.other_seed = trial.keep(
      beside("root document hostapi.document -> d\nd instance: [scene.name] = str 'a'\n"));
  group.aged = group.base;
  EXPECT_EQ(trial.judge().verdicts.at(Aspect::kUserData),
            (Verdict{Outcome::kUnknown, Reason{.kind = ReasonKind::kFreshStartsDiffer,
                                               .place = "hostapi.document[scene.count]"}}));
}

TEST(UserData, IsUnknownWithoutASnapshot) {
  TrialBuilder trial = left_with(kTwoValues);
  trial.input.checkpoints[0].actual = nullptr;
  EXPECT_EQ(trial.judge().verdicts.at(Aspect::kUserData),
            (Verdict{Outcome::kUnknown, no_snapshot()}));
}

TEST(UserData, IsNotAskedOfWhoReloadsNothingInASecondReloadEither) {
  TrialBuilder trial;
  trial.reload(demo_before(), kDemo);
  Checkpoint& second = trial.add(StepKind::kReload, beside(kTwoValues), kDemo);
  second.document.base = second.actual;
  EXPECT_EQ(trial.verdicts(), "fresh=fail");
}

TEST(UserData, IsNotAskedWhereThereWasNoDocumentOrTheEditDidNotArrive) {
  TrialBuilder without = left_with("");
  without.input.checkpoints[0].document = {};
  EXPECT_EQ(without.verdicts(), "fresh=pass process-state=pass");
  TrialBuilder stale;
  stale.reload(demo_before(), kDemo).document.base = stale.keep(beside(kTwoValues));
  EXPECT_EQ(stale.verdicts(), "fresh=fail");
}

}  // namespace
}  // namespace afresh::testing

// What is common to all oracles: one that breaks, and behaviour beside structure.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/judge.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

#include "harness/oracles/aspects/aspect_oracle.hpp"
#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial.hpp"

namespace afresh::testing {
namespace {

using ::testing::Optional;

OracleResult breaks(const CheckpointView&) { throw std::length_error("too long"); }

TEST(Judge, SaysUnknownWhereAnOracleBreaks) {
  Trial trial;
  trial.reload(kDemo, kDemo);
  std::vector<AspectOracle> oracles(aspect_oracles().begin(), aspect_oracles().end());
  for (AspectOracle& oracle : oracles) {
    if (oracle.aspects.front() == Aspect::kProcessState) oracle.judge = breaks;
  }
  Judgement judgement = judge(trial.input, oracles);
  EXPECT_EQ(judgement.verdicts.at(Aspect::kFresh).outcome, Outcome::kPass);
  EXPECT_EQ(judgement.verdicts.at(Aspect::kProcessState),
            (Verdict{Outcome::kUnknown, "the oracle of process-state broke: too long"}));
}

TEST(Judge, HasAnOracleForEveryAspect) {
  for (Aspect aspect : kAspects) {
    bool has_oracle = std::ranges::any_of(aspect_oracles(), [&](const AspectOracle& oracle) {
      return std::ranges::find(oracle.aspects, aspect) != oracle.aspects.end();
    });
    EXPECT_TRUE(has_oracle || aspect == Aspect::kLeaks) << name_of(aspect);
  }
}

/// A reload with one expectation that holds in a fresh start.
Judgement with_behaviour(std::string_view actual, OpOutcome outcome) {
  Trial trial;
  trial.reload(actual, kDemo).expects = {{.text = "demo.unit() == 1",
                                          .trial = {.outcome = outcome},
                                          .reference = {.outcome = OpOutcome::kOk}}};
  return trial.judge();
}

TEST(Judge, RecordsBehaviourBesideStructure) {
  std::string other = with(std::string(kDemo), {{".V = int 1; .TABLE", ".V = int 0; .TABLE"}});
  Verdict behaves = with_behaviour(other, OpOutcome::kOk).verdicts.at(Aspect::kFresh);
  EXPECT_EQ(behaves.outcome, Outcome::kFail);
  EXPECT_THAT(behaves.behaviour, Optional(Outcome::kPass));
  Verdict misbehaves = with_behaviour(kDemo, OpOutcome::kFailed).verdicts.at(Aspect::kFresh);
  EXPECT_EQ(misbehaves.outcome, Outcome::kFail);
  EXPECT_THAT(misbehaves.behaviour, Optional(Outcome::kFail));
}

TEST(Judge, SaysNothingOfBehaviourThatNoCaseStates) {
  Trial trial;
  trial.reload(kDemo, kDemo);
  EXPECT_EQ(trial.judge().verdicts.at(Aspect::kFresh).behaviour, std::nullopt);
}

}  // namespace
}  // namespace afresh::testing

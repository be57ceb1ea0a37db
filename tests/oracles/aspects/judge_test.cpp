// What is common to all oracles: one that breaks, and behaviour beside structure.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/judge.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "harness/oracles/aspects/aspect_oracle.hpp"
#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

using ::testing::Optional;

[[noreturn]] void fail() { throw std::length_error("too long"); }
OracleResult breaks(const CheckpointView&) { fail(); }
OracleResult breaks_late(const CheckpointView&, OracleResult&) { fail(); }
OracleResult breaks_at_the_end(const JudgeInput&, std::span<const CheckpointView>) { fail(); }

/// What is judged where the oracle of one aspect breaks.
Judgement judged_without(Aspect aspect, const TrialBuilder& trial) {
  std::vector<AspectOracle> oracles(aspect_oracles().begin(), aspect_oracles().end());
  for (AspectOracle& oracle : oracles) {
    if (oracle.aspect != aspect) continue;
    if (oracle.judge_checkpoint != nullptr) oracle.judge_checkpoint = breaks;
    if (oracle.judge_with_others != nullptr) oracle.judge_with_others = breaks_late;
    if (oracle.judge_trial != nullptr) oracle.judge_trial = breaks_at_the_end;
  }
  return judge(Comparison(trial.input), oracles);
}

Verdict broken_oracle(Aspect aspect) {
  return {Outcome::kUnknown, Reason{.kind = ReasonKind::kOracleBroke,
                                    .place = std::string(name_of(aspect)),
                                    .message = "too long"}};
}

TEST(Judge, SaysUnknownWhereAnOracleBreaks) {
  TrialBuilder trial;
  trial.reload(kDemo, kDemo);
  Judgement judgement = judged_without(Aspect::kProcessState, trial);
  EXPECT_EQ(judgement.verdicts.at(Aspect::kFresh).outcome, Outcome::kPass);
  EXPECT_EQ(judgement.verdicts.at(Aspect::kProcessState), broken_oracle(Aspect::kProcessState));
  for (Aspect aspect : kAspects) {
    EXPECT_EQ(judged_without(aspect, trial).verdicts.at(aspect), broken_oracle(aspect));
  }
}

TEST(Judge, HasOneOracleForEveryAspect) {
  for (Aspect aspect : kAspects) {
    EXPECT_EQ(std::ranges::count(aspect_oracles(), aspect, &AspectOracle::aspect), 1)
        << name_of(aspect);
  }
  for (const AspectOracle& oracle : aspect_oracles()) {
    EXPECT_EQ((oracle.judge_checkpoint != nullptr) + (oracle.judge_with_others != nullptr) +
                  (oracle.judge_trial != nullptr),
              1)
        << name_of(oracle.aspect);
  }
}

/// Where a comparison says that no controls are needed there is nothing to blame anybody for.
TEST(Judge, NeedsControlsWhereverThereIsAFinding) {
  TrialBuilder silent;
  silent.reload(kDemo, kDemo);
  EXPECT_FALSE(Comparison(silent.input).needs_controls());
  EXPECT_EQ(silent.judge().findings.size(), 0U);
  TrialBuilder stale;
  stale.reload(demo_before(), kDemo);
  EXPECT_TRUE(Comparison(stale.input).needs_controls());
  TrialBuilder broken;
  broken.reload(kDemo, kDemo).expects = {{.text = "demo.unit() == 1",
                                          .trial = {.outcome = OpOutcome::kFailed},
                                          .reference = {.outcome = OpOutcome::kOk}}};
  EXPECT_TRUE(Comparison(broken.input).needs_controls());
  TrialBuilder leaking;
  leaking.reload(kDemo, kDemo);
  leaking.input.leaks = {.is_checked = true, .survivors = {Survivor{}}};
  EXPECT_TRUE(Comparison(leaking.input).needs_controls());
}

/// A reload with one expectation that holds in a fresh start.
Judgement with_behaviour(std::string_view actual, OpOutcome outcome) {
  TrialBuilder trial;
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
  TrialBuilder trial;
  trial.reload(kDemo, kDemo);
  EXPECT_EQ(trial.judge().verdicts.at(Aspect::kFresh).behaviour, std::nullopt);
}

}  // namespace
}  // namespace afresh::testing

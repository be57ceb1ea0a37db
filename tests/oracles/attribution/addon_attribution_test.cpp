// Whose doing: what is found after everything was done from outside, too, is the add-on's.
// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/addon_attribution.hpp"

#include <gmock/gmock.h>

#include "harness/oracles/graph/object_refs.hpp"
#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

Finding found(Aspect aspect = Aspect::kFresh, FindingKind kind = FindingKind::kStaleValue) {
  return {.kind = kind,
          .aspect = aspect,
          .step = 2,
          .paths = {"demo.SEEN"},
          .fresh = parse_atom("int 0"),
          .actual = parse_atom("int 1")};
}

ThoroughControl both(const Finding& finding) {
  return {.first_run = {finding}, .second_run = {finding}};
}

TEST(AddonAttribution, IsWhatTheControlHasAtTheSamePlacesWithTheSameObject) {
  EXPECT_TRUE(is_addon_fault(found(), both(found())));
  EXPECT_FALSE(is_addon_fault(found(), {}));
  Finding other = found();
  other.step = 3;
  EXPECT_FALSE(is_addon_fault(found(), both(other)));
  other = found();
  other.paths = {"demo.COUNT", "demo.SEEN"};
  EXPECT_FALSE(is_addon_fault(found(), both(other)));
  // Met at one more place than in the control: that is more than the add-on's.
  Finding wider = found();
  wider.paths.emplace_back("demo.sub.SEEN");
  EXPECT_FALSE(is_addon_fault(wider, both(found())));
  EXPECT_TRUE(is_addon_fault(found(), both(wider)));
  // Registered twice where the control did once.
  other = found();
  other.actual = parse_atom("int 2");
  EXPECT_FALSE(is_addon_fault(found(), both(other)));
  EXPECT_FALSE(is_addon_fault(found(Aspect::kFresh, FindingKind::kGhostName), both(found())));
}

TEST(AddonAttribution, IsToldByItsPlaceWhereTheControlDiffersFromRunToRun) {
  Finding slow = found(Aspect::kIsolation, FindingKind::kCollateral);
  Finding quick = slow;
  quick.actual = parse_atom("int 99");
  Finding third = slow;
  third.actual = parse_atom("int 7");
  EXPECT_TRUE(is_addon_fault(third, {.first_run = {slow}, .second_run = {quick}}));
  EXPECT_FALSE(is_addon_fault(third, both(slow)));
  EXPECT_FALSE(is_addon_fault(third, {.first_run = {slow}, .second_run = {}}));
}

TEST(AddonAttribution, ComparesAllOfALongObject) {
  const std::string long_text = "str '" + std::string(1000, 'x');
  Finding own = found();
  own.actual = parse_atom(long_text + "a'");
  Finding other = found();
  other.actual = parse_atom(long_text + "b'");
  EXPECT_TRUE(is_addon_fault(own, both(own)));
  EXPECT_FALSE(is_addon_fault(other, both(own)));
}

// A strategy that merges all files into one has one module for all of them.
TEST(AddonAttribution, DoesNotAskInWhichModuleAClassWasDefined) {
  Finding own = found(Aspect::kRecovery, FindingKind::kDuplicateRegistration);
  own.actual = ObjectRef{.kind = ObjectKind::kClass, .module = "demo", .name = "Panel", .load = 2};
  Finding control = own;
  std::get<ObjectRef>(control.actual).module = "demo.panels";
  EXPECT_TRUE(is_addon_fault(own, both(control)));
  std::get<ObjectRef>(control.actual).name = "Menu";
  EXPECT_FALSE(is_addon_fault(own, both(control)));
}

TEST(AddonAttribution, IsNoExcuseWhereAStrategyCouldDoBetterOrNothingWasCompared) {
  for (Aspect aspect : {Aspect::kLiveObjects, Aspect::kRollback, Aspect::kLeaks})
    EXPECT_FALSE(is_addon_fault(found(aspect), both(found(aspect)))) << name_of(aspect);
  for (FindingKind kind : {FindingKind::kRegisterError, FindingKind::kCrash, FindingKind::kHang,
                           FindingKind::kStaleModule, FindingKind::kRenamedModule}) {
    Finding finding = found(Aspect::kFresh, kind);
    EXPECT_FALSE(is_addon_fault(finding, both(finding))) << name_of(kind);
  }
  Finding gone = found(Aspect::kClean, FindingKind::kMissingName);
  gone.fresh = parse_atom("module demo");
  EXPECT_FALSE(is_addon_fault(gone, both(gone)));
  Finding harmed = found(Aspect::kIsolation, FindingKind::kCollateral);
  harmed.actual = ChangedModule{"json", ModuleChange::kGone};
  EXPECT_FALSE(is_addon_fault(harmed, both(harmed)));
  // A text that reads like one is none.
  Finding text = found(Aspect::kClean, FindingKind::kMissingName);
  text.fresh = parse_atom("str 'module demo'");
  EXPECT_TRUE(is_addon_fault(text, both(text)));
}

TEST(AddonAttribution, FailsProcessStateAndNotFresh) {
  TrialBuilder trial;
  trial.reload(with(std::string(kDemo), {{"['b'] = int 2", "['b'] = int 3"}}), kDemo);
  ASSERT_THAT(trial.verdicts(), ::testing::StartsWith("fresh=fail process-state=pass"));
  trial.input.thorough = {.first_run = trial.judge().findings,
                          .second_run = trial.judge().findings};
  EXPECT_THAT(trial.verdicts(), ::testing::StartsWith("fresh=pass process-state=fail"));
  EXPECT_EQ(trial.judge().findings.front().attribution, Attribution::kAddon);
}

TEST(AddonAttribution, IsNoBehaviourThatHolds) {
  TrialBuilder trial;
  Checkpoint& checkpoint = trial.reload(kDemo, kDemo);
  checkpoint.expects.push_back({.text = "demo.probe() == 1",
                                .trial = {.outcome = OpOutcome::kFailed, .message = "2"},
                                .reference = {.outcome = OpOutcome::kOk}});
  trial.input.thorough = {.first_run = trial.judge().findings,
                          .second_run = trial.judge().findings};
  Verdict fresh = trial.judge().verdicts.at(Aspect::kFresh);
  // The strategy is not blamed, but what the case expects does not hold.
  EXPECT_EQ(fresh.outcome, Outcome::kPass);
  EXPECT_EQ(fresh.behaviour, Outcome::kFail);
}

}  // namespace
}  // namespace afresh::testing

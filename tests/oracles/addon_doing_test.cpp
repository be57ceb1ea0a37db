// Whose doing: what is found after everything was done from outside, too, is the add-on's.
// SPDX-License-Identifier: MIT
#include "harness/oracles/addon_doing.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial.hpp"

namespace afresh::testing {
namespace {

Finding found(Aspect aspect = Aspect::kFresh, FindingKind kind = FindingKind::kStaleValue) {
  return {.kind = kind,
          .aspect = aspect,
          .step = 2,
          .paths = {"demo.SEEN"},
          .fresh = "int 0",
          .actual = "int 1"};
}

TEST(AddonDoing, IsWhatTheControlHasAtTheSamePlaceInTheSameWords) {
  EXPECT_TRUE(is_addons_doing(found(), {found()}));
  EXPECT_FALSE(is_addons_doing(found(), {}));
  Finding other = found();
  other.step = 3;
  EXPECT_FALSE(is_addons_doing(found(), {other}));
  other = found();
  other.paths = {"demo.COUNT", "demo.SEEN"};
  EXPECT_FALSE(is_addons_doing(found(), {other}));
  // Registered twice where the control did once: that is more than the add-on's.
  other = found();
  other.actual = "int 2";
  EXPECT_FALSE(is_addons_doing(found(), {other}));
  EXPECT_FALSE(is_addons_doing(found(Aspect::kFresh, FindingKind::kGhostName), {found()}));
}

TEST(AddonDoing, TellsWhatNeighboursDoToThemselvesByPlaceAlone) {
  Finding quick = found(Aspect::kNeighbour, FindingKind::kCollateral);
  Finding slow = quick;
  slow.actual = "int 99";
  EXPECT_TRUE(is_addons_doing(slow, {quick}));
  slow.paths.emplace_back("demo2.other");
  EXPECT_FALSE(is_addons_doing(slow, {quick}));
}

TEST(AddonDoing, IsNoExcuseWhereAStrategyCouldDoBetterOrNothingWasCompared) {
  for (Aspect aspect : {Aspect::kLive, Aspect::kKeepsOld, Aspect::kRecovers, Aspect::kLeak})
    EXPECT_FALSE(is_addons_doing(found(aspect), {found(aspect)})) << name_of(aspect);
  for (FindingKind kind : {FindingKind::kRegisterError, FindingKind::kCrash, FindingKind::kHang,
                           FindingKind::kStaleModule, FindingKind::kRenamedModule})
    EXPECT_FALSE(is_addons_doing(found(Aspect::kFresh, kind), {found(Aspect::kFresh, kind)}))
        << name_of(kind);
}

TEST(AddonDoing, FailsSurfaceAndNotFresh) {
  Trial trial;
  trial.reload(with(std::string(kDemo), {{"['b'] = int 2", "['b'] = int 3"}}), kDemo);
  ASSERT_THAT(trial.verdicts(), ::testing::StartsWith("fresh=fail surface=pass"));
  trial.input.thorough = trial.judge().findings;
  EXPECT_THAT(trial.verdicts(), ::testing::StartsWith("fresh=pass surface=fail"));
  EXPECT_EQ(trial.judge().findings.front().attribution, Attribution::kAddon);
}

}  // namespace
}  // namespace afresh::testing

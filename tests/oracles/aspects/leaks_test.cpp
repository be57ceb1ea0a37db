// *leaks*: old objects and growth, from leak checks written by hand.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/leaks.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Survivor panel(std::uint32_t born, std::vector<std::string> chain) {
  return {.what = "class demo.Panel", .owner = 0, .born = born, .chain = std::move(chain)};
}

/// A reload that took hold, with what was left at the end.
class LeakTrial : public Trial {
 public:
  explicit LeakTrial(std::vector<Survivor> survivors = {}) {
    reload(kDemo, kDemo);
    input.leaks = {.is_checked = true, .survivors = std::move(survivors)};
  }

  [[nodiscard]] std::string leak() const {
    std::map<Aspect, Verdict> verdicts = judge().verdicts;
    return verdicts.contains(Aspect::kLeaks)
               ? std::string(name_of(verdicts[Aspect::kLeaks].outcome))
               : "not judged";
  }
  [[nodiscard]] std::vector<std::string> told() const {
    std::vector<std::string> words;
    for (const Finding& finding : judge().findings) words.push_back(finding.actual);
    return words;
  }
};

std::vector<std::uint32_t> growing_by(std::uint32_t step, std::size_t cycles) {
  std::vector<std::uint32_t> counts;
  for (std::uint32_t i = 0; i < cycles; ++i) counts.push_back(40 + i * step);
  return counts;
}

TEST(Leak, PassesWhereNothingOldIsLeft) { EXPECT_EQ(LeakTrial().leak(), "pass"); }

TEST(Leak, FailsByWhatIsOldAndSaysWhoHoldsIt) {
  LeakTrial trial({panel(1, {"hostapi.handlers[1]", "bound method emit"})});
  EXPECT_EQ(trial.leak(), "fail");
  ASSERT_THAT(trial.judge().findings, SizeIs(1));
  Finding finding = trial.judge().findings.front();
  EXPECT_EQ(finding.kind, FindingKind::kLeak);
  EXPECT_EQ(finding.aspect, Aspect::kLeaks);
  EXPECT_EQ(finding.attribution, Attribution::kStrategy);
  EXPECT_EQ(finding.step_text, "reload demo");
  EXPECT_THAT(finding.paths, ElementsAre("hostapi.handlers[1]"));
  EXPECT_EQ(finding.fresh, "gone");
  EXPECT_EQ(finding.actual,
            "hostapi.handlers[1] → bound method emit → class demo.Panel, version 1");
}

TEST(Leak, IsTheHostsDoingWhereTheHostKeepsItForGood) {
  LeakTrial trial({panel(1, {std::string(kKeptByHost), "function draw"})});
  EXPECT_EQ(trial.leak(), "pass");
  EXPECT_EQ(trial.judge().findings.front().attribution, Attribution::kHost);
}

TEST(Leak, WritesRegistriesAsAPersonWould) {
  EXPECT_THAT(LeakTrial({panel(1, {"logging.getLogger('root').handlers[1]"}),
                         panel(1, {"monkeypatches[json.dumps].cls"})})
                  .told(),
              ElementsAre("logging.root.handlers[1] → class demo.Panel, version 1",
                          "json.dumps.cls → class demo.Panel, version 1"));
}

TEST(Leak, SaysWhereNobodyCanBeSeen) {
  LeakTrial trial({panel(2, {})});
  EXPECT_THAT(trial.told(), ElementsAre("class demo.Panel, version 2, held by C code"));
  EXPECT_THAT(trial.judge().findings.front().paths, ElementsAre("class demo.Panel"));
}

TEST(Leak, LeavesOutTheMiddleOfALongChain) {
  std::string longer(60, 'x');
  EXPECT_THAT(LeakTrial({panel(1, {"root", longer, longer, "last"})}).told(),
              ElementsAre("root → … → last → class demo.Panel, version 1"));
}

TEST(Leak, IsNotJudgedWhereNothingTookHold) {
  LeakTrial trial({panel(1, {"hostapi.handlers[1]"})});
  trial.input.checkpoints.front().actual = trial.keep(demo_before());
  EXPECT_EQ(trial.leak(), "not judged");
  EXPECT_THAT(trial.told(), ::testing::Not(::testing::Contains(::testing::HasSubstr("Panel"))));
}

TEST(Leak, IsJudgedAfterADisableThatTookTheModulesAway) {
  LeakTrial trial;
  trial.input.checkpoints.clear();
  trial.add(StepKind::kDisable, kDemo, "");
  EXPECT_EQ(trial.leak(), "not judged");
  trial.add(StepKind::kDisable, "", "");
  EXPECT_EQ(trial.leak(), "pass");
}

TEST(Leak, IsNotJudgedOfATrialThatDidNotComeToItsEnd) {
  LeakTrial trial({panel(1, {"hostapi.handlers[1]"})});
  trial.input.ending = {.ending = Ending::kSignal, .status = 11, .is_finished = false};
  EXPECT_EQ(trial.leak(), "not judged");
  LeakTrial unchecked;
  unchecked.input.leaks.is_checked = false;
  EXPECT_EQ(unchecked.leak(), "not judged");
}

TEST(Leak, BlamesTheInterpreterForItsCaches) {
  Survivor cached = panel(1, {"typing._cleanups[3]"});
  cached.is_cached = true;
  LeakTrial trial({cached});
  EXPECT_EQ(trial.leak(), "pass");
  EXPECT_EQ(trial.judge().findings.front().attribution, Attribution::kInterpreter);
}

TEST(Leak, BlamesTheAddonForWhatItsOwnUnregisterLeavesInTheSamePlace) {
  LeakTrial trial({panel(1, {"atexit[4]"})});
  trial.input.leaks.addon_control_survivors = {panel(1, {"atexit[0]"})};
  EXPECT_EQ(trial.leak(), "pass");
  EXPECT_EQ(trial.judge().findings.front().attribution, Attribution::kAddon);
  for (const Survivor& other :
       {panel(1, {"hostapi.handlers[0]"}), panel(1, {}), panel(1, {"atexit[0]", "partial"})}) {
    trial.input.leaks.addon_control_survivors = {other};
    EXPECT_EQ(trial.leak(), "fail");
  }
}

TEST(Leak, BlamesTheAddonForItsThreadWhicheverWayItHoldsTheObject) {
  LeakTrial trial({panel(1, {"thread in run()['self']._target"})});
  trial.input.leaks.addon_control_survivors = {panel(1, {"atexit[0]"})};
  EXPECT_EQ(trial.leak(), "fail");
  trial.input.leaks.addon_control_survivors = {panel(1, {"thread in wait() globals.Panel"})};
  EXPECT_EQ(trial.leak(), "pass");
}

TEST(Leak, BlamesTheAddonForItsContextVariableHoweverManyThereAre) {
  LeakTrial trial({panel(1, {"the current context", "hamt", "hamt_bitmap_node"})});
  trial.input.leaks.addon_control_survivors = {panel(1, {"the current context", "hamt"})};
  EXPECT_EQ(trial.leak(), "pass");
}

TEST(Leak, TellsOfObjectsOfOneNameInOnePlaceOnce) {
  LeakTrial trial({panel(1, {"atexit[0]"}), panel(2, {"atexit[1]"}), panel(3, {"atexit[2]"}),
                   panel(3, {"hostapi.handlers[2]"})});
  EXPECT_THAT(trial.told(), ElementsAre("atexit[0] → class demo.Panel, version 1 (and 2 more)",
                                        "hostapi.handlers[2] → class demo.Panel, version 3"));
  EXPECT_THAT(trial.judge().findings.front().paths,
              ElementsAre("atexit[0]", "atexit[1]", "atexit[2]"));
}

TEST(LeakGrowth, FailsAfterTwelveCyclesBehindTheBurnIn) {
  LeakTrial trial;
  trial.input.leaks.counts = {growing_by(2, 16)};
  EXPECT_EQ(trial.leak(), "fail");
  EXPECT_THAT(trial.told(), ElementsAre("grows by 2 objects a cycle over 13 cycles"));
  trial.input.leaks.counts = {growing_by(1, 15)};
  EXPECT_THAT(trial.told(), ElementsAre("grows by 1 objects a cycle over 12 cycles"));
}

TEST(LeakGrowth, IsNotAskedOfFewerCycles) {
  LeakTrial trial;
  trial.input.leaks.counts = {growing_by(5, 14)};
  EXPECT_EQ(trial.leak(), "pass");
}

TEST(LeakGrowth, SeesAGrowthThatComesEveryOtherCycle) {
  LeakTrial trial;
  trial.input.leaks.counts = {{}};
  for (std::uint32_t i = 0; i < 16; ++i) trial.input.leaks.counts[0].push_back(40 + i / 2 * 4);
  EXPECT_EQ(trial.leak(), "fail");
}

TEST(LeakGrowth, IsNoStepNoBurnInAndNoSwing) {
  LeakTrial trial;
  std::vector<std::uint32_t> step(16, 40);
  for (std::size_t i = 9; i < step.size(); ++i) step[i] = 90;
  std::vector<std::uint32_t> burn_in(16, 90);
  burn_in[0] = burn_in[1] = 10;
  std::vector<std::uint32_t> swing;
  for (std::uint32_t i = 0; i < 16; ++i) swing.push_back(i % 2 == 0 ? 40 : 80);
  for (const auto& counts : {step, burn_in, swing}) {
    trial.input.leaks.counts = {counts};
    EXPECT_THAT(trial.told(), IsEmpty());
  }
}

TEST(LeakGrowth, IsTheFaultOfWhoeverHoldsAllThatIsLeft) {
  LeakTrial trial({panel(1, {"atexit[4]"})});
  trial.input.leaks.addon_control_survivors = {panel(1, {"atexit[0]"})};
  trial.input.leaks.counts = {growing_by(1, 16)};
  EXPECT_EQ(trial.leak(), "pass");
  EXPECT_THAT(trial.judge().findings,
              ::testing::Each(Field(&Finding::attribution, Attribution::kAddon)));
  trial.input.leaks.addon_control_survivors.clear();
  EXPECT_EQ(trial.leak(), "fail");
}

}  // namespace
}  // namespace afresh::testing

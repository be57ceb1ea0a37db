// *leaks*: old objects and growth, from leak checks written by hand.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/leaks.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/in_short.hpp"
#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Link at(std::string path) { return {.kind = LinkKind::kPlace, .label = std::move(path)}; }

Survivor panel(std::uint32_t load, std::vector<Link> holders) {
  return {.object = {.kind = ObjectKind::kClass, .module = "demo", .name = "Panel", .load = load},
          .owner = 0,
          .holders = std::move(holders)};
}

/// A reload whose edit arrived, with what was left at the end.
class LeakTrial : public TrialBuilder {
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
  [[nodiscard]] std::vector<std::string> rendered_findings() const {
    std::vector<std::string> words;
    for (const Finding& finding : judge().findings) words.push_back(in_short(finding.actual));
    return words;
  }
};

std::vector<std::uint32_t> growing_by(std::uint32_t step, std::size_t cycles) {
  std::vector<std::uint32_t> counts;
  for (std::uint32_t i = 0; i < cycles; ++i) counts.push_back(40 + i * step);
  return counts;
}

TEST(Leaks, PassesWhereNothingOldIsLeft) { EXPECT_EQ(LeakTrial().leak(), "pass"); }

TEST(Leaks, FailsByWhatIsOldAndSaysWhoHoldsIt) {
  LeakTrial trial(
      {panel(1, {at("hostapi.handlers[1]"), {.kind = LinkKind::kMethod, .label = "emit"}})});
  EXPECT_EQ(trial.leak(), "fail");
  ASSERT_THAT(trial.judge().findings, SizeIs(1));
  Finding finding = trial.judge().findings.front();
  EXPECT_EQ(finding.kind, FindingKind::kLeak);
  EXPECT_EQ(finding.aspect, Aspect::kLeaks);
  EXPECT_EQ(finding.attribution, Attribution::kStrategy);
  EXPECT_EQ(finding.step_text, "reload demo");
  EXPECT_THAT(finding.paths, ElementsAre("hostapi.handlers[1]"));
  EXPECT_EQ(in_short(finding.fresh), "nothing");
  EXPECT_EQ(in_short(finding.actual),
            "place hostapi.handlers[1] > method emit > class demo.Panel @1");
}

TEST(Leaks, IsTheHostsDoingWhereTheHostKeepsItForGood) {
  LeakTrial trial(
      {panel(1, {{.kind = LinkKind::kHost}, {.kind = LinkKind::kFunction, .label = "demo.draw"}})});
  EXPECT_EQ(trial.leak(), "pass");
  EXPECT_EQ(trial.judge().findings.front().attribution, Attribution::kHost);
}

TEST(Leaks, WritesRegistriesAsAPersonWould) {
  LeakTrial trial(
      {panel(1, {at("logging.getLogger('root').handlers[1]")}),
       panel(1,
             {{.kind = LinkKind::kPlace, .label = "monkeypatches[json.dumps]", .steps = ".cls"}})});
  EXPECT_THAT(trial.rendered_findings(),
              ElementsAre("place logging.root.handlers[1] > class demo.Panel @1",
                          "place json.dumps.cls > class demo.Panel @1"));
  EXPECT_THAT(trial.judge().findings.front().paths, ElementsAre("logging.root.handlers[1]"));
}

TEST(Leaks, SaysWhereNobodyCanBeSeen) {
  LeakTrial trial({panel(2, {})});
  EXPECT_THAT(trial.rendered_findings(), ElementsAre("class demo.Panel @2"));
  EXPECT_THAT(trial.judge().findings.front().paths, ElementsAre("demo.Panel"));
}

TEST(Leaks, KeepsAllOfALongChain) {
  const Link longer{.kind = LinkKind::kObject, .label = std::string(600, 'x')};
  LeakTrial trial({panel(1, {at("root"), longer, longer})});
  EXPECT_EQ(trial.judge().findings.front().actual,
            FindingSide(HeldObject{panel(1, {}).object, {at("root"), longer, longer}}));
}

TEST(Leaks, NamesTheObjectWhereItsHolderHasNoPath) {
  for (LinkKind kind : {LinkKind::kThread, LinkKind::kContext, LinkKind::kStrategy}) {
    LeakTrial trial({panel(1, {{.kind = kind, .label = "run"}})});
    EXPECT_THAT(trial.judge().findings.front().paths, ElementsAre("demo.Panel")) << name_of(kind);
  }
}

TEST(Leaks, IsNotJudgedWhereNoEditArrived) {
  LeakTrial trial({panel(1, {at("hostapi.handlers[1]")})});
  trial.input.checkpoints.front().actual = trial.keep(demo_before());
  EXPECT_EQ(trial.leak(), "not judged");
  EXPECT_THAT(trial.rendered_findings(),
              ::testing::Not(::testing::Contains(::testing::HasSubstr("Panel"))));
}

TEST(Leaks, IsJudgedAfterADisableThatTookTheModulesAway) {
  LeakTrial trial;
  trial.input.checkpoints.clear();
  trial.add(StepKind::kDisable, kDemo, "");
  EXPECT_EQ(trial.leak(), "not judged");
  trial.add(StepKind::kDisable, "", "");
  EXPECT_EQ(trial.leak(), "pass");
}

TEST(Leaks, IsNotJudgedOfATrialThatDidNotComeToItsEnd) {
  LeakTrial trial({panel(1, {at("hostapi.handlers[1]")})});
  trial.input.ending = {.ending = Ending::kSignal, .status = 11, .is_finished = false};
  EXPECT_EQ(trial.leak(), "not judged");
  LeakTrial unchecked;
  unchecked.input.leaks.is_checked = false;
  EXPECT_EQ(unchecked.leak(), "not judged");
}

TEST(Leaks, BlamesTheInterpreterForItsCaches) {
  Survivor cached = panel(1, {at("typing._cleanups[3]")});
  cached.is_cached = true;
  LeakTrial trial({cached});
  EXPECT_EQ(trial.leak(), "pass");
  EXPECT_EQ(trial.judge().findings.front().attribution, Attribution::kInterpreter);
}

TEST(Leaks, BlamesTheAddonForWhatItsOwnUnregisterLeavesInTheSamePlace) {
  LeakTrial trial({panel(1, {at("atexit[4]")})});
  trial.input.leaks.addon_control_survivors = {panel(1, {at("atexit[0]")})};
  EXPECT_EQ(trial.leak(), "pass");
  EXPECT_EQ(trial.judge().findings.front().attribution, Attribution::kAddon);
  for (const Survivor& other :
       {panel(1, {at("hostapi.handlers[0]")}), panel(1, {}),
        panel(1, {at("atexit[0]"), {.kind = LinkKind::kObject, .label = "partial"}})}) {
    trial.input.leaks.addon_control_survivors = {other};
    EXPECT_EQ(trial.leak(), "fail");
  }
}

TEST(Leaks, BlamesTheAddonForItsThreadWhicheverWayItHoldsTheObject) {
  LeakTrial trial(
      {panel(1, {{.kind = LinkKind::kThread, .label = "run", .steps = "['self']._target"}})});
  trial.input.leaks.addon_control_survivors = {panel(1, {at("atexit[0]")})};
  EXPECT_EQ(trial.leak(), "fail");
  trial.input.leaks.addon_control_survivors = {
      panel(1, {{.kind = LinkKind::kThread, .label = "wait", .steps = " globals.Panel"}})};
  EXPECT_EQ(trial.leak(), "pass");
}

TEST(Leaks, BlamesTheAddonForItsContextVariableHoweverManyThereAre) {
  const Link context{.kind = LinkKind::kContext};
  const Link tree{.kind = LinkKind::kObject, .label = "hamt"};
  const Link node{.kind = LinkKind::kObject, .label = "hamt_bitmap_node"};
  LeakTrial trial({panel(1, {context, tree, node})});
  trial.input.leaks.addon_control_survivors = {panel(1, {context, tree})};
  EXPECT_EQ(trial.leak(), "pass");
  trial.input.leaks.addon_control_survivors = {panel(1, {at("contexts"), tree})};
  EXPECT_EQ(trial.leak(), "fail");
}

TEST(Leaks, TellsOfObjectsOfOneNameInOnePlaceOnce) {
  LeakTrial trial({panel(1, {at("atexit[0]")}), panel(2, {at("atexit[1]")}),
                   panel(3, {at("atexit[2]")}), panel(3, {at("hostapi.handlers[2]")})});
  EXPECT_THAT(trial.rendered_findings(),
              ElementsAre("place atexit[0] > class demo.Panel @1 +2",
                          "place hostapi.handlers[2] > class demo.Panel @3"));
  EXPECT_THAT(trial.judge().findings.front().paths,
              ElementsAre("atexit[0]", "atexit[1]", "atexit[2]"));
}

TEST(LeaksGrowth, FailsAfterTwelveCyclesBehindTheBurnIn) {
  LeakTrial trial;
  trial.input.leaks.counts = {growing_by(2, 16)};
  EXPECT_EQ(trial.leak(), "fail");
  EXPECT_THAT(trial.rendered_findings(), ElementsAre("growth 44 to 70 in 13"));
  trial.input.leaks.counts = {growing_by(1, 15)};
  EXPECT_THAT(trial.rendered_findings(), ElementsAre("growth 42 to 54 in 12"));
}

TEST(LeaksGrowth, IsNotAskedOfFewerCycles) {
  LeakTrial trial;
  trial.input.leaks.counts = {growing_by(5, 14)};
  EXPECT_EQ(trial.leak(), "pass");
}

TEST(LeaksGrowth, SeesAGrowthThatComesEveryOtherCycle) {
  LeakTrial trial;
  trial.input.leaks.counts = {{}};
  for (std::uint32_t i = 0; i < 16; ++i) trial.input.leaks.counts[0].push_back(40 + i / 2 * 4);
  EXPECT_EQ(trial.leak(), "fail");
}

TEST(LeaksGrowth, IsNoStepNoBurnInAndNoSwing) {
  LeakTrial trial;
  std::vector<std::uint32_t> step(16, 40);
  for (std::size_t i = 9; i < step.size(); ++i) step[i] = 90;
  std::vector<std::uint32_t> burn_in(16, 90);
  burn_in[0] = burn_in[1] = 10;
  std::vector<std::uint32_t> swing;
  for (std::uint32_t i = 0; i < 16; ++i) swing.push_back(i % 2 == 0 ? 40 : 80);
  for (const auto& counts : {step, burn_in, swing}) {
    trial.input.leaks.counts = {counts};
    EXPECT_THAT(trial.rendered_findings(), IsEmpty());
  }
}

TEST(LeaksGrowth, IsTheFaultOfWhoeverHoldsAllThatIsLeft) {
  LeakTrial trial({panel(1, {at("atexit[4]")})});
  trial.input.leaks.addon_control_survivors = {panel(1, {at("atexit[0]")})};
  trial.input.leaks.counts = {growing_by(1, 16)};
  EXPECT_EQ(trial.leak(), "pass");
  EXPECT_THAT(trial.judge().findings,
              ::testing::Each(Field(&Finding::attribution, Attribution::kAddon)));
  trial.input.leaks.addon_control_survivors.clear();
  EXPECT_EQ(trial.leak(), "fail");
}

}  // namespace
}  // namespace afresh::testing

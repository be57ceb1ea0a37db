// *isolation*: other add-ons, libraries and host against what they were just before the step.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/isolation.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/in_short.hpp"
#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kOther = R"(
  root modules demo2 @1 -> mo
  root modules demo2.sub @1 -> mos
  root host hostapi.handlers @1 -> ro
  mo module demo2 @1 born 1: -> no
  no namespace @1: .h -> h; .sub -> mos
  mos module demo2.sub @1 born 1: -> nos
  nos namespace @1: .count = int 3; .table -> other_table
  other_table dict: ['x'] = int 1
  h function h @1 born 1: _code = h1; _module = demo2; _globals -> no
  ro registry @1: [0] -> h
)";

std::string beside(std::string_view demo, std::string_view other) {
  return std::string(demo) + std::string(other);
}

std::string with_born_2(std::string_view graph) {
  return with(std::string(graph), {{"born 1", "born 2"}});
}

/// A reload of `demo` after which `demo2` looks like `other`.
TrialBuilder reloaded_beside(std::string_view other) {
  TrialBuilder trial({"demo", "demo2"});
  Checkpoint& checkpoint = trial.reload(beside(kDemo, other), beside(kDemo, kOther));
  checkpoint.before = trial.keep(beside(demo_before(), kOther));
  return trial;
}

TEST(Isolation, PassesWhatIsAsIfNothingHadHappened) {
  TrialBuilder trial = reloaded_beside(kOther);
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass isolation=pass");
  EXPECT_THAT(trial.findings(), IsEmpty());
}

/// A value that `demo` put into `demo2`: so in fresh starts before and after the edit, as it was in
/// the trial before the reload, and after it.
TrialBuilder with_value_of_demo(int fresh_before, int fresh, int before, int after) {
  auto other = [](int value) {
    return with(std::string(kOther), {{"['x'] = int 1", "['x'] = int " + std::to_string(value)}});
  };
  TrialBuilder trial({"demo", "demo2"});
  Checkpoint& checkpoint = trial.reload(beside(kDemo, other(after)), beside(kDemo, other(fresh)));
  checkpoint.previous_reference = trial.keep(beside(demo_before(), other(fresh_before)));
  checkpoint.before = trial.keep(beside(demo_before(), other(before)));
  return trial;
}

TEST(Isolation, PassesWhatChangesWithTheAddonThatPutItThere) {
  EXPECT_THAT(with_value_of_demo(1, 2, 1, 2).findings(), IsEmpty());
}

TEST(Isolation, PassesItWhereTheOtherCameLaterThanTheAddon) {
  TrialBuilder trial = with_value_of_demo(1, 2, 1, 2);
  trial.input.checkpoints[0].previous_reference = trial.keep(demo_before());
  EXPECT_THAT(trial.findings(), IsEmpty());
}

TEST(Isolation, FailsWhereAPlaceWithAHistoryIsAsInAFreshStartAgain) {
  EXPECT_THAT(with_value_of_demo(1, 1, 7, 1).findings(),
              ElementsAre("isolation collateral: demo2.sub.table['x']"));
}

TEST(Isolation, FailsByModulesThatAreGone) {
  TrialBuilder trial =
      reloaded_beside(with(std::string(kOther), {{"root modules demo2.sub @1 -> mos", ""}}));
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass isolation=fail");
  EXPECT_THAT(trial.findings(), ElementsAre("isolation collateral: demo2.sub"));
}

TEST(Isolation, FailsByAReloadThatChangesNothing) {
  TrialBuilder trial = reloaded_beside(
      with(std::string(kOther), {{"module demo2 @1 born 1", "module demo2 @1 born 2"},
                                 {"function h @1 born 1", "function h @1 born 2"}}));
  EXPECT_THAT(trial.findings(), ElementsAre("isolation collateral: demo2 | demo2.h"));
}

TEST(Isolation, FoldsAllThatHappenedToOneModule) {
  TrialBuilder trial = reloaded_beside(
      with(std::string(kOther), {{"['x'] = int 1", "['x'] = int 2"}, {"int 3", "int 4"}}));
  EXPECT_THAT(trial.findings(),
              ElementsAre("isolation collateral: demo2.sub.count | demo2.sub.table['x']"));
}

TEST(Isolation, FailsByARegistrationThatWasTaken) {
  TrialBuilder trial =
      reloaded_beside(with(std::string(kOther), {{"ro registry @1: [0] -> h", "ro registry @1:"}}));
  EXPECT_THAT(trial.findings(), ElementsAre("isolation collateral: hostapi.handlers[0]"));
}

TEST(Isolation, IsNotJudgedWithoutASnapshotBefore) {
  TrialBuilder trial = reloaded_beside(with(std::string(kOther), {{"int 3", "int 4"}}));
  trial.input.checkpoints[0].before = nullptr;
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass");
}

TEST(Isolation, IsNotJudgedWhereTheStepDidNothing) {
  TrialBuilder trial;
  Checkpoint& checkpoint = trial.add(StepKind::kDisable, kDemo, "");
  checkpoint.before = trial.keep(kDemo);
  EXPECT_EQ(trial.verdicts(), "clean=fail");
}

TEST(Isolation, IsNotJudgedOfADisableWhereNoEditArrived) {
  TrialBuilder trial;
  trial.reload(demo_before(), kDemo);
  trial.add(StepKind::kDisable, "", "").before = trial.keep(demo_before());
  EXPECT_EQ(trial.verdicts(), "fresh=fail clean=pass");
}

TEST(Isolation, LeavesWhoCopiedPlainValuesToFresh) {
  TrialBuilder trial({"demo", "demo2"});
  Checkpoint& checkpoint = trial.reload(
      beside(kDemo, kOther), beside(kDemo, with(std::string(kOther), {{"int 3", "int 4"}})));
  checkpoint.before = trial.keep(beside(demo_before(), kOther));
  checkpoint.copiers = {"demo2"};
  EXPECT_THAT(trial.findings(), ElementsAre("fresh stale-value: demo2.sub.count"));
}

TEST(Isolation, IsJudgedWhereTheSubjectWasOnlyMadeAgain) {
  TrialBuilder trial;
  Checkpoint& checkpoint = trial.add(StepKind::kReload, with_born_2(kDemo), kDemo);
  checkpoint.before = trial.keep(kDemo);
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass isolation=pass");
}

TEST(Isolation, LeavesDependantsToFresh) {
  std::string dependant =
      with(std::string(kOther), {{".sub -> mos", ".sub -> mos; .unit -> unit"}});
  TrialBuilder trial({"demo", "demo2"});
  std::string reloaded = with(dependant, {{"born 1", "born 2"}});
  Checkpoint& checkpoint = trial.reload(beside(kDemo, reloaded), beside(kDemo, dependant));
  checkpoint.before = trial.keep(beside(demo_before(), dependant));
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass isolation=pass");
}

TEST(Isolation, IsJudgedWhereTheEditCannotLoad) {
  TrialBuilder trial = reloaded_beside(with(std::string(kOther), {{"int 3", "int 4"}}));
  trial.input.checkpoints[0].reference_fails = true;
  EXPECT_EQ(trial.verdicts(), "isolation=fail");
}

TEST(Isolation, ForgivesWhatDiffersBetweenFreshStartsOnceAnotherProcessIsThere) {
  // The table's value is a time: masked in the references, and another in another process.
  TrialBuilder trial =
      reloaded_beside(with(std::string(kOther), {{"['x'] = int 1", "['x'] = int 7"}}));
  ReferenceGroup& group = trial.input.checkpoints[0].reference;
  group.other_seed =
      trial.keep(beside(kDemo, with(std::string(kOther), {{"['x'] = int 1", "['x'] = int 9"}})));
  group.aged = group.base;
  EXPECT_THAT(trial.findings(), ElementsAre("isolation collateral: demo2.sub.table['x']"));
  trial.input.checkpoints[0].is_restarted = true;
  EXPECT_THAT(trial.findings(), IsEmpty());
}

/// A reload of `demo` beside these roots of library and host.
TrialBuilder reloaded_with(std::string_view before, std::string_view actual,
                           std::string_view fresh) {
  TrialBuilder trial;
  Checkpoint& checkpoint = trial.reload(beside(kDemo, actual), beside(kDemo, fresh));
  checkpoint.before = trial.keep(beside(demo_before(), before));
  return trial;
}

constexpr std::string_view kNoPatch = R"(
  root interpreter monkeypatches -> p
  p instance registry:
)";
constexpr std::string_view kPatch = R"(
  root interpreter monkeypatches -> p
  p instance registry: [json.dumps] = function tool.dumps
)";

TEST(Isolation, FailsByALibraryThatWasLoadedAgain) {
  TrialBuilder trial =
      reloaded_with("root modules colorsys = load 1\n", "root modules colorsys = load 2\n",
                    "root modules colorsys = load 1\n");
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass isolation=fail");
  EXPECT_THAT(trial.findings(), ElementsAre("isolation collateral: colorsys"));
  Finding finding = trial.judge().findings.at(0);
  EXPECT_EQ(in_short(finding.fresh), "colorsys: none");
  EXPECT_EQ(in_short(finding.actual), "colorsys: loaded-again");
}

TEST(Isolation, FailsByAnAttributeOfALibraryThatTheStepChanged) {
  TrialBuilder trial = reloaded_with(kNoPatch, kPatch, kNoPatch);
  EXPECT_THAT(trial.findings(),
              ElementsAre("isolation collateral: monkeypatches[json.dumps]",
                          "process-state leftover-registration: monkeypatches[json.dumps]"));
}

TEST(Isolation, FailsByAnAttributeOfALibraryThatTheStepPutBack) {
  TrialBuilder trial = reloaded_with(kPatch, kNoPatch, kPatch);
  EXPECT_THAT(trial.findings(),
              ElementsAre("isolation collateral: monkeypatches[json.dumps]",
                          "process-state missing-name: monkeypatches[json.dumps]"));
}

TEST(Isolation, ForgivesWhatAFreshStartHasChangedToo) {
  EXPECT_THAT(reloaded_with(kNoPatch, kPatch, kPatch).findings(), IsEmpty());
}

TEST(Isolation, ForgivesWhatWasChangedBeforeTheStep) {
  TrialBuilder trial = reloaded_with(kPatch, kPatch, kNoPatch);
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=fail isolation=pass");
}

TEST(Isolation, BlamesTheAddonForWhatItNeverPutsBack) {
  TrialBuilder trial = reloaded_with(kNoPatch, kPatch, kNoPatch);
  trial.input.residue = {{.root = "monkeypatches", .key = "[json.dumps]"}};
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=fail isolation=pass");
}

}  // namespace
}  // namespace afresh::testing

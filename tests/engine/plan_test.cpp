// From the text of a case to what its trial does: seconds, files, checkpoints. No process is
// started. SPDX-License-Identifier: MIT
#include "harness/engine/plan.hpp"

#include <gmock/gmock.h>

#include "tests/engine/run_cases.hpp"

namespace afresh::engine {
namespace {

using afresh::testing::case_from_text;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::string_view kFiles = R"(
-- 1/a/__init__.py --
x = 1
-- 1/a/gone.py --
-- 1/b.py --
-- 2/a/__init__.py --
x = 2
-- 2/a/gone.py deleted --
-- 2/a/new.py --
-- 3/a/__init__.py --
x = 3
)";

Case with_steps(std::string_view steps) {
  return case_from_text("addon: a\naddon: b\nsteps:\n" + std::string(steps) + std::string(kFiles));
}
Plan plan_for_steps(std::string_view steps, const StrategySource& strategy = kNoStrategy) {
  Case value = with_steps(steps);
  return make_plan(value, files_of_case(value), strategy);
}

// Each operation in a few letters, so that a whole script is one comparison; without the leak check
// that ends every trial.
std::vector<std::string> describe_ops(const Script& script) {
  struct Word {
    std::string operator()(const WriteFilesOp& op) const {
      std::string word = "write@" + std::to_string(op.second);
      for (const FileChange& change : op.changes)
        word += (change.content ? " +" : " -") + change.path;
      return word;
    }
    std::string operator()(const TouchOp& op) const {
      return "touch@" + std::to_string(op.second) + " " + op.path;
    }
    std::string operator()(const ImportOp&) const { return "import"; }
    std::string operator()(const PrecompileOp&) const { return "precompile"; }
    std::string operator()(const EnableOp& op) const { return "enable " + op.addon; }
    std::string operator()(const ReloadOp& op) const { return "reload " + op.addon; }
    std::string operator()(const DisableOp& op) const { return "disable " + op.addon; }
    std::string operator()(const HostDisableOp& op) const { return "host disables " + op.addon; }
    std::string operator()(const PythonOp& op) const { return "python " + op.code; }
    std::string operator()(const ExpectOp& op) const { return "expect " + op.expression; }
    std::string operator()(const SetOp& op) const { return "set " + op.name + " = " + op.literal; }
    std::string operator()(const TurnOp&) const { return "turn"; }
    std::string operator()(const LoadDocumentOp&) const { return "load document"; }
    std::string operator()(const LeakCheckOp& op) const {
      return op.is_final ? "check leaks at the end" : "count";
    }
  };
  std::vector<std::string> words;
  for (const Op& op : script.ops)
    words.push_back(std::visit(Word{}, op.action) + (op.snapshot ? " *" : ""));
  EXPECT_EQ(words.back(), "check leaks at the end");
  words.pop_back();
  return words;
}

TEST(Plan, LaysOutTheFirstVersionOfEveryAddonAndThenWritesOnlyWhatChanged) {
  EXPECT_THAT(describe_ops(
                  plan_for_steps("  enable a\n  edit a 2\n  edit a 3 +0s\n  edit b 2 +7s\n").trial),
              ElementsAre("write@0 +a/__init__.py +a/gone.py +b.py", "enable a",
                          "write@2 -a/gone.py +a/__init__.py +a/new.py", "write@2 +a/__init__.py",
                          "write@9"));
}

TEST(Plan, GoesBackToAnEarlierVersion) {
  EXPECT_THAT(describe_ops(plan_for_steps("  edit a 2\n  edit a 1\n").trial),
              ElementsAre("write@0 +a/__init__.py +a/gone.py +b.py",
                          "write@2 -a/gone.py +a/__init__.py +a/new.py",
                          "write@4 -a/new.py +a/__init__.py +a/gone.py"));
}

TEST(Plan, AdvancesTheClockWithATouchAndLeavesTheContent) {
  Plan plan = plan_for_steps("  enable a\n  touch b.py +5s\n  reload a\n");
  EXPECT_THAT(describe_ops(plan.trial), ElementsAre("write@0 +a/__init__.py +a/gone.py +b.py",
                                                    "enable a", "touch@5 b.py *", "reload a *"));
  const Moment& moment = plan.checkpoints.front().moment;
  EXPECT_EQ(moment.files.at("b.py"), (FileState{.content = "", .created = 0, .modified = 5}));
  EXPECT_EQ(moment.files.at("a/gone.py"), (FileState{.content = "", .created = 0, .modified = 0}));
}

TEST(Plan, KeepsForEachFileTheSecondsOfItsCreationAndItsChange) {
  Plan plan = plan_for_steps("  enable a\n  edit a 2\n  reload a\n");
  const auto& files = plan.checkpoints.front().moment.files;
  EXPECT_EQ(files.at("a/__init__.py"),
            (FileState{.content = "x = 2\n", .created = 0, .modified = 2}));
  EXPECT_EQ(files.at("a/new.py"), (FileState{.content = "", .created = 2, .modified = 2}));
  EXPECT_FALSE(files.contains("a/gone.py"));
}

TEST(Plan, TakesSnapshotsAroundEachReloadEachDisableAndEachEnableButTheFirst) {
  Plan plan = plan_for_steps("  enable a\n  reload a\n  disable a\n  enable a\n  enable b\n");
  EXPECT_THAT(describe_ops(plan.trial),
              ElementsAre("write@0 +a/__init__.py +a/gone.py +b.py", "enable a *", "reload a *",
                          "disable a *", "enable a *", "enable b"));
  ASSERT_THAT(plan.checkpoints, SizeIs(3));
  EXPECT_EQ(plan.checkpoints[0].kind, CheckpointKind::kReload);
  EXPECT_EQ(plan.checkpoints[1].kind, CheckpointKind::kDisable);
  EXPECT_EQ(plan.checkpoints[2].kind, CheckpointKind::kEnable);
  for (const PlannedCheckpoint& checkpoint : plan.checkpoints) {
    EXPECT_TRUE(plan.trial.ops[checkpoint.op].snapshot);
    EXPECT_EQ(plan.trial.ops[checkpoint.op].step, checkpoint.step);
    EXPECT_EQ(checkpoint.addon, "a");
  }
}

TEST(Plan, EnablesInTheOrderInWhichEachWasFirstEnabled) {
  Plan plan = plan_for_steps("  enable b\n  enable a\n  disable b\n  enable b\n  reload a\n");
  EXPECT_THAT(plan.checkpoints[0].moment.enabled, ElementsAre("a"));
  EXPECT_THAT(plan.checkpoints[1].moment.enabled, ElementsAre("b", "a"));
  EXPECT_THAT(plan.checkpoints[2].moment.enabled, ElementsAre("b", "a"));
}

TEST(Plan, TakesAReloadForTheFirstEnableWhereThereWasNone) {
  Plan plan = plan_for_steps("  reload a\n");
  EXPECT_THAT(plan.checkpoints.front().moment.enabled, ElementsAre("a"));
  EXPECT_THAT(plan.checkpoints.front().earlier_loads, IsEmpty());
}

TEST(Plan, PutsExpectationsBehindTheStepTheyFollow) {
  Plan plan = plan_for_steps(
      "  enable a\n  expect a.x == 1\n  expect True\n  reload a\n  expect a.x == 2\n  turn\n  "
      "expect 3\n");
  EXPECT_THAT(describe_ops(plan.trial),
              ElementsAre("write@0 +a/__init__.py +a/gone.py +b.py", "enable a", "expect a.x == 1",
                          "expect True *", "reload a *", "expect a.x == 2", "turn", "expect 3"));
  EXPECT_THAT(plan.first_expects, ElementsAre(2, 3));
  // What is expected after another step has no reference: a fresh start runs no other step.
  EXPECT_THAT(plan.checkpoints.front().expects, ElementsAre(5));
}

TEST(Plan, KnowsAnEditAsPendingUntilTheAddonIsLoaded) {
  Plan plan = plan_for_steps(
      "  enable a\n  enable b\n  edit a 2\n  reload b\n  disable a\n  enable a\n  reload a\n");
  std::vector<bool> pending;
  for (const PlannedCheckpoint& checkpoint : plan.checkpoints)
    pending.push_back(checkpoint.has_pending_edit);
  EXPECT_THAT(pending, ElementsAre(false, true, true, false));
}

TEST(Plan, RemembersTheMomentsOfEarlierLoads) {
  Plan plan = plan_for_steps("  enable a\n  edit a 2\n  reload a\n  edit a 3\n  reload a\n");
  const std::vector<Moment>& loads = plan.checkpoints[1].earlier_loads;
  ASSERT_THAT(loads, SizeIs(2));
  EXPECT_EQ(loads[0].versions.at("a"), 1);
  EXPECT_EQ(loads[1].versions.at("a"), 2);
  EXPECT_EQ(plan.checkpoints[1].moment.versions.at("a"), 3);
}

TEST(Plan, WritesRepeatsOut) {
  Plan plan = plan_for_steps(
      "  enable a\n  repeat 2\n    edit a 2\n    reload a\n    edit a 1\n    reload a\n  end\n");
  ASSERT_THAT(plan.checkpoints, SizeIs(4));
  std::vector<int> steps;
  for (const PlannedCheckpoint& checkpoint : plan.checkpoints) steps.push_back(checkpoint.step);
  EXPECT_THAT(steps, ElementsAre(2, 4, 6, 8));
}

TEST(Plan, CountsAfterEachCycleOfARepeatThatStandsInNoOther) {
  Plan plan = plan_for_steps(
      "  enable a\n  repeat 2\n    turn\n    repeat 2\n      reload a\n    end\n  end\n"
      "  repeat 1\n    turn\n  end\n");
  EXPECT_THAT(describe_ops(plan.trial),
              ElementsAre("write@0 +a/__init__.py +a/gone.py +b.py", "enable a", "turn *",
                          "reload a *", "reload a *", "count", "turn *", "reload a *", "reload a *",
                          "count", "turn", "count"));
  EXPECT_THAT(plan.cycles, ElementsAre(ElementsAre(5, 9), ElementsAre(11)));
  // No step of the case, so that nothing is said to have happened in it.
  EXPECT_EQ(plan.trial.ops.back().step, -1);
}

TEST(Plan, CarriesTheCasesOwnSettings) {
  Case value = with_steps("  enable a\n");
  value.taken_names = TakenNames::kLenient;
  value.automatic_gc = true;
  Plan plan = make_plan(value, files_of_case(value),
                        {.name = "mine", .source = "API = 1\n", .file = "mine.py"});
  EXPECT_THAT(plan.trial.addons, ElementsAre("a", "b"));
  EXPECT_EQ(plan.trial.taken_names, TakenNames::kLenient);
  EXPECT_TRUE(plan.trial.automatic_gc);
  EXPECT_EQ(plan.trial.strategy.name, "mine");
}

TEST(Plan, UsesTheFilesAsTheyWereAdapted) {
  Case value = with_steps("  enable a\n  edit a 2\n  reload a\n");
  VersionFiles files = files_of_case(value);
  files["a"][2]["a/__init__.py"] += "# adapted\n";
  Plan plan = make_plan(value, files, kNoStrategy);
  EXPECT_EQ(plan.checkpoints.front().moment.files.at("a/__init__.py").content,
            "x = 2\n# adapted\n");
}

TEST(Plan, ReloadsWhatTheStepsReload) {
  EXPECT_THAT(
      addons_in_question(with_steps("  enable a\n  enable b\n  repeat 2\n    reload b\n  end\n")),
      ElementsAre("b"));
}

}  // namespace
}  // namespace afresh::engine

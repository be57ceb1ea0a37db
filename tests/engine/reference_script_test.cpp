// A fresh start of a moment as a script: layout, imports, enables, one snapshot. No process is
// started. SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "harness/engine/plan.hpp"

namespace afresh::engine {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Script trial_script(const StrategySource& strategy) {
  return {.addons = {"a", "b"}, .strategy = strategy, .ops = {}};
}

Moment moment() {
  return {.files = {{"a/__init__.py", {.content = "x = 2", .created = 0, .modified = 4}},
                    {"a/new.py", {.content = "", .created = 2, .modified = 2}},
                    {"b.py", {.content = "", .created = 0, .modified = 0}}},
          .enabled = {"b", "a"},
          .versions = {}};
}

template <typename Action>
std::vector<Action> all(const Script& script) {
  std::vector<Action> actions;
  for (const Op& op : script.ops) {
    if (const auto* action = std::get_if<Action>(&op.action)) actions.push_back(*action);
  }
  return actions;
}

std::vector<std::string> written_paths(const WriteFilesOp& write) {
  std::vector<std::string> paths;
  for (const FileChange& change : write.changes) paths.push_back(change.path);
  return paths;
}

TEST(ReferenceScript, WritesEachFileInTheSecondOfItsCreationAndTouchesItToItsLastChange) {
  Script script = reference_script(trial_script(kNoStrategy), moment(), {});
  auto writes = all<WriteFilesOp>(script);
  ASSERT_EQ(writes.size(), 2U);
  EXPECT_EQ(writes[0].second, 0);
  EXPECT_THAT(written_paths(writes[0]), ElementsAre("a/__init__.py", "b.py"));
  EXPECT_EQ(writes[1].second, 2);
  EXPECT_THAT(written_paths(writes[1]), ElementsAre("a/new.py"));
  auto touches = all<TouchOp>(script);
  ASSERT_EQ(touches.size(), 1U);
  EXPECT_EQ(touches[0].path, "a/__init__.py");
  EXPECT_EQ(touches[0].second, 4);
}

TEST(ReferenceScript, EnablesInOrderAndTakesItsOnlySnapshotAfterTheLast) {
  Script script = reference_script(trial_script(kNoStrategy), moment(), {.expects = {"a.x == 2"}});
  auto enables = all<EnableOp>(script);
  ASSERT_EQ(enables.size(), 2U);
  EXPECT_EQ(enables[0].addon, "b");
  EXPECT_EQ(enables[1].addon, "a");
  EXPECT_EQ(all<ExpectOp>(script).front().expression, "a.x == 2");
  std::vector<std::size_t> snapshots;
  for (std::size_t i = 0; i < script.ops.size(); ++i) {
    if (script.ops[i].snapshot) snapshots.push_back(i);
  }
  EXPECT_THAT(snapshots, ElementsAre(script.ops.size() - 2));
  EXPECT_TRUE(std::holds_alternative<ExpectOp>(script.ops.back().action));
}

TEST(ReferenceScript, RunsNoStepOfTheTrial) {
  Script trial = trial_script(kNoStrategy);
  trial.ops = {
      {.action = PythonOp{.code = "a.x = 3"}}, {.action = ReloadOp{"a"}}, {.action = TurnOp{}}};
  Script script = reference_script(trial, moment(), {});
  EXPECT_THAT(all<PythonOp>(script), IsEmpty());
  EXPECT_THAT(all<ReloadOp>(script), IsEmpty());
  EXPECT_THAT(all<TurnOp>(script), IsEmpty());
}

TEST(ReferenceScript, TakesTheSnapshotOfAHostWithoutAddonsToo) {
  Moment nothing;
  Script script =
      reference_script(trial_script(kNoStrategy), nothing, {.libraries = {"json", "csv"}});
  EXPECT_THAT(all<EnableOp>(script), IsEmpty());
  EXPECT_THAT(all<ImportOp>(script).front().modules, ElementsAre("json", "csv"));
  EXPECT_TRUE(script.ops.back().snapshot);
}

TEST(ReferenceScript, CompilesBeforeAnythingIsImported) {
  Script script = reference_script(trial_script(kNoStrategy), moment(), {.from_bytecode = true});
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < script.ops.size(); ++i) {
    const OpAction& action = script.ops[i].action;
    if (std::holds_alternative<PrecompileOp>(action) || std::holds_alternative<ImportOp>(action))
      order.push_back(action.index());
  }
  EXPECT_THAT(order, ElementsAre(OpAction(PrecompileOp{}).index(), OpAction(ImportOp{}).index()));
}

TEST(ReferenceScript, DisablesLastInTheControlOfAnAddon) {
  Script script = reference_script(trial_script(kNoStrategy), moment(), {.disabled = "a"});
  ASSERT_GE(script.ops.size(), 2U);
  const Op& disable = script.ops[script.ops.size() - 2];
  EXPECT_TRUE(std::holds_alternative<HostDisableOp>(disable.action));
  EXPECT_TRUE(disable.snapshot);
  // And asks what lives on: the add-on's own leaks.
  EXPECT_TRUE(std::holds_alternative<LeakCheckOp>(script.ops.back().action));
}

TEST(ReferenceScript, IsSharedByAllStrategiesThatShip) {
  auto reference_strategy = [](const StrategySource& strategy) {
    return reference_script(trial_script(strategy), moment(), {}).strategy.name;
  };
  EXPECT_EQ(reference_strategy({.name = "purge-dotted", .source = {}, .file = {}}), "do-nothing");
  EXPECT_EQ(reference_strategy({.name = "toggle", .source = {}, .file = {}}), "do-nothing");
  // What a user's own strategy imports is there in its references too.
  EXPECT_EQ(reference_strategy({.name = "mine", .source = "API = 1\n", .file = "mine.py"}), "mine");
}

}  // namespace
}  // namespace afresh::engine

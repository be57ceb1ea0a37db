// *clean*: after a disable, against a host that never had the add-on.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/clean.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;

constexpr std::string_view kUntouched =
    "root interpreter sys.path -> p\np registry: [0] = str '/lib'\n";

TEST(Clean, PassesWhereNothingIsLeft) {
  TrialBuilder trial;
  trial.add(StepKind::kDisable, kUntouched, kUntouched);
  EXPECT_EQ(trial.verdicts(), "clean=pass");
}

TEST(Clean, FailsByModulesAndRegistrations) {
  TrialBuilder trial;
  trial.add(StepKind::kDisable, kDemo, "root host hostapi.classes @0 -> r\nr registry:\n");
  EXPECT_EQ(trial.verdicts(), "clean=fail");
  EXPECT_THAT(trial.findings(),
              ElementsAre("clean stale-module: demo", "clean stale-module: demo.settings",
                          "clean leftover-registration: hostapi.classes[0]"));
}

TEST(Clean, GivesTheAddonsOwnResidueToProcessState) {
  std::string left =
      with(std::string(kUntouched), {{"[0] = str '/lib'", "[0] = str '/lib'; [1] = str '/x'"}});
  TrialBuilder trial;
  trial.add(StepKind::kDisable, left, kUntouched);
  EXPECT_EQ(trial.verdicts(), "clean=fail");
  trial.input.residue = {make_registry_change("sys.path", "str '/x'")};
  EXPECT_EQ(trial.verdicts(), "process-state=fail clean=pass");
}

TEST(Clean, CreditsAStrategyThatSweepsUp) {
  TrialBuilder trial;
  trial.add(StepKind::kDisable, kUntouched, kUntouched);
  trial.input.residue = {make_registry_change("sys.path", "str '/x'")};
  EXPECT_EQ(trial.verdicts(), "process-state=pass clean=pass");
}

TEST(Clean, MissesWhatTheDisableTookFromOthers) {
  constexpr std::string_view kOther = R"(
    root modules other @1 -> mo
    mo module other @1: -> no
    no namespace @1: .h -> h; .count = int 0
    h function h @1: _code = c; _module = other; _globals -> no
    root host hostapi.handlers @1 -> r
    r registry @1: [0] -> h
  )";
  TrialBuilder swept({"demo", "other"});
  swept.add(StepKind::kDisable,
            with(std::string(kOther), {{"r registry @1: [0] -> h", "r registry @1:"}}), kOther);
  EXPECT_THAT(swept.findings(), ElementsAre("clean missing-name: hostapi.handlers[0]"));
  // What the other add-on did meanwhile is its own affair.
  TrialBuilder lived({"demo", "other"});
  lived.add(StepKind::kDisable, with(std::string(kOther), {{"int 0", "int 5"}}), kOther);
  EXPECT_EQ(lived.verdicts(), "clean=pass");
}

TEST(Clean, FailsByAnErrorAlone) {
  TrialBuilder trial;
  trial.add(StepKind::kDisable, kDemo, "").result = trial.keep(raised("KeyError", "'demo'"));
  EXPECT_THAT(trial.findings(), ElementsAre("clean register-error: demo"));
}

TEST(Clean, DoesNotKnowWithoutASnapshot) {
  TrialBuilder trial;
  trial.add(StepKind::kDisable, kUntouched, kUntouched).actual = nullptr;
  EXPECT_EQ(trial.verdicts(), "clean=unknown(no-snapshot)");
}

}  // namespace
}  // namespace afresh::testing

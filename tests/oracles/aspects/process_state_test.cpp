// *process-state*: what lies in the interpreter's registries, whoever put it there.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/process_state.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string with_path(std::string_view entries) {
  return std::string(kDemo) +
         "root interpreter sys.path -> p\np registry: " + std::string(entries) + "\n";
}

TEST(ProcessState, FailsByASecondPathEntry) {
  TrialBuilder trial;
  trial.reload(with_path("[0] = str '/lib'; [1] = str '/x'; [2] = str '/x'"),
               with_path("[0] = str '/lib'; [1] = str '/x'"));
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=fail");
  EXPECT_THAT(trial.findings(), ElementsAre("process-state duplicate-registration: sys.path[2]"));
}

TEST(ProcessState, CountsWhatTheAddonForgetsToo) {
  TrialBuilder trial;
  trial.reload(with_path("[0] = str '/x'; [1] = str '/x'"), with_path("[0] = str '/x'"));
  trial.input.residue = {make_registry_change("sys.path", "str '/x'")};
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=fail");
  EXPECT_EQ(trial.judge().findings.at(0).attribution, Attribution::kAddon);
}

TEST(ProcessState, LeavesToFreshWhatModulesReachToo) {
  std::string reference = with_path("[0] -> op");
  TrialBuilder trial;
  trial.reload(with(reference, {{".label = str 'op'", ".label = str 'was'"}}), reference);
  EXPECT_THAT(trial.findings(), ElementsAre("fresh stale-value: demo.Op.label"));
  EXPECT_EQ(trial.verdicts(), "fresh=fail process-state=pass");
}

TEST(ProcessState, SeesAnOldObjectThatOnlyARegistryHolds) {
  std::string reference = with_path("[0] -> unit");
  std::string actual =
      with(reference, {{"p registry: [0] -> unit", "p registry: [0] -> was"}}) +
      "was function unit @0 born 1: _code = c0; _module = demo.settings; _globals -> ns\n";
  TrialBuilder trial;
  trial.reload(actual, reference);
  EXPECT_THAT(trial.findings(), ElementsAre("process-state stale-code: sys.path[0]"));
}

TEST(ProcessState, IsNotJudgedAfterAnEnable) {
  TrialBuilder trial;
  trial.add(StepKind::kEnable, with_path("[0] = str '/x'"), with_path(""));
  EXPECT_EQ(trial.verdicts(), "fresh=pass");
  EXPECT_THAT(trial.findings(), IsEmpty());
}

}  // namespace
}  // namespace afresh::testing

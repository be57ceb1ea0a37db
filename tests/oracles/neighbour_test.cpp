// *neighbour*: other add-ons against a run in which the step did nothing.
// SPDX-License-Identifier: MIT
#include "harness/oracles/neighbour.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial.hpp"

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

/// A reload of `demo` after which `demo2` looks like `other`.
Trial reloaded_beside(std::string_view other) {
  Trial trial({"demo", "demo2"});
  Checkpoint& checkpoint = trial.reload(beside(kDemo, other), beside(kDemo, kOther));
  checkpoint.control = trial.keep(beside(demo_before(), kOther));
  return trial;
}

TEST(Neighbour, PassesWhatIsAsIfNothingHadHappened) {
  Trial trial = reloaded_beside(kOther);
  EXPECT_EQ(trial.verdicts(), "fresh=pass surface=pass neighbour=pass");
  EXPECT_THAT(trial.findings(), IsEmpty());
}

TEST(Neighbour, FailsByModulesThatAreGone) {
  Trial trial =
      reloaded_beside(with(std::string(kOther), {{"root modules demo2.sub @1 -> mos", ""}}));
  EXPECT_EQ(trial.verdicts(), "fresh=pass surface=pass neighbour=fail");
  EXPECT_THAT(trial.findings(), ElementsAre("neighbour collateral: demo2.sub"));
}

TEST(Neighbour, FailsByAReloadThatChangesNothing) {
  Trial trial = reloaded_beside(
      with(std::string(kOther), {{"module demo2 @1 born 1", "module demo2 @1 born 2"},
                                 {"function h @1 born 1", "function h @1 born 2"}}));
  EXPECT_THAT(trial.findings(), ElementsAre("neighbour collateral: demo2 | demo2.h"));
}

TEST(Neighbour, FoldsAllThatHappenedToOneModule) {
  Trial trial = reloaded_beside(
      with(std::string(kOther), {{"['x'] = int 1", "['x'] = int 2"}, {"int 3", "int 4"}}));
  EXPECT_THAT(trial.findings(),
              ElementsAre("neighbour collateral: demo2.sub.count | demo2.sub.table['x']"));
}

TEST(Neighbour, FailsByARegistrationThatWasTaken) {
  Trial trial =
      reloaded_beside(with(std::string(kOther), {{"ro registry @1: [0] -> h", "ro registry @1:"}}));
  EXPECT_THAT(trial.findings(), ElementsAre("neighbour collateral: hostapi.handlers[0]"));
}

TEST(Neighbour, IsNotJudgedWithoutAControl) {
  Trial trial = reloaded_beside(with(std::string(kOther), {{"int 3", "int 4"}}));
  trial.input.checkpoints[0].control = nullptr;
  EXPECT_EQ(trial.verdicts(), "fresh=pass surface=pass");
}

TEST(Neighbour, LeavesDependantsToFresh) {
  std::string dependant =
      with(std::string(kOther), {{".sub -> mos", ".sub -> mos; .unit -> unit"}});
  Trial trial({"demo", "demo2"});
  std::string reloaded = with(dependant, {{"born 1", "born 2"}});
  Checkpoint& checkpoint = trial.reload(beside(kDemo, reloaded), beside(kDemo, dependant));
  checkpoint.control = trial.keep(beside(demo_before(), dependant));
  EXPECT_EQ(trial.verdicts(), "fresh=pass surface=pass");
}

TEST(Neighbour, IsJudgedWhereTheEditCannotLoad) {
  Trial trial = reloaded_beside(with(std::string(kOther), {{"int 3", "int 4"}}));
  trial.input.checkpoints[0].reference_fails = true;
  EXPECT_EQ(trial.verdicts(), "neighbour=fail");
}

TEST(Neighbour, ForgivesWhatDiffersBetweenFreshStarts) {
  // The table's value is a time: masked in the references, and another in the control.
  Trial trial = reloaded_beside(with(std::string(kOther), {{"['x'] = int 1", "['x'] = int 7"}}));
  ReferenceGroup& group = trial.input.checkpoints[0].reference;
  group.b =
      trial.keep(beside(kDemo, with(std::string(kOther), {{"['x'] = int 1", "['x'] = int 9"}})));
  group.c = group.a;
  EXPECT_THAT(trial.findings(), IsEmpty());
}

}  // namespace
}  // namespace afresh::testing

// The host control: what the host does to an empty add-on is not the strategy's.
// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/host_side_effects.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kEmpty = R"(
  root modules demo @0 -> m
  root interpreter sys.path -> p
  m module demo @0 born 1: -> n
  n namespace @0: .register -> f
  f function register @0 born 1: _code = r; _module = demo; _globals -> n
  p registry: [0] = str '/lib'
)";
// The host writes on the module when it was switched on twice, and forgets a path.
const std::string kAfterToggle =
    with(std::string(kEmpty), {{".register -> f", ".register -> f; .__addon_enable__ = bool True"},
                               {"[0] = str '/lib'", "[0] = str '/lib'; [1] = str '/host'"}});

HostSideEffects doing() {
  return find_host_side_effects(parse_snapshot(kEmpty), parse_snapshot(kAfterToggle), {});
}

TEST(HostSideEffects, IsAllThatDiffersWithAnEmptyAddon) {
  EXPECT_THAT(doing().paths, ElementsAre("demo.__addon_enable__", "sys.path[1]"));
  EXPECT_THAT(doing().entries, ElementsAre(make_registry_change("sys.path", "str '/host'")));
}

TEST(HostSideEffects, IsNeverAModuleThatIsStillThere) {
  EXPECT_THAT(
      find_host_side_effects(
          parse_snapshot("root interpreter sys.path -> p\np registry:\n"),
          parse_snapshot(std::string(kDemo) + "root interpreter sys.path -> p\np registry:\n"), {})
          .paths,
      ElementsAre("hostapi.classes[0]"));
}

TEST(HostSideEffects, IsNotBlamedOnTheStrategy) {
  TrialBuilder trial;
  trial.reload(with(std::string(kDemo),
                    {{"n namespace @0:", "n namespace @0: .__addon_enable__ = bool True;"}}),
               kDemo);
  EXPECT_EQ(trial.verdicts(), "fresh=fail process-state=pass");
  trial.input.host_side_effects = doing();
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass");
  EXPECT_EQ(trial.judge().findings.front().attribution, Attribution::kHost);
}

TEST(HostSideEffects, DoesNotCoverForOthersAtTheSamePosition) {
  auto with_path = [](const std::string& path) {
    return std::string(kDemo) + "root interpreter sys.path -> p\np registry: [0] = str '/lib'" +
           path + "\n";
  };
  TrialBuilder trial;
  trial.reload(with_path("; [1] = str '/mine'"), with_path(""));
  trial.input.host_side_effects = doing();
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=fail");
  TrialBuilder hosts;
  hosts.reload(with_path("; [1] = str '/host'"), with_path(""));
  hosts.input.host_side_effects = doing();
  EXPECT_EQ(hosts.verdicts(), "fresh=pass process-state=pass");
}

}  // namespace
}  // namespace afresh::testing

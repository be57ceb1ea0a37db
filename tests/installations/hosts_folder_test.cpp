// An environment is there whole or not at all, and one process at a time makes one.
// SPDX-License-Identifier: MIT
#include "harness/installations/hosts_folder.hpp"

#include <gmock/gmock.h>

#include <optional>

#include "tests/installations/machine.hpp"

namespace afresh {
namespace {

namespace fs = std::filesystem;

using ::testing::HasSubstr;

TEST(HostsFolder, RefusesASecondOneUntilTheFirstIsDone) {
  const testing::Machine machine;
  {
    const auto first = HostsFolder::open(machine.path("data/hosts"));
    ASSERT_TRUE(first);
    const auto second = HostsFolder::open(machine.path("data/hosts"));
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().message, HasSubstr("another 'afresh hosts' is at work there"));
  }
  EXPECT_TRUE(HostsFolder::open(machine.path("data/hosts")));
}

TEST(HostsFolder, LeavesNothingOfADraftThatWasNotPublished) {
  const testing::Machine machine;
  const auto folder = HostsFolder::open(machine.path("hosts"));
  ASSERT_TRUE(folder);
  {
    HostsFolder::Draft draft(*folder);
    machine.write(fs::relative(draft.begin(), machine.path("")) / "lib/x", "half");
  }
  EXPECT_TRUE(fs::is_empty(machine.path("hosts")));
}

TEST(HostsFolder, PublishesADraftUnderItsName) {
  const testing::Machine machine;
  const auto folder = HostsFolder::open(machine.path("hosts"));
  ASSERT_TRUE(folder);
  {
    HostsFolder::Draft draft(*folder);
    machine.write(fs::relative(draft.begin(), machine.path("")) / "x", "whole");
    EXPECT_EQ(draft.publish(folder->place_of("blender-5.0")), std::nullopt);
  }
  EXPECT_TRUE(fs::exists(machine.path("hosts/blender-5.0/x")));
}

TEST(HostsFolder, RemovesWhatAKilledProcessLeft) {
  const testing::Machine machine;
  machine.write("hosts/.draft/lib/x", "half");
  machine.write("hosts/blender-5.0/x", "whole");
  const auto folder = HostsFolder::open(machine.path("hosts"));
  ASSERT_TRUE(folder);
  EXPECT_FALSE(fs::exists(machine.path("hosts/.draft")));
  EXPECT_TRUE(fs::exists(machine.path("hosts/blender-5.0/x")));
}

TEST(HostsFolder, SaysWhatItCannotRemove) {
  const testing::Machine machine;
  auto folder = HostsFolder::open(machine.path("hosts"));
  ASSERT_TRUE(folder);
  EXPECT_NE(folder->remove("blender-5.0"), std::nullopt);
  machine.write("hosts/blender-5.0/x", "");
  EXPECT_EQ(folder->remove("blender-5.0"), std::nullopt);
  EXPECT_TRUE(fs::is_empty(machine.path("hosts")));
}

TEST(HostsFolder, NeedsAPlaceThatCanBeAFolder) {
  const testing::Machine machine;
  machine.write("file", "");
  EXPECT_FALSE(HostsFolder::open(machine.path("file/hosts")));
  const auto nowhere = HostsFolder::open({});
  ASSERT_FALSE(nowhere);
  EXPECT_THAT(nowhere.error().message, HasSubstr("no home"));
}

}  // namespace
}  // namespace afresh

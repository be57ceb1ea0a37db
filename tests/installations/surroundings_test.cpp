// What a user's variables say of places. Each test is a process of its own.
// SPDX-License-Identifier: MIT
#include "harness/installations/surroundings.hpp"

#include <gmock/gmock.h>

#include <cstdlib>

namespace afresh {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Surroundings, FollowTheVariables) {
  setenv("HOME", "/home/me", 1);
  setenv("XDG_DATA_HOME", "/data", 1);
  setenv("AFRESH_HOSTS", "/a::/b", 1);
  setenv("VIRTUAL_ENV", "/venv", 1);
  setenv("PATH", "/x:relative:/y", 1);
  setenv("PYENV_ROOT", "/pyenv", 1);
  const Surroundings found = read_surroundings();
  EXPECT_EQ(found.hosts_folder, "/data/afresh/hosts");
  EXPECT_THAT(found.named, ElementsAre("/a", "/b"));
  EXPECT_EQ(found.virtual_environment, "/venv");
  EXPECT_THAT(found.program_folders, ElementsAre("/x", "/y"));
  EXPECT_EQ(found.pyenv_versions, "/pyenv/versions");
  EXPECT_FALSE(found.looks_nowhere);
  EXPECT_THAT(plain_environment(found),
              ElementsAre("PATH=/x:/y", "HOME=/home/me", "LC_ALL=C.UTF-8"));
}

TEST(Surroundings, HaveDefaultsBelowTheHome) {
  setenv("HOME", "/home/me", 1);
  setenv("XDG_DATA_HOME", "relative", 1);
  for (const char* name : {"AFRESH_HOSTS", "VIRTUAL_ENV", "PYENV_ROOT"}) unsetenv(name);
  const Surroundings found = read_surroundings();
  EXPECT_EQ(found.hosts_folder, "/home/me/.local/share/afresh/hosts");
  EXPECT_EQ(found.pyenv_versions, "/home/me/.pyenv/versions");
  EXPECT_THAT(found.named, IsEmpty());
  EXPECT_EQ(found.virtual_environment, "");
}

TEST(Surroundings, LookNowhereWhereTheUserSaysSo) {
  setenv("AFRESH_HOSTS", "none", 1);
  EXPECT_TRUE(read_surroundings().looks_nowhere);
  EXPECT_THAT(read_surroundings().named, IsEmpty());
}

}  // namespace
}  // namespace afresh

// In which host `check` runs an add-on where nobody says so. Each test is a process of its own.
// SPDX-License-Identifier: MIT
#include "harness/cli/check_host.hpp"

#include <gmock/gmock.h>

#include <cstdlib>

#include "tests/installations/machine.hpp"

namespace afresh::cli {
namespace {

using ::testing::SizeIs;

class CheckHost : public ::testing::Test {
 protected:
  CheckHost() {
    setenv("XDG_DATA_HOME", machine_.path("data").c_str(), 1);
    setenv("PATH", machine_.path("bin").c_str(), 1);
    unsetenv("AFRESH_HOSTS");
    unsetenv("VIRTUAL_ENV");
  }
  void add(const std::string& version) {
    machine_.environment("data/afresh/hosts/" + version, version);
  }
  static ChosenHost choose(const AddonFiles& addon, const std::string& host = "") {
    CheckOptions options;
    if (!host.empty()) options.host = host;
    auto chosen = choose_host(options, addon);
    EXPECT_TRUE(chosen) << chosen.error().message;
    return chosen ? std::move(*chosen) : ChosenHost{};
  }
  testing::Machine machine_;
};

AddonFiles addon(const std::string& text) {
  return {.name = "demo", .files = {{"demo/__init__.py", text}}};
}
AddonFiles extension(const std::string& manifest) {
  AddonFiles files = addon("");
  files.files["demo/blender_manifest.toml"] = manifest;
  return files;
}
const AddonFiles kOld = addon("bl_info = {'blender': (2, 80, 0)}\n");

TEST_F(CheckHost, IsTheSmallestForAnAddonThatSaysNothing) {
  add("5.0.1");
  const ChosenHost chosen = choose(addon("import os\n"));
  EXPECT_EQ(chosen.host, HostKind::kPlain);
  EXPECT_EQ(chosen.note, "");
}

TEST_F(CheckHost, IsTheNewestBlenderForOneThatIsBlenders) {
  add("4.5.15");
  add("5.0.1");
  const ChosenHost chosen = choose(kOld);
  EXPECT_EQ(chosen.host, HostKind::kBlender50);
  EXPECT_THAT(chosen.installations, SizeIs(1));
  EXPECT_EQ(chosen.note, "bpy 5.0.1; in a work-alike: --host bpy");
  // It may say so by what it imports alone.
  EXPECT_EQ(choose_blender(addon("import bpy\n")).host, HostKind::kBlender50);
}

TEST_F(CheckHost, IsTheNewestThatTheManifestAllows) {
  add("4.2.23");
  add("4.5.15");
  add("5.0.1");
  const ChosenHost chosen =
      choose(extension("blender_version_min = \"4.2.0\"\nblender_version_max = \"5.0.0\"\n"));
  EXPECT_EQ(chosen.host, HostKind::kBlender45);
  EXPECT_EQ(chosen.note, "bpy 4.5.15; in a work-alike: --host bpy-4.2");
}

TEST_F(CheckHost, IsAWorkAlikeWithoutABlender) {
  const ChosenHost chosen = choose(extension("blender_version_min = \"4.2.0\"\n"));
  EXPECT_EQ(chosen.host, HostKind::kBpy42);
  EXPECT_THAT(chosen.installations, SizeIs(0));
  EXPECT_EQ(chosen.note, "a work-alike; in Blender: afresh hosts add bpy==5.0.*");
  EXPECT_EQ(choose_blender(kOld).host, HostKind::kBpy);
  // Of the old kind is also what needs nothing of Blender's: it is tried without.
  EXPECT_EQ(choose(kOld).host, HostKind::kPlain);
}

TEST_F(CheckHost, IsAWorkAlikeWhereNoBlenderIsAllowed) {
  add("5.0.1");
  EXPECT_EQ(choose(extension("blender_version_min = \"5.1.0\"\n")).note,
            "a work-alike, as blender_manifest.toml does not allow blender-5.0; in Blender: afresh "
            "hosts add bpy==5.3.*");
  EXPECT_EQ(choose_blender(addon("bl_info = {'blender': (9, 9, 0)}\n")).note,
            "a work-alike, as bl_info does not allow blender-5.0");
}

TEST_F(CheckHost, IsTheOneThatIsAskedFor) {
  add("5.0.1");
  const ChosenHost chosen = choose(kOld, "bpy");
  EXPECT_EQ(chosen.host, HostKind::kBpy);
  EXPECT_EQ(chosen.note, "");
  EXPECT_EQ(choose(addon(""), "blender").host, HostKind::kBlender50);
  EXPECT_FALSE(choose_host({.host = "blender-4.2"}, kOld));
}

}  // namespace
}  // namespace afresh::cli

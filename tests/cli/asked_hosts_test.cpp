// Words of `--host`, on a machine with some Blenders. Each test is a process of its own.
// SPDX-License-Identifier: MIT
#include "harness/cli/asked_hosts.hpp"

#include <gmock/gmock.h>

#include <cstdlib>

#include "harness/cli/run.hpp"
#include "tests/installations/machine.hpp"

namespace afresh::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class AskedHosts : public ::testing::Test {
 protected:
  AskedHosts() {
    setenv("XDG_DATA_HOME", machine_.path("data").c_str(), 1);
    setenv("PATH", machine_.path("bin").c_str(), 1);
    unsetenv("AFRESH_HOSTS");
    unsetenv("VIRTUAL_ENV");
  }
  void add(const std::string& version) {
    machine_.environment("data/afresh/hosts/" + version, version);
  }
  testing::Machine machine_;
};

std::vector<HostKind> hosts(const std::vector<std::string>& words) {
  const auto asked = resolve_hosts(words);
  EXPECT_TRUE(asked) << asked.error().message;
  return asked ? asked->hosts : std::vector<HostKind>();
}

std::string refusal(const std::string& word) {
  const auto asked = resolve_host(word);
  return asked ? "" : asked.error().message;
}

TEST_F(AskedHosts, AreEmbeddedOnesByNameEachOnce) {
  EXPECT_THAT(hosts({}), IsEmpty());
  EXPECT_THAT(hosts({"bpy-4.2", "plain", "bpy-4.2"}),
              ElementsAre(HostKind::kBpy42, HostKind::kPlain));
}

TEST_F(AskedHosts, AreTheNewestBlenderThatIsKnownAndWorks) {
  add("4.2.23");
  add("5.0.1");
  add("9.9.0");
  add("5.3.0");
  std::filesystem::remove(machine_.path("data/afresh/hosts/5.3.0/bin/python"));
  EXPECT_THAT(hosts({"blender"}), ElementsAre(HostKind::kBlender50));
  EXPECT_THAT(hosts({"blender-4.2", "blender", "blender-5.0"}),
              ElementsAre(HostKind::kBlender42, HostKind::kBlender50));
}

TEST_F(AskedHosts, OfAllAreTheEmbeddedOnesAndThoseThatAreThere) {
  add("4.2.23");
  add("5.0.1");
  const std::vector<HostKind> all = hosts({"all"});
  EXPECT_THAT(all, ElementsAre(HostKind::kPlain, HostKind::kBpy, HostKind::kBpy42,
                               HostKind::kBpyLeaking, HostKind::kBlender42, HostKind::kBlender50));
}

TEST_F(AskedHosts, HaveThePlaceOfTheInstallation) {
  add("5.0.1");
  const auto asked = resolve_hosts({"plain", "blender-5.0"});
  ASSERT_TRUE(asked);
  ASSERT_THAT(asked->installations, SizeIs(1));
  const auto place = machine_.path("data/afresh/hosts/5.0.1");
  const engine::WorkerPoolOptions options =
      worker_pool_options({.installations = asked->installations});
  const worker::Interpreter expected{.program = place / "bin/python",
                                     .path = place / "lib/python3.11/site-packages",
                                     .is_application = false};
  EXPECT_THAT(options.interpreters, ElementsAre(std::pair(HostKind::kBlender50, expected)));
}

TEST_F(AskedHosts, OfAnApplicationSayThatItIsOne) {
  const auto program = machine_.program("bin/blender", "#!/bin/sh\necho Blender 3.4.1\n");
  const auto asked = resolve_host("blender-3.4");
  ASSERT_TRUE(asked);
  const engine::WorkerPoolOptions options =
      worker_pool_options({.installations = asked->installations});
  const worker::Interpreter expected{.program = program, .path = "", .is_application = true};
  EXPECT_THAT(options.interpreters, ElementsAre(std::pair(HostKind::kBlender34, expected)));
}

TEST_F(AskedHosts, ThatAreNotThereSayWhatIsAndHowToGetThem) {
  EXPECT_EQ(refusal("blender"),
            "--host blender: no Blender that afresh can use is on this machine; expected one that "
            "'afresh hosts' lists, or 'afresh hosts add bpy==5.0.*' first");
  EXPECT_EQ(refusal("blender-4.5"),
            "--host blender-4.5: Blender 4.5 is not on this machine (there is none); expected one "
            "that 'afresh hosts' lists, or 'afresh hosts add bpy==4.5.*' first");
  add("5.0.1");
  add("5.3.0");
  EXPECT_EQ(refusal("blender-4.5"),
            "--host blender-4.5: Blender 4.5 is not on this machine (there is blender-5.3, "
            "blender-5.0); expected one that 'afresh hosts' lists, or 'afresh hosts add "
            "bpy==4.5.*' first");
  EXPECT_EQ(refusal("blender-9.9"),
            "--host blender-9.9: no such host; expected one of plain, bpy, bpy-4.2, bpy-leaking, "
            "blender, blender-3.4, blender-4.2, blender-4.5, blender-5.0, blender-5.1, "
            "blender-5.2, blender-5.3, all");
}

TEST_F(AskedHosts, AreLookedForWhereACaseIsWrittenForOne) {
  EXPECT_TRUE(locate_hosts({HostKind::kPlain, HostKind::kBpy}));
  const auto missing = locate_hosts({HostKind::kBpy, HostKind::kBlender45});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().message,
            "a case is for the host blender-4.5: Blender 4.5 is not on this machine (there is "
            "none); expected one that 'afresh hosts' lists, or 'afresh hosts add bpy==4.5.*' "
            "first");
  add("4.5.15");
  EXPECT_TRUE(locate_hosts({HostKind::kBpy, HostKind::kBlender45}));
}

TEST(CanRunOn, SaysWhatACaseForAWorkAlikeIsGoodFor) {
  using enum HostKind;
  EXPECT_TRUE(can_run_on(kPlain, kPlain));
  EXPECT_FALSE(can_run_on(kPlain, kBlender50));
  EXPECT_FALSE(can_run_on(kBpy, kBpy42));
  EXPECT_TRUE(can_run_on(kBpy, kBlender34));
  EXPECT_TRUE(can_run_on(kBpy, kBlender50));
  EXPECT_TRUE(can_run_on(kBpy42, kBlender42));
  EXPECT_FALSE(can_run_on(kBpy42, kBlender34));
  EXPECT_FALSE(can_run_on(kBpyLeaking, kBlender34));
  EXPECT_TRUE(can_run_on(kBlender45, kBlender45));
  EXPECT_FALSE(can_run_on(kBlender45, kBlender50));
  EXPECT_FALSE(can_run_on(kBlender45, kBpy));
}

TEST(MovedTo, KeepsWhichHostTheCaseIsWrittenFor) {
  SelectedCase own{.value = {.name = "x", .host = HostKind::kBpy, .text = "host: bpy\n"}};
  const SelectedCase moved = moved_to(own, HostKind::kBlender50);
  EXPECT_EQ(moved.value.host, HostKind::kBlender50);
  EXPECT_EQ(moved.written_for, HostKind::kBpy);
  EXPECT_EQ(moved.value.text, "");
  EXPECT_EQ(moved_to(own, HostKind::kBpy).value.text, "host: bpy\n");
}

}  // namespace
}  // namespace afresh::cli

// What is found of the Blenders of a machine, and what is said of those that are broken.
// SPDX-License-Identifier: MIT
#include "harness/installations/find_installations.hpp"

#include <elf.h>
#include <gmock/gmock.h>

#include <fstream>

#include "tests/installations/machine.hpp"

namespace afresh {
namespace {

namespace fs = std::filesystem;

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class FindInstallations : public ::testing::Test {
 protected:
  /// The only one that there is.
  Installation the_one() const {
    const std::vector<Installation> found = find_installations(around_);
    EXPECT_THAT(found, SizeIs(1));
    return found.empty() ? Installation{} : found.front();
  }

  testing::Machine machine_;
  Surroundings around_ = machine_.surroundings();
};

TEST_F(FindInstallations, FindsNothingOnAnEmptyMachine) {
  EXPECT_THAT(find_installations(around_), IsEmpty());
}

TEST_F(FindInstallations, TellsAModuleByItsFiles) {
  const fs::path place = machine_.environment("hosts/blender-5.0", "5.0.1");
  const Installation one = the_one();
  EXPECT_EQ(one.host, HostKind::kBlender50);
  EXPECT_EQ(one.version, "5.0.1");
  EXPECT_EQ(one.kind, Installation::Kind::kModule);
  EXPECT_EQ(one.folder, place);
  EXPECT_EQ(one.program, place / "bin/python");
  EXPECT_THAT(one.packages, ElementsAre(place / "lib/python3.11/site-packages"));
  EXPECT_EQ(one.python, "3.11");
  EXPECT_TRUE(one.is_ours);
  EXPECT_TRUE(one.is_usable()) << one.problem;
}

TEST_F(FindInstallations, OverlooksWhatIsBeingMade) {
  machine_.environment("hosts/.draft", "5.0.1");
  EXPECT_THAT(find_installations(around_), IsEmpty());
}

TEST_F(FindInstallations, KnowsNoBlenderOfAVersionWithoutARow) {
  machine_.environment("hosts/other", "4.3.0");
  const Installation one = the_one();
  EXPECT_EQ(one.host, std::nullopt);
  EXPECT_EQ(one.version, "4.3.0");
  EXPECT_EQ(one.problem, "");
  EXPECT_FALSE(one.is_usable());
}

TEST_F(FindInstallations, PutsTheNewestFirstAndOfOneVersionWhatIsEasier) {
  around_.named = {machine_.environment("mine", "4.2.9"), machine_.environment("newer", "4.10.0"),
                   machine_.environment("same", "4.2.9")};
  machine_.environment("hosts/blender-4.2", "4.2.9");
  machine_.program("bin/blender", "#!/bin/sh\necho Blender 4.2.9 LTS\n");
  fs::remove(machine_.path("mine/bin/python"));
  std::vector<std::string> places;
  for (const Installation& each : find_installations(around_)) places.push_back(each.folder);
  EXPECT_THAT(places, ElementsAre(machine_.path("newer"), machine_.path("hosts/blender-4.2"),
                                  machine_.path("same"), machine_.path("bin/blender"),
                                  machine_.path("mine")));
}

TEST_F(FindInstallations, SaysWhyABrokenOneCannotBeUsed) {
  machine_.environment("hosts/a", "5.0.1");
  fs::remove(machine_.path("hosts/a/bin/python"));
  fs::create_symlink("/nowhere/python3.11", machine_.path("hosts/a/bin/python"));
  EXPECT_EQ(the_one().problem,
            "its Python " + machine_.path("hosts/a/bin/python").string() + " is not there");

  fs::remove_all(machine_.path("hosts/a/lib/python3.11/site-packages/bpy"));
  EXPECT_EQ(the_one().problem,
            "the package " + machine_.path("hosts/a/lib/python3.11/site-packages/bpy").string() +
                " is not there");

  machine_.write("hosts/a/lib/python3.11/site-packages/bpy-5.0.1.dist-info/METADATA", "");
  EXPECT_THAT(the_one().problem, HasSubstr("METADATA does not say which version it is"));

  fs::remove_all(machine_.path("hosts/a/lib"));
  EXPECT_EQ(the_one().problem, "no package bpy is there");
  EXPECT_FALSE(the_one().is_usable());
}

TEST_F(FindInstallations, SaysThatAPythonIsTooOld) {
  machine_.environment("hosts/a", "4.2.0", "3.9");
  EXPECT_EQ(the_one().problem, "its Python is 3.9, and afresh needs 3.10 or newer");
}

TEST_F(FindInstallations, SaysThatALibraryIsForAnotherProcessor) {
  Elf64_Ehdr head{};
  std::ifstream("/proc/self/exe", std::ios::binary)
      .read(reinterpret_cast<char*>(&head), sizeof head);
  machine_.environment("hosts/a", "5.0.1");
  const std::string library = "hosts/a/lib/python3.11/site-packages/bpy/__init__.so";
  const auto write = [&] {
    machine_.write(library, std::string_view(reinterpret_cast<const char*>(&head), sizeof head));
  };
  write();
  EXPECT_EQ(the_one().problem, "");
  head.e_machine = head.e_machine == EM_AARCH64 ? EM_X86_64 : EM_AARCH64;
  write();
  EXPECT_EQ(the_one().problem, "it is made for another processor than afresh");
}

TEST_F(FindInstallations, TellsOfEachPlaceThatIsNamed) {
  fs::create_directory(machine_.path("folder"));
  machine_.write("empty/pyvenv.cfg", "");
  around_.named = {machine_.path("missing"), machine_.path("folder"), machine_.path("empty")};
  std::vector<std::string> problems;
  for (const Installation& each : find_installations(around_)) problems.push_back(each.problem);
  EXPECT_THAT(problems,
              ElementsAre("no virtual environment or Blender is there",
                          "no virtual environment or Blender is there", "no package bpy is there"));
}

TEST_F(FindInstallations, TakesTheActiveEnvironmentOnlyWhereItHasABlender) {
  machine_.write("active/pyvenv.cfg", "");
  around_.virtual_environment = machine_.path("active");
  EXPECT_THAT(find_installations(around_), IsEmpty());
  machine_.environment("active", "4.5.15");
  EXPECT_EQ(the_one().host, HostKind::kBlender45);
  EXPECT_FALSE(the_one().is_ours);
  // By two names it is still one.
  fs::create_directory_symlink(machine_.path("active"), machine_.path("link"));
  around_.named = {machine_.path("link")};
  EXPECT_EQ(the_one().folder, machine_.path("link"));
}

TEST_F(FindInstallations, AsksABlenderOnPathForItsVersion) {
  machine_.program("bin/blender",
                   "#!/bin/sh\n[ \"$*\" = --version ] || exit 1\n"
                   "echo 'a warning'\necho 'Blender 4.2.0 LTS'\necho '\tbuild date: x'\n");
  machine_.write("bin/4.2/python/lib/python3.11/os.py", "");
  const Installation one = the_one();
  EXPECT_EQ(one.host, HostKind::kBlender42);
  EXPECT_EQ(one.version, "4.2.0");
  EXPECT_EQ(one.kind, Installation::Kind::kApplication);
  EXPECT_EQ(one.program, machine_.path("bin/blender"));
  EXPECT_EQ(one.python, "3.11");
  EXPECT_THAT(one.packages, IsEmpty());
}

TEST_F(FindInstallations, SaysThatABlenderDoesNotSayItsVersion) {
  machine_.program("bin/blender", "#!/bin/sh\necho Blender 4.2.0; exit 1\n");
  EXPECT_EQ(the_one().problem, "it does not say which version it is when asked with --version");
}

TEST_F(FindInstallations, TakesAnUnpackedBlenderThatIsNamedByItsFolderOrItself) {
  const fs::path program =
      machine_.program("blender-3.4/blender", "#!/bin/sh\necho Blender 3.4.1\n");
  around_.named = {machine_.path("blender-3.4"), program};
  const Installation one = the_one();
  EXPECT_EQ(one.host, HostKind::kBlender34);
  EXPECT_EQ(one.program, program);
}

TEST_F(FindInstallations, LooksNowhereWhereItIsToldSo) {
  machine_.environment("hosts/blender-5.0", "5.0.1");
  around_.looks_nowhere = true;
  EXPECT_THAT(find_installations(around_), IsEmpty());
}

}  // namespace
}  // namespace afresh

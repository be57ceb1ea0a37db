// Pythons are found by their names, and asked who they are. SPDX-License-Identifier: MIT
#include "harness/installations/find_python.hpp"

#include <gmock/gmock.h>

#include "tests/installations/machine.hpp"

namespace afresh {
namespace {

using ::testing::ElementsAre;

/// A program that answers as a Python would.
std::string answering(const std::string& place, const std::string& name,
                      const std::string& version) {
  return "#!/bin/sh\nprintf '%s\\n' " + place + " " + name + " " + version + "\n";
}

TEST(FindPython, AsksTheOneOnPathWhereItReallyIs) {
  testing::Machine machine;
  machine.program("bin/python3.13", answering("/real/python3.13", "CPython", "3.13.2"));
  const auto found = find_python("3.13", machine.surroundings());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->program, "/real/python3.13");
  EXPECT_EQ(found->version, "3.13.2");
  EXPECT_FALSE(find_python("3.12", machine.surroundings()));
}

TEST(FindPython, PassesOverWhatDoesNotStartIsAnotherVersionOrNoCPython) {
  testing::Machine machine;
  Surroundings around = machine.surroundings();
  around.program_folders = {machine.path("shims"), machine.path("old"), machine.path("pypy"),
                            machine.path("good")};
  machine.program("shims/python3.11", "#!/bin/sh\necho 'pyenv: command not found' >&2; exit 127\n");
  machine.program("old/python3.11", answering("/old", "CPython", "3.9.1"));
  machine.program("pypy/python3.11", answering("/pypy", "PyPy", "3.11.1"));
  machine.program("good/python3.11", answering("/good", "CPython", "3.11.7"));
  const auto found = find_python("3.11", around);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->program, "/good");
}

TEST(FindPython, LooksAmongTheVersionsOfPyenvTheNewestFirst) {
  testing::Machine machine;
  for (const std::string version : {"3.12.9", "3.12.10", "3.11.2"})
    machine.program("pyenv/" + version + "/bin/python" + version.substr(0, 4),
                    answering("/pyenv/" + version, "CPython", version));
  std::vector<std::string> versions;
  for (const PythonProgram& python : find_pythons(machine.surroundings()))
    versions.push_back(python.version);
  EXPECT_THAT(versions, ElementsAre("3.12.10", "3.11.2"));
}

}  // namespace
}  // namespace afresh

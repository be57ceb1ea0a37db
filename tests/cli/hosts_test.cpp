// `hosts`: real Blenders are found, added by pip from a folder of wheels, and removed.
// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "tests/cli/program.hpp"

namespace afresh::testing {
namespace {

namespace fs = std::filesystem;

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class Hosts : public Program {
 protected:
  Hosts() { fs::create_directory(folder_ / "wheels"); }

  /// A wheel of `bpy`, with which Pythons it goes, and what its import runs.
  void make_wheel(const std::string& version, const std::string& python = "py3",
                  const std::string& text = "") {
    const ProgramResult ran =
        run_other(AFRESH_PYTHON,
                  {"-I", std::string(AFRESH_SOURCE_DIR) + "/tests/installations/make_bpy_wheel.py",
                   (folder_ / "wheels").string(), version, python, text});
    ASSERT_EQ(ran.status, 0) << ran.err;
  }
  /// On a machine whose pip knows these wheels alone.
  std::map<std::string, std::string> machine() {
    return {{"AFRESH_HOSTS", ""},
            {"HOME", folder_.string()},
            {"XDG_DATA_HOME", (folder_ / "data").string()},
            {"PIP_NO_INDEX", "1"},
            {"PIP_FIND_LINKS", (folder_ / "wheels").string()}};
  }
  ProgramResult hosts(std::vector<std::string> words) {
    words.insert(words.begin(), "hosts");
    return run(words, machine());
  }
  [[nodiscard]] fs::path place(const std::string& name) const {
    return folder_ / "data/afresh/hosts" / name;
  }
  /// What is in the folder of hosts.
  [[nodiscard]] std::vector<std::string> made() const {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(place(""), error))
      names.push_back(entry.path().filename());
    return names;
  }
  /// It did not work: one sentence behind what was told on the way, and nothing is left.
  void expect_failure(const ProgramResult& ran, const std::string& sentence) {
    EXPECT_EQ(ran.status, 2) << ran.err;
    EXPECT_EQ(ran.out, "");
    const std::size_t line = ran.err.rfind("afresh: ");
    ASSERT_NE(line, std::string::npos) << ran.err;
    EXPECT_EQ(ran.err.substr(line), "afresh: " + sentence + "\n");
    EXPECT_THAT(made(), IsEmpty());
  }
};

TEST_F(Hosts, ListsWhatIsEmbeddedAndHowToGetMore) {
  const ProgramResult ran = hosts({});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
  EXPECT_THAT(ran.out, StartsWith("Embedded:\n  plain         `hostapi`, the smallest"));
  EXPECT_THAT(ran.out, HasSubstr("\n  bpy-4.2       the same with"));
  EXPECT_THAT(ran.out, HasSubstr("afresh hosts add bpy==5.0.*\n"));
}

TEST_F(Hosts, AddsListsRunsAndRemovesOne) {
  make_wheel("5.0.0");
  make_wheel("5.0.1");
  const ProgramResult added = hosts({"add", "bpy==5.0.*"});
  ASSERT_EQ(added.status, 0) << added.err;
  EXPECT_THAT(added.out, HasSubstr("blender-5.0 is there: bpy 5.0.1 · Python 3."));
  EXPECT_THAT(added.err, AllOf(HasSubstr("afresh: asking pip which versions there are …\n"),
                               HasSubstr("Successfully installed bpy-5.0.1\n")));
  EXPECT_THAT(made(), ::testing::ElementsAre("blender-5.0"));

  EXPECT_THAT(
      hosts({}).out,
      AllOf(ContainsRegex("\n  blender-5\\.0 +bpy 5\\.0\\.1 · Python 3\\.[0-9]+ · add-ons and "
                          "extensions\n"),
            HasSubstr(place("blender-5.0").string() + " (by 'afresh hosts add')\n")));

  const ProgramResult again = hosts({"add", "bpy==5.0.0"});
  EXPECT_EQ(again.status, 2);
  EXPECT_EQ(again.err,
            "afresh: " + place("blender-5.0").string() +
                ": blender-5.0 is there already; 'afresh hosts remove blender-5.0' makes "
                "room\n");

  write("script.py",
        "import bpy, sys\nprint(bpy.app.version_string, sys.argv, __name__)\nsys.exit(7)\n");
  for (const std::string host : {"blender", "blender-5.0"}) {
    const ProgramResult ran = run({"exec", "--host", host, "script.py", "a", "--b"}, machine());
    EXPECT_EQ(ran.status, 7) << ran.err;
    EXPECT_EQ(ran.out, "5.0.1 ['script.py', 'a', '--b'] __main__\n");
  }

  const ProgramResult removed = hosts({"remove", "blender-5.0"});
  EXPECT_EQ(removed.status, 0) << removed.err;
  EXPECT_THAT(made(), IsEmpty());
}

TEST_F(Hosts, AddsNothingThatIsNoVersionOfBpy) {
  for (const std::string word : {"numpy", "bpy>=5.0", "bpy==5.0.*,!=5.0.1"})
    expect_failure(
        hosts({"add", word}),
        "hosts add '" + word +
            "': no version of the package bpy; expected one like bpy==5.0.* or bpy==5.0.1");
  EXPECT_FALSE(fs::exists(folder_ / "data"));
}

TEST_F(Hosts, AddsNothingThatAfreshDoesNotKnow) {
  expect_failure(hosts({"add", "bpy==4.3.0"}),
                 "bpy 4.3: afresh does not know this Blender; expected one of 3.4, 4.2, 4.5, 5.0, "
                 "5.1, 5.2, 5.3");
}

TEST_F(Hosts, SaysThatTheIndexHasNoSuchVersion) {
  make_wheel("5.0.1");
  expect_failure(hosts({"add", "bpy==4.2.*"}),
                 "bpy==4.2.*: pip's index has no such version for this machine; expected one of "
                 "Blender 3.4, 4.2, 4.5, 5.0, 5.1, 5.2, 5.3");
}

TEST_F(Hosts, SaysWhichPythonAVersionNeeds) {
  make_wheel("5.0.1", "cp314");
  auto environment = machine();
  environment["PYENV_ROOT"] = "/nowhere";
  if (fs::exists("/usr/bin/python3.14")) GTEST_SKIP() << "this machine has a Python 3.14";
  expect_failure(
      run({"hosts", "add", "bpy==5.0.*"}, environment),
      "bpy 5.0.1 needs Python 3.14, which is not on this machine; expected python3.14 on "
      "PATH or among pyenv's versions");
}

TEST_F(Hosts, SaysThatThereIsNoNetwork) {
  auto environment = machine();
  environment.erase("PIP_NO_INDEX");
  environment.erase("PIP_FIND_LINKS");
  environment["PIP_INDEX_URL"] = "http://127.0.0.1:9/simple";
  environment["PIP_RETRIES"] = "0";
  expect_failure(run({"hosts", "add", "bpy==5.0.*"}, environment),
                 "pip cannot reach its package index; expected a network, or PIP_INDEX_URL and a "
                 "proxy as pip wants them");
}

TEST_F(Hosts, SaysThatThereIsNoPython) {
  auto environment = machine();
  environment["PATH"] = folder_.string();
  expect_failure(run({"hosts", "add", "bpy==5.0.*"}, environment),
                 "no Python is on this machine; expected one of python3.10 to python3.14 on PATH");
}

TEST_F(Hosts, NamesThePackageOfDebianForEnvironments) {
  const std::string python = (folder_ / "bin/python3.12").string();
  write("bin/python3.12",
        "#!/bin/sh\ncase \"$*\" in *venv*) echo 'The virtual environment was not "
        "created successfully because ensurepip is not available.'; exit 1;; esac\n"
        "printf '%s\\n' " +
            python + " CPython 3.12.3\n");
  fs::permissions(python, fs::perms::owner_all);
  auto environment = machine();
  environment["PATH"] = (folder_ / "bin").string();
  expect_failure(run({"hosts", "add", "bpy==5.0.*"}, environment),
                 python +
                     " cannot make virtual environments with pip; expected Debian's package "
                     "python3.12-venv");
}

TEST_F(Hosts, NamesTheLibrariesThatAnImportMisses) {
  make_wheel("5.0.1", "py3",
             "raise ImportError('libXi.so.6: cannot open shared object file: No such file')");
  expect_failure(hosts({"add", "bpy==5.0.*"}),
                 "bpy 5.0.1: it cannot be imported without libXi.so.6 (Debian: libxi6); expected "
                 "these libraries on this machine");
}

TEST_F(Hosts, LeavesNothingOfOneThatCannotBeImported) {
  make_wheel("5.0.1", "py3", "raise ImportError('undefined symbol: _Py_HashPointer')");
  expect_failure(
      hosts({"add", "bpy==5.0.*"}),
      "bpy 5.0.1: it cannot be imported (ImportError: undefined symbol: _Py_HashPointer); "
      "nothing is left of it");
}

TEST_F(Hosts, ImportsItAwayFromTheUsersFolders) {
  make_wheel(
      "5.0.1", "py3",
      "import os; open(os.path.expanduser('~/written'), 'w'); assert 'TOKEN' not in os.environ");
  auto environment = machine();
  environment["TOKEN"] = "secret";
  EXPECT_EQ(run({"hosts", "add", "bpy==5.0.*"}, environment).status, 0);
  EXPECT_FALSE(fs::exists(folder_ / "written"));
  EXPECT_FALSE(fs::exists(place("blender-5.0/home")));
}

TEST_F(Hosts, RemovesOnlyWhatItMade) {
  write("data/afresh/hosts/blender-4.5/x", "");
  write("data/afresh/other/x", "");
  for (const std::string name : {"blender-5.0", "../other", ".", "", "bpy"}) {
    const ProgramResult ran = hosts({"remove", name});
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err,
              "afresh: hosts remove '" + name +
                  "': 'afresh hosts add' made none of that name; expected one that 'afresh "
                  "hosts' lists as its own\n");
  }
  EXPECT_TRUE(fs::exists(folder_ / "data/afresh/other/x"));
  EXPECT_EQ(hosts({"remove", "blender-4.5"}).status, 0);
  EXPECT_THAT(made(), IsEmpty());
}

TEST_F(Hosts, RefusesToWorkWhereAnotherOneDoes) {
  make_wheel("5.0.1");
  write("data/afresh/hosts/blender-4.5/x", "");
  const int held = open(place("").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  ASSERT_EQ(flock(held, LOCK_EX), 0);
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"add", "bpy==5.0.*"}, {"remove", "blender-4.5"}}) {
    const ProgramResult ran = hosts(words);
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr(": another 'afresh hosts' is at work there; expected to be "
                                   "started when that is done\n"));
  }
  close(held);
  EXPECT_THAT(made(), ::testing::ElementsAre("blender-4.5"));
}

/// A file that comes before the deadline.
bool comes(const fs::path& file) {
  for (int i = 0; i < 6000 && !fs::exists(file); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  return fs::exists(file);
}

TEST_F(Hosts, LeavesNothingAfterCtrlC) {
  const fs::path begun = folder_ / "begun";
  make_wheel("5.0.1", "py3", "import time; open('" + begun.string() + "', 'w'); time.sleep(600)");
  std::vector<std::string> variables{"PATH=/usr/bin:/bin"};
  for (const auto& [name, value] : machine()) variables.push_back(name + "=" + value);
  const pid_t child = fork();
  if (child == 0) {
    std::vector<char*> environment;
    for (std::string& each : variables) environment.push_back(each.data());
    environment.push_back(nullptr);
    const int quiet = open((folder_ / "said").c_str(), O_WRONLY | O_CREAT, 0600);
    dup2(quiet, STDERR_FILENO);
    execle(AFRESH_PROGRAM, "afresh", "hosts", "add", "bpy==5.0.*", nullptr, environment.data());
    _exit(127);
  }
  EXPECT_TRUE(comes(begun));
  EXPECT_THAT(made(), ::testing::ElementsAre(".draft"));
  kill(child, SIGINT);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 130);
  EXPECT_THAT(read("said"), HasSubstr("stopped before it was done; nothing is left of it\n"));
  EXPECT_THAT(made(), IsEmpty());
}

TEST_F(Hosts, TellsOfABrokenOneAndRefusesToRunInIt) {
  write("data/afresh/hosts/blender-5.0/lib/python3.11/site-packages/bpy-5.0.1.dist-info/METADATA",
        "Name: bpy\nVersion: 5.0.1\n");
  const std::string why = "the package " +
                          place("blender-5.0/lib/python3.11/site-packages/bpy").string() +
                          " is not there";
  EXPECT_THAT(hosts({}).out, HasSubstr("bpy 5.0.1 · Python 3.11 · cannot be used: " + why));
  write("script.py", "");
  const ProgramResult ran = run({"exec", "--host", "blender-5.0", "script.py"}, machine());
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.err, "afresh: --host blender-5.0: " + place("blender-5.0").string() +
                         " cannot be used: " + why + "; expected one that works\n");
}

TEST_F(Hosts, RunTheCasesThatSaySomethingOfThem) {
  const std::string place = "data/afresh/hosts/blender-5.0/";
  write(place + "lib/python3.11/site-packages/bpy/__init__.py", "");
  write(place + "lib/python3.11/site-packages/bpy-5.0.1.dist-info/METADATA", "Version: 5.0.1\n");
  write(place + "bin/python", "#!/bin/sh\n");
  fs::permissions(folder_ / place / "bin/python", fs::perms::owner_all);
  write("old.case",
        "addon: demo\nhost: blender-4.5\nsteps:\n  enable demo\n  reload demo\n\n-- 1/demo.py --\n"
        "def register(): pass\ndef unregister(): pass\n");
  const auto error = [&](const std::vector<std::string>& words) {
    const ProgramResult ran = run(words, machine());
    EXPECT_EQ(ran.status, 2) << ran.out;
    return ran.err;
  };
  for (const std::string name : {"one_file", "old.case"})
    EXPECT_EQ(error({"compare", "--host", "blender-5.0", "--case", name}),
              "afresh: no case is for the host blender-5.0; expected cases that are, or another "
              "--host\n");
  EXPECT_EQ(error({"replay", "one_file", "--host", "blender"}),
            "afresh: one_file: it is for the host 'plain' and says nothing of 'blender-5.0'; "
            "expected a case for that one\n");
  constexpr const char* kElsewhere =
      "afresh: a case is for the host blender-4.5: Blender 4.5 is not on this machine (there is ";
  EXPECT_THAT(error({"replay", "old.case"}), StartsWith(kElsewhere));
  EXPECT_THAT(error({"compare", "--case", "old.case"}), StartsWith(kElsewhere));
}

TEST_F(Hosts, AreFoundWhereAVariableSays) {
  auto environment = machine();
  environment["AFRESH_HOSTS"] = (folder_ / "nothing").string();
  EXPECT_THAT(run({"hosts"}, environment).out,
              HasSubstr("cannot be used: no virtual environment or Blender is there\n"));
  environment["AFRESH_HOSTS"] = "none";
  EXPECT_THAT(run({"hosts"}, environment).out, Not(HasSubstr("blender-")));
}

}  // namespace
}  // namespace afresh::testing

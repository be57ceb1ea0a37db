// A repository whose own settings name programs, or that never answers: git is asked all the same,
// and nothing that the repository names is run. SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "tests/addon/git_repository.hpp"

namespace fs = std::filesystem;

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

/// A repository with the package `demo` in two versions, of tags v1 and v2, and a program that says
/// that it was run.
class Hostile : protected GitRepository {
 protected:
  Hostile() {
    git({"init", "-q"});
    folder.write("demo/__init__.py", "one\n");
    folder.write("demo/.gitattributes", "* filter=evil diff=evil merge=evil\n");
    commit("v1");
    folder.write("demo/__init__.py", "two\n");
    commit("v2");
    program_ = folder.write("evil", "#!/bin/sh\necho run >> " + folder.path("RUN") + "\nexit 1\n");
    fs::permissions(program_, fs::perms::owner_all);
  }

  [[nodiscard]] bool was_run() const { return fs::exists(folder.path("RUN")); }
  /// `%` stands for the program.
  [[nodiscard]] std::string with_program(std::string text) const {
    for (std::size_t at = text.find('%'); at != std::string::npos; at = text.find('%'))
      text.replace(at, 1, program_);
    return text;
  }
  void set(const std::string& key, const std::string& value) const {
    git({"config", "--add", key, with_program(value)});
  }
  /// Whatever git may fetch, it would have to fetch.
  void miss_objects() const {
    lose("demo/__init__.py");
    set("core.repositoryformatversion", "1");
    set("extensions.partialClone", "origin");
    set("remote.origin.promisor", "true");
  }
  /// What is said of a revision, or its text.
  [[nodiscard]] std::string init_at(const std::string& revision,
                                    const Patience& patience = {}) const {
    auto demo = at("demo", revision, patience);
    return demo ? demo->files.at("demo/__init__.py") : demo.error().message;
  }
  void expect_only_read() const {
    EXPECT_EQ(init_at("v1"), "one\n");
    const std::string second = init_at("HEAD");
    EXPECT_TRUE(second == "two\n" || second.find("nothing is fetched") != std::string::npos)
        << second;
    EXPECT_FALSE(was_run());
  }

  std::string program_;
};

class HostileGit : public ::testing::Test, protected Hostile {};

/// Keys that name programs, or files that are never at an end, or another place.
const std::vector<std::pair<std::string, std::string>> kSettings{
    {"core.sshCommand", "%"},
    {"core.gitProxy", "%"},
    {"credential.helper", "!%"},
    {"core.askPass", "%"},
    {"remote.origin.vcs", "ext::%"},
    {"remote.origin.uploadpack", "%"},
    {"uploadpack.packObjectsHook", "%"},
    {"core.alternateRefsCommand", "%"},
    {"core.fsmonitor", "%"},
    {"core.pager", "%"},
    {"pager.cat-file", "%"},
    {"core.editor", "%"},
    {"sequence.editor", "%"},
    {"diff.external", "%"},
    {"diff.evil.command", "%"},
    {"diff.evil.textconv", "%"},
    {"merge.evil.driver", "%"},
    {"filter.evil.clean", "%"},
    {"filter.evil.smudge", "%"},
    {"filter.evil.process", "%"},
    {"gpg.program", "%"},
    {"gpg.ssh.allowedSignersFile", "%"},
    {"core.hooksPath", "hooks"},
    {"alias.rev-parse", "!%"},
    {"alias.ls-tree", "!%"},
    {"core.worktree", "/"},
    {"core.bare", "true"},
    {"core.attributesFile", "/dev/zero"},
    {"core.excludesFile", "/dev/zero"},
    {"include.path", "/dev/zero"},
    {"extensions.worktreeConfig", "true"}};

TEST_F(HostileGit, RunsNothingThatASettingNames) {
  set("remote.origin.url", "ssh://host/x");
  miss_objects();
  fs::copy_file(folder.path(".git/config"), folder.path("settings"));
  for (const auto& [key, value] : kSettings) {
    SCOPED_TRACE(key);
    fs::copy_file(folder.path("settings"), folder.path(".git/config"),
                  fs::copy_options::overwrite_existing);
    set(key, value);
    expect_only_read();
  }
}

// The test above could not fail if nothing were ever run.
TEST_F(HostileGit, RunsWhatItsSettingsNameWhereItIsAskedAsUsual) {
  set("core.sshCommand", "%");
  set("remote.origin.url", "ssh://host/x");
  miss_objects();
  EXPECT_FALSE(run("git", {"-C", folder.path(), "-c", "safe.directory=*", "cat-file", "-p",
                           "HEAD:demo/__init__.py"})
                   .has_succeeded());
  EXPECT_TRUE(was_run());
}

TEST_F(HostileGit, DoesNotFetchByAHelperThatAnAddressNames) {
  set("protocol.allow", "always");
  set("protocol.ext.allow", "always");
  set("remote.origin.url", "ext::%");
  miss_objects();
  expect_only_read();
}

TEST_F(HostileGit, DoesNotSeeIncludedSettings) {
  folder.write("more", with_program("[core]\n\tsshCommand = %\n\tfsmonitor = %\n"));
  set("include.path", folder.path("more"));
  set("includeIf.gitdir:/.path", folder.path("more"));
  set("remote.origin.url", "ssh://host/x");
  miss_objects();
  expect_only_read();
}

TEST_F(HostileGit, DoesNotSeeTheUsersSettingsEither) {
  const std::string settings =
      folder.write("home/.gitconfig", with_program("[core]\n\tsshCommand = %\n\tfsmonitor = %\n"
                                                   "\tpager = %\n[alias]\n\tx = !%\n"));
  set("remote.origin.url", "ssh://host/x");
  miss_objects();
  const std::vector<std::pair<const char*, std::string>> variables{
      {"GIT_SSH_COMMAND", program_},
      {"GIT_SSH", program_},
      {"GIT_PAGER", program_},
      {"GIT_ASKPASS", program_},
      {"GIT_EXTERNAL_DIFF", program_},
      {"GIT_PROXY_COMMAND", program_},
      {"GIT_CONFIG_GLOBAL", settings},
      {"GIT_CONFIG_SYSTEM", settings},
      {"GIT_CONFIG_COUNT", "1"},
      {"GIT_CONFIG_KEY_0", "core.fsmonitor"},
      {"GIT_CONFIG_VALUE_0", program_},
      {"GIT_CONFIG_PARAMETERS", "'core.fsmonitor=" + program_ + "'"},
      {"GIT_DIR", "/nowhere"},
      {"GIT_WORK_TREE", "/"},
      {"GIT_OBJECT_DIRECTORY", "/nowhere"},
      {"GIT_INDEX_FILE", "/dev/zero"},
      {"GIT_EXEC_PATH", folder.path()},
      {"GIT_TRACE", folder.path("RUN")}};
  for (const auto& [name, value] : variables) setenv(name, value.c_str(), 1);
  expect_only_read();
  for (const auto& [name, value] : variables) unsetenv(name);
}

TEST_F(HostileGit, RunsNoHook) {
  for (const char* hook : {"post-index-change", "reference-transaction", "post-checkout",
                           "pre-auto-gc", "fsmonitor-watchman"}) {
    const std::string name = std::string(".git/hooks/") + hook;
    fs::copy_file(program_, folder.path(name), fs::copy_options::overwrite_existing);
  }
  expect_only_read();
}

TEST_F(HostileGit, IsNotTheProgramThatLiesBesideTheAddon) {
  fs::copy_file(program_, folder.path("demo/git"));
  const fs::path before = fs::current_path();
  const std::string path = std::getenv("PATH");
  fs::current_path(folder.path("demo"));
  setenv("PATH", (".::" + path).c_str(), 1);
  expect_only_read();
  setenv("PATH", path.c_str(), 1);
  fs::current_path(before);
}

TEST_F(HostileGit, IsNotWaitedForLongerThanItsDeadline) {
  using namespace std::chrono_literals;
  struct Trap {
    std::string name;
    std::string revision;
  };
  const std::string object = git({"rev-parse", "HEAD:demo"});
  for (const Trap& trap :
       {Trap{".git/refs/tags/trap", "trap"}, Trap{".git/config", "v1"},
        Trap{".git/objects/" + object.substr(0, 2) + "/" + object.substr(2), "v2"}}) {
    fs::remove(folder.path(trap.name));
    ASSERT_EQ(mkfifo(folder.path(trap.name).c_str(), 0600), 0);
    EXPECT_EQ(init_at(trap.revision, {.deadline = 200ms}),
              "--since: git did not answer about " + folder.path() +
                  " within 0.2 s; expected a repository that can be read");
    fs::remove(folder.path(trap.name));
  }
}

TEST_F(HostileGit, IsNotWaitedForWhereItsOwnFilesAreTraps) {
  for (const char* name : {".git/commondir", ".git/HEAD"}) {
    fs::remove(folder.path(name));
    ASSERT_EQ(mkfifo(folder.path(name).c_str(), 0600), 0);
    const std::string told = init_at("v1");
    EXPECT_TRUE(told == "one\n" || told.find("is in no git repository") != std::string::npos)
        << told;
  }
}

TEST(ProgramOutput, GivesWhatAProgramPrintsOfWhatItIsTold) {
  const std::string much(1 << 20, 'x');
  EXPECT_EQ(run("cat", {}, much).text, much);
  EXPECT_EQ(run("sh", {"-c", "exit 3"}).status, 3);
  EXPECT_EQ(run("sh", {"-c", "kill -9 $$"}).ending, ProgramOutput::Ending::kSignal);
  EXPECT_FALSE(program_on_path("no-such-program"));
}

TEST(ProgramOutput, HasNoEnvironmentBesidesWhatItIsGiven) {
  ProgramCall call{.program = *program_on_path("env"),
                   .arguments = {},
                   .environment = {"ONLY=this"},
                   .input = {},
                   .max_output_bytes = 4096,
                   .patience = {}};
  EXPECT_EQ(run_program(call).text, "ONLY=this\n");
}

TEST(ProgramOutput, EndsWithAllOfItsGroup) {
  // It and its child would both go on for an hour, and the child holds the output open.
  ProgramCall call{.program = *program_on_path("sh"),
                   .arguments = {"-c", "sleep 3600 & echo $!; wait"},
                   .environment = {"PATH=/usr/bin:/bin"},
                   .input = {},
                   .max_output_bytes = 4096,
                   .patience = {.deadline = std::chrono::milliseconds(300)}};
  ProgramOutput output = run_program(call);
  EXPECT_EQ(output.ending, ProgramOutput::Ending::kDeadline);
  const pid_t child = std::stoi(output.text);
  // Killed; nobody but the first process of the machine is left to take note of it.
  bool is_gone = false;
  for (int i = 0; i < 5000 && !is_gone; ++i) {
    is_gone = kill(child, 0) != 0 ||
              run("ps", {"-o", "stat=", "-p", std::to_string(child)}).text.starts_with("Z");
  }
  EXPECT_TRUE(is_gone);
}

TEST(ProgramOutput, IsCutShortWhereItIsTooMuch) {
  ProgramCall call{.program = *program_on_path("yes"),
                   .arguments = {},
                   .environment = {},
                   .input = {},
                   .max_output_bytes = 100'000,
                   .patience = {}};
  EXPECT_EQ(run_program(call).ending, ProgramOutput::Ending::kTooMuch);
}

}  // namespace
}  // namespace afresh::testing

// SPDX-License-Identifier: MIT
#include "harness/cli/exec_in_blender.hpp"

#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "harness/cli/embedded/templates.hpp"
#include "harness/cli/run.hpp"

namespace fs = std::filesystem;

namespace afresh::cli {
namespace {

/// Goes with all that Blender wrote into it.
class PrivateFolder {
 public:
  PrivateFolder() : path_((fs::temp_directory_path() / "afresh.XXXXXX").string()) {
    if (mkdtemp(path_.data()) == nullptr)
      throw std::system_error(errno, std::generic_category(), "making " + path_);
  }
  ~PrivateFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// The user's variables, but for those that say where somebody's files are.
std::vector<std::string> environment_with(const std::string& folder) {
  std::vector<std::string> variables{"PYTHONDONTWRITEBYTECODE=1"};
  for (const char* name : {"HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                           "BLENDER_USER_RESOURCES"})
    variables.push_back(fmt::format("{}={}", name, folder));
  constexpr std::array<std::string_view, 7> kReplaced{
      "HOME=",          "TMPDIR=",  "XDG_CACHE_HOME=", "XDG_CONFIG_HOME=",
      "XDG_DATA_HOME=", "BLENDER_", "PYTHON"};
  for (char** each = environ; *each != nullptr; ++each) {
    const std::string_view variable = *each;
    const bool is_replaced = std::ranges::any_of(
        kReplaced, [&](std::string_view name) { return variable.starts_with(name); });
    if (!is_replaced) variables.emplace_back(variable);
  }
  return variables;
}

std::vector<std::string> command_line(const Installation& blender) {
  const std::string play(embedded::templates::exec_in_blender_py.text);
  if (blender.kind == Installation::Kind::kModule)
    return {blender.program, "-I", "-B", "-c", play, "--"};
  return {blender.program, "-b", "--factory-startup", "-noaudio", "--python-expr", play, "--"};
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// While one waits for a child on the same terminal, Ctrl-C is the child's business.
class PatientWait {
 public:
  PatientWait() { std::signal(SIGINT, SIG_IGN); }
  ~PatientWait() { std::signal(SIGINT, SIG_DFL); }
  PatientWait(const PatientWait&) = delete;
  PatientWait& operator=(const PatientWait&) = delete;
};

int run_and_wait(std::vector<std::string> words, std::vector<std::string> variables) {
  const std::vector<char*> arguments = pointers_to(words);
  const std::vector<char*> environment = pointers_to(variables);
  constexpr int kCannotBeStarted = 127;
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "starting Blender");
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() == parent) execve(arguments[0], arguments.data(), environment.data());
    _exit(kCannotBeStarted);
  }
  const PatientWait patience;
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : status_after(WTERMSIG(status));
}

}  // namespace

Result<int> exec_in_blender(const Installation& blender, const std::string& script,
                            const std::vector<std::string>& arguments) {
  std::error_code ignored;
  if (!std::ifstream(script) || fs::is_directory(script, ignored))
    return Error{script + ": cannot be read; expected a Python script"};
  const PrivateFolder folder;
  std::vector<std::string> words = command_line(blender);
  words.push_back(script);
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run_and_wait(std::move(words), environment_with(folder.path()));
}

}  // namespace afresh::cli

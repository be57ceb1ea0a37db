// SPDX-License-Identifier: MIT
#include "harness/worker/launch.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <system_error>

namespace fs = std::filesystem;

namespace afresh::worker {
namespace {

// Loads the module by its file, so that no folder is searched and remembered for it. One
// expression, so that nothing of it is left in `__main__`.
constexpr const char* kLoadModule =
    "__import__('_imp').create_dynamic(__import__('_frozen_importlib').ModuleSpec('_afresh', None, "
    "origin=__import__('sys').argv[__import__('sys').argv.index('--') + 1]))"
    ".run(__import__('sys').argv[__import__('sys').argv.index('--') + 2:])";

/// A file that is installed beside the program, or where the build made it.
std::string installed_file(const char* name, const char* built) {
  std::error_code ignored;
  fs::path beside = fs::read_symlink("/proc/self/exe", ignored).parent_path() / name;
  return fs::exists(beside, ignored) ? beside.string() : std::string(built);
}
std::string module_file() { return installed_file("_afresh.abi3.so", AFRESH_MODULE); }
std::string clock_file() { return installed_file("afresh_clock.so", AFRESH_CLOCK); }

std::vector<std::string> command_for(const char* role, const WorkerOptions& options) {
  if (options.program.empty()) return {"afresh", role};
  // Neither site packages nor the environment of the user, as the embedded one is configured.
  std::vector<std::string> command{options.program, "-S", "-s", "-X", "utf8", "-c", kLoadModule};
  if (options.is_application)
    command = {options.program, "-b",       "--factory-startup", "--python-use-system-env",
               "--python-expr", kLoadModule};
  for (const std::string& each : {std::string("--"), module_file(), std::string(role)})
    command.push_back(each);
  return command;
}

void set_launch_variables(const WorkerOptions& options) {
  setenv("PYTHONHASHSEED", std::to_string(options.hash_seed).c_str(), 1);
  setenv("PYTHONSAFEPATH", "1", 1);
  if (!options.is_aged) return;
  setenv(kClockVariable, std::to_string(kClockOfTheAged).c_str(), 1);
  setenv("LD_PRELOAD", clock_file().c_str(), 1);
}

}  // namespace

void launch(const char* role, const WorkerOptions& options, const WorkerEnvironment& environment) {
  std::vector<std::string> words = command_for(role, options);
  for (std::string& word : encode_options(options)) words.push_back(std::move(word));
  words.emplace_back(kEnvironmentFollows);
  for (std::string& word : encode_environment(environment)) words.push_back(std::move(word));
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  // A worker goes on writing to it; a trial must not have it.
  const bool is_worker = std::string_view(role) == kWorkerRole;
  if (is_worker && environment.last_pid >= 0) fcntl(environment.last_pid, F_SETFD, 0);
  if (options.program.empty()) {
    execv("/proc/self/exe", arguments.data());
  } else {
    set_launch_variables(options);
    execv(options.program.c_str(), arguments.data());
  }
}

std::vector<std::string> folders_needed(const WorkerOptions& options) {
  std::vector<std::string> folders;
  std::istringstream path(options.path);
  for (std::string folder; std::getline(path, folder, ':');) folders.push_back(folder);
  if (options.program.empty()) return folders;
  folders.push_back(fs::path(module_file()).parent_path());
  folders.push_back(fs::path(clock_file()).parent_path());
  // `ENVIRONMENT/bin/python`: with what lies beside it.
  folders.push_back(fs::path(options.program).parent_path().parent_path());
  return folders;
}

}  // namespace afresh::worker

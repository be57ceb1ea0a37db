// SPDX-License-Identifier: MIT
#include "tests/cli/program.hpp"

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <span>
#include <sstream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace afresh::testing {
namespace {

std::string contents(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

ssize_t read_some(int descriptor, std::span<char> buffer) {
  return ::read(descriptor, buffer.data(), buffer.size());
}

fs::path new_folder() {
  std::string path = (fs::temp_directory_path() / "test_cli.XXXXXX").string();
  if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("no folder like " + path);
  return path;
}

void redirect(const fs::path& file, int descriptor) {
  int fd = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  dup2(fd, descriptor);
  close(fd);
}

}  // namespace

Program::Program() : folder_(new_folder()), outputs_(new_folder()) {}

Program::~Program() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
  fs::remove_all(outputs_, ignored);
}

void Program::become(const std::string& program, const std::vector<std::string>& arguments,
                     const std::map<std::string, std::string>& environment) const {
  std::vector<std::string> words{fs::path(program).filename()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  // A report that is kept for `why` is this test's alone, and no Blender of this machine is its.
  std::map<std::string, std::string> all{{"PATH", "/usr/bin:/bin"},
                                         {"LANG", "C.UTF-8"},
                                         {"AFRESH_HOSTS", "none"},
                                         {"XDG_STATE_HOME", (outputs_ / "state").string()}};
  for (const auto& [name, value] : environment) all[name] = value;
  std::vector<std::string> variables;
  // What CPython itself keeps to its end is no leak of the program's.
  if (const char* suppressed = std::getenv("LSAN_OPTIONS"))
    variables.push_back(std::string("LSAN_OPTIONS=") + suppressed);
  for (const auto& [name, value] : all) variables.push_back(name + "=" + value);
  std::vector<char*> argv = pointers_to(words);
  std::vector<char*> envp = pointers_to(variables);
  if (chdir(folder_.c_str()) == 0) execve(program.c_str(), argv.data(), envp.data());
  _exit(127);
}

ProgramResult Program::run(const std::vector<std::string>& arguments,
                           const std::map<std::string, std::string>& environment) {
  return run_program(AFRESH_PROGRAM, arguments, environment);
}

ProgramResult Program::run_other(const std::string& program,
                                 const std::vector<std::string>& arguments) {
  return run_program(program, arguments, {});
}

ProgramResult Program::run_program(const std::string& program,
                                   const std::vector<std::string>& arguments,
                                   const std::map<std::string, std::string>& environment) {
  fs::path out = outputs_ / "out";
  fs::path err = outputs_ / "err";
  pid_t child = fork();
  if (child == 0) {
    redirect(out, STDOUT_FILENO);
    redirect(err, STDERR_FILENO);
    become(program, arguments, environment);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return {.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          .out = contents(out),
          .err = contents(err)};
}

std::string Program::run_on_terminal(const std::vector<std::string>& arguments,
                                     const std::map<std::string, std::string>& environment) {
  int terminal = -1;
  winsize size{.ws_row = 50, .ws_col = 100, .ws_xpixel = 0, .ws_ypixel = 0};
  pid_t child = forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) become(AFRESH_PROGRAM, arguments, environment);
  std::string shown;
  std::array<char, 4096> buffer{};
  // The end of the last process on a terminal reads as an error.
  for (ssize_t length = 0; (length = read_some(terminal, buffer)) > 0;)
    shown.append(buffer.data(), static_cast<std::size_t>(length));
  close(terminal);
  waitpid(child, nullptr, 0);
  return shown;
}

Json Program::compare_report(std::vector<std::string> arguments,
                             const std::map<std::string, std::string>& environment) {
  arguments.insert(arguments.begin(), "compare");
  arguments.insert(arguments.end(), {"--json", "report.json"});
  ProgramResult ran = run(arguments, environment);
  if (ran.status != 0)
    throw std::runtime_error("status " + std::to_string(ran.status) + ": " + ran.err);
  return Json::parse(read("report.json"));
}

Json Program::compare_records(std::vector<std::string> arguments,
                              const std::map<std::string, std::string>& environment) {
  return compare_report(std::move(arguments), environment)["records"];
}

std::string Program::write(const std::string& name, std::string_view content) {
  fs::create_directories((folder_ / name).parent_path());
  std::ofstream(folder_ / name, std::ios::binary) << content;
  return name;
}

std::string Program::read(const std::string& name) const { return contents(folder_ / name); }

std::vector<std::string> Program::files() const {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_))
    names.push_back(entry.path().filename());
  std::ranges::sort(names);
  return names;
}

bool may_close_the_network() {
  return std::system("unshare -n true 2>/dev/null || unshare -Un true 2>/dev/null") == 0;
}

std::string shipped_source(const std::string& file) {
  return contents(fs::path(AFRESH_SOURCE_DIR) / "harness/strategies" / file);
}

}  // namespace afresh::testing

// SPDX-License-Identifier: MIT
#include "harness/installations/find_python.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstddef>

#include "harness/installations/host_version.hpp"
#include "harness/programs/program_output.hpp"

namespace fs = std::filesystem;

namespace afresh {
namespace {

constexpr std::chrono::seconds kDeadline{10};
constexpr std::size_t kMaxAnswerBytes = 4096;

/// Where it really is, as a shim of pyenv is only a script, and what it is.
constexpr const char* kQuestion =
    "import platform, sys\n"
    "print(sys.executable, platform.python_implementation(), platform.python_version(), sep='\\n')";

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    lines.emplace_back(line);
  }
  return lines;
}

std::optional<PythonProgram> ask_python(const fs::path& program, const Surroundings& surroundings) {
  if (access(program.c_str(), X_OK) != 0) return {};
  const ProgramOutput output = run_program({.program = program,
                                            .arguments = {"-I", "-S", "-c", kQuestion},
                                            .environment = plain_environment(surroundings),
                                            .max_output_bytes = kMaxAnswerBytes,
                                            .patience = {.deadline = kDeadline}});
  const std::vector<std::string> answer = lines_of(output.text);
  if (!output.has_succeeded() || answer.size() != 3 || answer[1] != "CPython") return {};
  return PythonProgram{.program = answer[0], .version = answer[2]};
}

/// In the order in which they are tried.
std::vector<fs::path> candidates(std::string_view version, const Surroundings& surroundings) {
  const std::string name = "python" + std::string(version);
  std::vector<fs::path> programs;
  for (const fs::path& folder : surroundings.program_folders) programs.push_back(folder / name);
  std::vector<fs::path> folders;
  std::error_code error;
  for (fs::directory_iterator at(surroundings.pyenv_versions, error), end; !error && at != end;
       at.increment(error))
    folders.push_back(at->path());
  std::ranges::sort(folders, std::ranges::greater{}, [](const fs::path& folder) {
    return version_numbers(folder.filename().string());
  });
  for (const fs::path& folder : folders) programs.push_back(folder / "bin" / name);
  return programs;
}

}  // namespace

std::optional<PythonProgram> find_python(std::string_view version,
                                         const Surroundings& surroundings) {
  for (const fs::path& program : candidates(version, surroundings)) {
    auto found = ask_python(program, surroundings);
    if (found && minor_version(found->version) == version) return found;
  }
  return {};
}

std::vector<PythonProgram> find_pythons(const Surroundings& surroundings) {
  std::vector<PythonProgram> found;
  for (std::string_view version : kPythonVersions) {
    if (auto python = find_python(version, surroundings)) found.push_back(std::move(*python));
  }
  return found;
}

}  // namespace afresh

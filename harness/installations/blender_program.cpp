// SPDX-License-Identifier: MIT
#include "harness/installations/blender_program.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "harness/installations/host_version.hpp"
#include "harness/programs/program_output.hpp"

namespace fs = std::filesystem;

namespace afresh {
namespace {

constexpr std::chrono::seconds kDeadline{20};
constexpr std::size_t kMaxAnswerBytes = std::size_t{1} << 16;

/// `4.2.0` of a line `Blender 4.2.0 LTS`, which may follow warnings.
std::string parse_version(std::string_view answer) {
  constexpr std::string_view kName = "Blender ";
  while (!answer.empty()) {
    std::string_view line = answer.substr(0, answer.find('\n'));
    answer.remove_prefix(std::min(line.size() + 1, answer.size()));
    if (!line.starts_with(kName)) continue;
    line.remove_prefix(kName.size());
    line = line.substr(0, line.find_first_of(" \r"));
    if (version_numbers(line).size() >= 2) return std::string(line);
  }
  return {};
}

/// The builds of blender.org have their Python beside them, in a folder of Blender's version.
std::string bundled_python(const fs::path& program, const std::string& version) {
  constexpr std::string_view kPython = "python";
  std::error_code error;
  const fs::path place = fs::canonical(program, error).parent_path();
  const fs::path libraries = place / minor_version(version) / "python/lib";
  for (fs::directory_iterator at(libraries, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename();
    if (name.starts_with("python3.")) return name.substr(kPython.size());
  }
  return {};
}

}  // namespace

Installation ask_blender(const fs::path& program, const Surroundings& surroundings) {
  Installation found{
      .kind = Installation::Kind::kApplication, .folder = program, .program = program};
  const ProgramOutput output = run_program({.program = program,
                                            .arguments = {"--version"},
                                            .environment = plain_environment(surroundings),
                                            .max_output_bytes = kMaxAnswerBytes,
                                            .max_memory_bytes = 0,
                                            .patience = {.deadline = kDeadline}});
  if (output.has_succeeded()) found.version = parse_version(output.text);
  if (found.version.empty()) {
    found.problem = "it does not say which version it is when asked with --version";
    return found;
  }
  found.host = host_of_version(found.version);
  found.python = bundled_python(program, found.version);
  return found;
}

}  // namespace afresh

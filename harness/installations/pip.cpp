// SPDX-License-Identifier: MIT
#include "harness/installations/pip.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

#include "harness/installations/host_version.hpp"
#include "harness/installations/missing_libraries.hpp"

namespace fs = std::filesystem;

namespace afresh {
namespace {

constexpr std::size_t kMaxAnswerBytes = std::size_t{4} << 20;
constexpr std::chrono::minutes kForAnEnvironment{5};
constexpr std::chrono::minutes kForAQuestion{5};
constexpr std::chrono::hours kForADownload{12};
constexpr std::chrono::minutes kForAnImport{5};

/// The user's own, in which pip finds its settings and the way out; without what leads a Python
/// elsewhere.
std::vector<std::string> users_environment() {
  std::vector<std::string> variables{"PIP_NO_INPUT=1", "PIP_DISABLE_PIP_VERSION_CHECK=1"};
  for (char** each = environ; *each != nullptr; ++each) {
    const std::string variable = *each;
    // A user's target or prefix would take the package out of its environment.
    constexpr std::array kLeftOut{"PYTHON",
                                  "VIRTUAL_ENV=",
                                  "PIP_TARGET=",
                                  "PIP_PREFIX=",
                                  "PIP_ROOT=",
                                  "PIP_USER=",
                                  "PIP_NO_INPUT=",
                                  "PIP_DISABLE_PIP_VERSION_CHECK=",
                                  "PIP_REQUIRE_VIRTUALENV="};
    const bool is_left_out = std::ranges::any_of(
        kLeftOut, [&](const char* beginning) { return variable.starts_with(beginning); });
    if (!is_left_out) variables.push_back(variable);
  }
  return variables;
}

fs::path python_of(const fs::path& environment) { return environment / "bin/python"; }

std::string last_line(std::string_view text) {
  const std::size_t end = text.find_last_not_of(" \r\n");
  if (end == std::string_view::npos) return "it says nothing";
  text = text.substr(0, end + 1);
  const std::size_t line = text.rfind('\n');
  return std::string(line == std::string_view::npos ? text : text.substr(line + 1));
}

/// Why a program did not do what it should, where it is no matter of what it says.
std::optional<Error> cut_short(const ProgramOutput& output, std::string_view what) {
  switch (output.ending) {
    case ProgramOutput::Ending::kStopped: return Error{fmt::format("{}: {}", what, kStopped)};
    case ProgramOutput::Ending::kDeadline:
      return Error{fmt::format("{}: it does not end; expected an answer within minutes", what)};
    case ProgramOutput::Ending::kSignal:
    case ProgramOutput::Ending::kTooMuch:
      return Error{fmt::format("{}: its Python ended without an answer", what)};
    default: return {};
  }
}

/// Whether pip says, in as many words as it has, that some place did not answer: a place that has
/// no such package does answer, with status 404.
bool says_no_network(std::string_view text) {
  constexpr std::array kWords{"Could not fetch URL", "connection broken by", "Failed to connect",
                              "Max retries exceeded"};
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const bool is_trouble = std::ranges::any_of(
        kWords, [&](const char* words) { return line.find(words) != std::string_view::npos; });
    if (is_trouble && line.find("404 Client Error") == std::string_view::npos) return true;
  }
  return false;
}

/// Of a line `Available versions: 5.0.1, 5.0.0`.
std::vector<std::string> parse_versions(std::string_view text) {
  constexpr std::string_view kHead = "Available versions:";
  const std::size_t at = text.find(kHead);
  if (at == std::string_view::npos) return {};
  std::string_view rest = text.substr(at + kHead.size());
  rest = rest.substr(0, rest.find('\n'));
  std::vector<std::string> versions;
  while (!rest.empty()) {
    std::string_view word = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    word.remove_prefix(std::min(word.find_first_not_of(' '), word.size()));
    if (!word.empty()) versions.emplace_back(word);
  }
  return versions;
}

/// What all of the package's library misses, as its import tells of the first only.
std::set<std::string> missing_libraries(const fs::path& environment, const ProgramOutput& import,
                                        const Progress& progress) {
  std::set<std::string> missing = parse_missing_libraries(import.text);
  const auto ldd = program_on_path("ldd");
  std::error_code error;
  if (missing.empty() || !ldd) return missing;
  for (fs::recursive_directory_iterator at(environment / "lib", error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().filename() != "__init__.so" || at->path().parent_path().filename() != "bpy")
      continue;
    const ProgramOutput told = run_program({.program = *ldd,
                                            .arguments = {at->path()},
                                            .environment = {"LC_ALL=C", "PATH=/usr/bin:/bin"},
                                            .max_output_bytes = kMaxAnswerBytes,
                                            .patience = {.stop = progress.stop}});
    missing.merge(parse_missing_libraries(told.text));
  }
  return missing;
}

}  // namespace

Result<fs::path> make_environment(const PythonProgram& python, const fs::path& place,
                                  const Progress& progress) {
  const ProgramOutput output =
      run_program({.program = python.program,
                   .arguments = {"-I", "-m", "venv", place},
                   .environment = users_environment(),
                   .max_output_bytes = kMaxAnswerBytes,
                   .keeps_errors = true,
                   .max_memory_bytes = 0,
                   .patience = {.deadline = kForAnEnvironment, .stop = progress.stop}});
  const std::string minor = minor_version(python.version);
  const std::string what =
      fmt::format("making a virtual environment with {}", python.program.string());
  if (auto error = cut_short(output, what)) return *error;
  if (output.has_succeeded()) return place;
  // Debian takes both out of its package of Python: https://bugs.debian.org/847800
  const bool is_debians = output.text.find("ensurepip") != std::string::npos ||
                          output.text.find("No module named venv") != std::string::npos;
  if (is_debians)
    return Error{fmt::format(
        "{} cannot make virtual environments with pip; expected Debian's package python{}-venv",
        python.program.string(), minor)};
  return Error{fmt::format("{}: {}; expected one with pip", what, last_line(output.text))};
}

Result<std::vector<std::string>> list_versions(const fs::path& environment, std::string_view python,
                                               const Progress& progress) {
  const ProgramOutput output =
      run_program({.program = python_of(environment),
                   .arguments = {"-m", "pip", "index", "versions", "-vv", "bpy", "--python-version",
                                 std::string(python)},
                   .environment = users_environment(),
                   .max_output_bytes = kMaxAnswerBytes,
                   .keeps_errors = true,
                   .max_memory_bytes = 0,
                   .patience = {.deadline = kForAQuestion, .stop = progress.stop}});
  if (auto error = cut_short(output, "asking pip for versions of bpy")) return *error;
  if (output.has_succeeded()) return parse_versions(output.text);
  if (says_no_network(output.text))
    return Error{
        "pip cannot reach its package index; expected a network, or PIP_INDEX_URL and a "
        "proxy as pip wants them"};
  if (output.text.find("No matching distribution") != std::string::npos)
    return std::vector<std::string>();
  return Error{fmt::format("asking pip for versions of bpy: {}; expected an answer",
                           last_line(output.text))};
}

std::optional<Error> install_bpy(const fs::path& environment, const std::string& version,
                                 const Progress& progress) {
  const ProgramOutput output =
      run_program({.program = python_of(environment),
                   .arguments = {"-m", "pip", "install", "bpy==" + version},
                   .environment = users_environment(),
                   .max_output_bytes = kMaxAnswerBytes,
                   .shown_on = progress.shown_on,
                   .max_memory_bytes = 0,
                   .patience = {.deadline = kForADownload, .stop = progress.stop}});
  const std::string what = fmt::format("bpy {}", version);
  if (auto error = cut_short(output, what)) return error;
  if (output.has_succeeded()) return {};
  return Error{fmt::format(
      "{}: pip could not install it, for the reason above; nothing is left of it", what)};
}

std::optional<Error> try_bpy(const fs::path& environment, const std::string& version,
                             const Progress& progress) {
  // All that an import writes goes into a folder that is a part of what is made, and then goes.
  const fs::path home = environment / "home";
  std::error_code ignored;
  fs::create_directories(home, ignored);
  const ProgramOutput output = run_program(
      {.program = python_of(environment),
       // To end in order makes some versions crash or hang.
       .arguments = {"-I", "-B", "-c",
                     "import os, sys, bpy; print(bpy.app.version_string); sys.stdout.flush(); "
                     "os._exit(0)"},
       .environment = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=" + home.string(),
                       "TMPDIR=" + home.string(), "XDG_CACHE_HOME=" + home.string(),
                       "XDG_CONFIG_HOME=" + home.string(),
                       "BLENDER_USER_RESOURCES=" + home.string()},
       .max_output_bytes = kMaxAnswerBytes,
       .keeps_errors = true,
       .max_memory_bytes = 0,
       .patience = {.deadline = kForAnImport, .stop = progress.stop}});
  fs::remove_all(home, ignored);
  const std::string what = fmt::format("bpy {}", version);
  if (output.ending == ProgramOutput::Ending::kStopped) return cut_short(output, what);
  if (output.has_succeeded()) return {};
  const std::set<std::string> missing = missing_libraries(environment, output, progress);
  if (!missing.empty())
    return Error{fmt::format(
        "{}: it cannot be imported without {}; expected these libraries on this machine", what,
        libraries_text(missing))};
  if (auto error = cut_short(output, what + ": its import")) return error;
  return Error{fmt::format("{}: it cannot be imported ({}); nothing is left of it", what,
                           last_line(output.text))};
}

}  // namespace afresh

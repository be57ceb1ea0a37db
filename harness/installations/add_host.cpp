// SPDX-License-Identifier: MIT
#include "harness/installations/add_host.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "harness/installations/bpy_module.hpp"
#include "harness/installations/find_python.hpp"
#include "harness/installations/host_version.hpp"
#include "harness/installations/hosts_folder.hpp"
#include "harness/installations/pip.hpp"
#include "harness/installations/requirement.hpp"

namespace fs = std::filesystem;

namespace afresh {
namespace {

/// A version to install, and the Python that it goes with.
struct Choice {
  std::string version;
  std::string python;  ///< `3.11`
};

std::vector<std::string> known_versions() {
  std::vector<std::string> versions;
  for (HostKind host : kHostKinds) {
    if (is_real_blender(host)) versions.emplace_back(version_of_host(host));
  }
  return versions;
}

/// An environment to ask pip in, by the first Python that can make one.
Result<PythonProgram> make_first(const std::vector<PythonProgram>& pythons,
                                 HostsFolder::Draft& draft, const Progress& progress) {
  std::optional<Error> first;
  for (const PythonProgram& python : pythons) {
    auto made = make_environment(python, draft.begin(), progress);
    if (made) return python;
    if (!first || made.error().message.ends_with(kStopped)) first = made.error();
    if (first->message.ends_with(kStopped)) break;
  }
  if (first) return *first;
  return Error{"no Python is on this machine; expected one of python3.10 to python3.14 on PATH"};
}

/// The newest version that is allowed, of all that these Pythons could install.
Result<std::optional<Choice>> newest_for(const std::vector<std::string>& pythons,
                                         const Requirement& requirement, const fs::path& asking,
                                         const Progress& progress) {
  std::optional<Choice> newest;
  for (const std::string& python : pythons) {
    auto versions = list_versions(asking, python, progress);
    if (!versions) return versions.error();
    auto version = newest_allowed(requirement, *versions);
    if (!version) continue;
    if (!newest || version_numbers(newest->version) < version_numbers(*version))
      newest = Choice{.version = std::move(*version), .python = python};
  }
  return newest;
}

/// What to install, or why nothing can be.
Result<Choice> choose(const AddHost& asked, const Requirement& requirement,
                      const std::vector<PythonProgram>& here, const fs::path& asking,
                      const Progress& progress) {
  std::vector<std::string> mine;
  for (const PythonProgram& python : here) mine.push_back(minor_version(python.version));
  auto choice = newest_for(mine, requirement, asking, progress);
  if (!choice) return choice.error();
  if (*choice) return **choice;

  std::vector<std::string> others;
  for (std::string_view python : kPythonVersions) {
    if (std::ranges::find(mine, python) == mine.end()) others.emplace_back(python);
  }
  auto elsewhere = newest_for(others, requirement, asking, progress);
  if (!elsewhere) return elsewhere.error();
  if (*elsewhere)
    return Error{
        fmt::format("bpy {} needs Python {}, which is not on this machine; expected "
                    "python{} on PATH or among pyenv's versions",
                    (*elsewhere)->version, (*elsewhere)->python, (*elsewhere)->python)};
  return Error{
      fmt::format("{}: pip's index has no such version for this machine; expected one of "
                  "Blender {}",
                  asked.requirement, fmt::join(known_versions(), ", "))};
}

/// Whether a version is one to install at all: known, and not there.
std::optional<Error> refuse(const std::string& version, const HostsFolder& folder) {
  const std::optional<HostKind> host = host_of_version(version);
  if (!host)
    return Error{fmt::format("bpy {}: afresh does not know this Blender; expected one of {}",
                             version, fmt::join(known_versions(), ", "))};
  const std::string name(name_of(*host));
  std::error_code ignored;
  if (fs::exists(folder.place_of(name), ignored))
    return Error{fmt::format("{}: {} is there already; 'afresh hosts remove {}' makes room",
                             folder.place_of(name).string(), name, name)};
  return {};
}

/// The same before anybody is asked, where the requirement itself says which one it is.
std::optional<Error> refuse(const Requirement& requirement, const HostsFolder& folder) {
  if (requirement.numbers.size() < 2) return {};
  return refuse(fmt::format("{}.{}", requirement.numbers[0], requirement.numbers[1]), folder);
}

/// Into the environment that the pip was asked in, or into one of the Python that it needs.
std::optional<Error> install(const Choice& choice, const std::vector<PythonProgram>& pythons,
                             const PythonProgram& asked_in, HostsFolder::Draft& draft,
                             const AddHost& asked, const Progress& progress) {
  const auto python = std::ranges::find(pythons, choice.python, [](const PythonProgram& each) {
    return minor_version(each.version);
  });
  asked.tell(fmt::format("installing bpy {} for {}", choice.version, python->program.string()));
  if (python->program != asked_in.program) {
    auto made = make_environment(*python, draft.begin(), progress);
    if (!made) return made.error();
  }
  if (auto error = install_bpy(draft.place(), choice.version, progress)) return error;
  asked.tell("importing it once");
  return try_bpy(draft.place(), choice.version, progress);
}

}  // namespace

Result<Installation> add_host(const AddHost& asked, const Surroundings& surroundings) {
  // 1. What is asked for, before anything is made.
  auto requirement = parse_requirement(asked.requirement);
  if (!requirement) return requirement.error();
  auto folder = HostsFolder::open(surroundings.hosts_folder);
  if (!folder) return folder.error();
  if (auto error = refuse(*requirement, *folder)) return *error;
  const std::vector<PythonProgram> pythons = find_pythons(surroundings);
  const Progress progress{.stop = asked.stop, .shown_on = asked.shown_on};

  // 2. Which version that is, and which Python it needs: only pip's index knows.
  HostsFolder::Draft draft(*folder);
  asked.tell("asking pip which versions there are");
  auto asked_in = make_first(pythons, draft, progress);
  if (!asked_in) return asked_in.error();
  auto choice = choose(asked, *requirement, pythons, draft.place(), progress);
  if (!choice) return choice.error();
  if (auto error = refuse(choice->version, *folder)) return *error;

  // 3. Install it where nobody sees it before it works.
  if (auto error = install(*choice, pythons, *asked_in, draft, asked, progress)) return *error;

  // 4. From here on it is there.
  const fs::path place = folder->place_of(std::string(name_of(*host_of_version(choice->version))));
  if (auto error = draft.publish(place)) return *error;
  auto added = find_bpy_module(place);
  if (!added || !added->is_usable())
    return Error{fmt::format("{}: pip installed bpy {}, but {}", place.string(), choice->version,
                             added ? added->problem : "it is not there")};
  added->is_ours = true;
  return std::move(*added);
}

std::optional<Error> remove_host(const std::string& name, const Surroundings& surroundings) {
  const bool is_name =
      !name.empty() && !name.starts_with('.') && name.find('/') == std::string::npos;
  std::error_code ignored;
  const fs::path place = surroundings.hosts_folder / name;
  if (surroundings.hosts_folder.empty() || !is_name ||
      !fs::exists(fs::symlink_status(place, ignored)))
    return Error{
        fmt::format("hosts remove '{}': 'afresh hosts add' made none of that name; "
                    "expected one that 'afresh hosts' lists as its own",
                    name)};
  auto folder = HostsFolder::open(surroundings.hosts_folder);
  if (!folder) return folder.error();
  return folder->remove(name);
}

}  // namespace afresh

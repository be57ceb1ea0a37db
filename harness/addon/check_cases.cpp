// SPDX-License-Identifier: MIT
#include "harness/addon/check_cases.hpp"

#include <string>
#include <utility>

namespace afresh {
namespace {

using Files = std::map<std::string, std::string>;

/// With what no Python can compile in the module that is always loaded.
Files broken(const AddonFiles& addon) {
  Files files = addon.files;
  const std::string path = addon_path(addon.name);
  auto entry = files.find(path + "/__init__.py");
  if (entry == files.end()) entry = files.find(path + ".py");
  entry->second += "\n)\n";
  return files;
}

void add_version(Case& a_case, const Files& before, const Files& files) {
  Version version{.number = static_cast<int>(a_case.versions.size()) + 1, .changes = {}};
  for (const auto& [path, text] : before) {
    if (!files.contains(path)) version.changes.push_back({.path = path, .content = {}});
  }
  for (const auto& [path, text] : files) {
    auto old = before.find(path);
    if (old == before.end() || old->second != text)
      version.changes.push_back({.path = path, .content = text});
  }
  a_case.versions.push_back(std::move(version));
}

/// The files of each version, of which each is edited to and reloaded up to version `last`.
Case make_case(const std::string& addon, std::string story, const std::vector<Files>& versions,
               int last) {
  Case value{.name = addon, .story = std::move(story), .addons = {addon}};
  Files before;
  for (const Files& files : versions) {
    add_version(value, before, files);
    before = files;
  }
  value.steps.push_back({EnableStep{addon}});
  for (int number = 2; number <= last; ++number) {
    value.steps.push_back({EditStep{addon, number}});
    value.steps.push_back({ReloadStep{addon}});
  }
  value.steps.push_back({DisableStep{addon}});
  return value;
}

}  // namespace

std::vector<Case> check_cases(const AddonFiles& addon) {
  std::vector<Case> cases{
      make_case(addon.name, "All lines of every module moved, twice.", {addon.files}, 3),
      make_case(addon.name, "An edit that cannot load, and its repair.",
                {addon.files, broken(addon), addon.files}, 3)};
  for (Case& each : cases) each.are_edits_shifts = true;
  cases.back().name += "-broken";
  return cases;
}

Case leftover_case(const AddonFiles& addon) {
  Case value{.name = addon.name, .story = "Switched on and off, twice.", .addons = {addon.name}};
  add_version(value, {}, addon.files);
  for (int time = 0; time < 2; ++time) {
    value.steps.push_back({EnableStep{addon.name}});
    value.steps.push_back({DisableStep{addon.name}});
  }
  return value;
}

std::vector<Case> check_cases(const AddonFiles& before, const AddonFiles& after) {
  std::vector<Case> cases{
      make_case(before.name, "From one version to another.", {before.files, after.files}, 2),
      make_case(before.name, "From one version to another by way of one that cannot load.",
                {before.files, broken(after), after.files}, 3)};
  cases.back().name += "-broken";
  return cases;
}

}  // namespace afresh

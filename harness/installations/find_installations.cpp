// SPDX-License-Identifier: MIT
#include "harness/installations/find_installations.hpp"

#include <unistd.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "harness/installations/blender_program.hpp"
#include "harness/installations/bpy_module.hpp"
#include "harness/installations/host_version.hpp"

namespace fs = std::filesystem;

namespace afresh {
namespace {

bool is_program(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored) && access(path.c_str(), X_OK) == 0;
}

/// One place by several names is one installation.
class Search {
 public:
  explicit Search(const Surroundings& surroundings) : surroundings_(surroundings) {}

  void look_into_hosts_folder() {
    std::error_code error;
    std::vector<fs::path> folders;
    for (fs::directory_iterator at(surroundings_.hosts_folder, error), end; !error && at != end;
         at.increment(error)) {
      // What begins with a dot is being made.
      if (!at->path().filename().string().starts_with('.')) folders.push_back(at->path());
    }
    for (const fs::path& folder : folders) {
      if (!is_new(folder)) continue;
      auto module = find_bpy_module(folder);
      if (!module) module = broken(folder, "no package bpy is there");
      module->is_ours = true;
      found_.push_back(std::move(*module));
    }
  }

  /// What a user names is told of even where there is nothing.
  void look_at_named(const fs::path& path) {
    if (!is_new(path)) return;
    const fs::path program = is_program(path) ? path : path / "blender";
    if (is_program(program)) {
      if (program == path || is_new(program)) found_.push_back(ask_blender(program, surroundings_));
    } else if (auto module = find_bpy_module(path)) {
      found_.push_back(std::move(*module));
    } else {
      const bool is_environment = is_virtual_environment(path);
      found_.push_back(broken(path, is_environment ? "no package bpy is there"
                                                   : "no virtual environment or Blender is there"));
    }
  }

  void look_at_active_environment() {
    const fs::path& folder = surroundings_.virtual_environment;
    if (folder.empty()) return;
    auto module = find_bpy_module(folder);
    // Most environments have no Blender, and nobody said that this one has.
    if (module && is_new(folder)) found_.push_back(std::move(*module));
  }

  void look_on_path() {
    for (const fs::path& folder : surroundings_.program_folders) {
      const fs::path program = folder / "blender";
      if (is_program(program) && is_new(program))
        found_.push_back(ask_blender(program, surroundings_));
    }
  }

  std::vector<Installation> take() { return std::move(found_); }

 private:
  bool is_new(const fs::path& path) {
    std::error_code error;
    const fs::path place = fs::weakly_canonical(path, error);
    return seen_.insert(error ? path : place).second;
  }

  static Installation broken(const fs::path& folder, const char* problem) {
    return {.folder = folder, .problem = problem};
  }

  const Surroundings& surroundings_;
  std::set<fs::path> seen_;
  std::vector<Installation> found_;
};

/// Newer ones first, then those that can be used, modules and those of ours.
bool comes_before(const Installation& a, const Installation& b) {
  const auto rank = [](const Installation& each) {
    return std::tuple(!each.is_usable(), each.kind != Installation::Kind::kModule, !each.is_ours);
  };
  const auto newer = version_numbers(b.version) <=> version_numbers(a.version);
  return newer != 0 ? newer < 0 : rank(a) < rank(b);
}

}  // namespace

std::vector<Installation> find_installations(const Surroundings& surroundings) {
  if (surroundings.looks_nowhere) return {};
  Search search(surroundings);
  search.look_into_hosts_folder();
  for (const fs::path& path : surroundings.named) search.look_at_named(path);
  search.look_at_active_environment();
  search.look_on_path();
  std::vector<Installation> found = search.take();
  std::ranges::stable_sort(found, comes_before);
  return found;
}

}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "harness/installations/bpy_module.hpp"

#include <elf.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "harness/installations/host_version.hpp"

namespace fs = std::filesystem;

namespace afresh {
namespace {

/// CPython's stable interface that the worker is built for begins here.
const std::vector<int> kOldestPython{3, 10};

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    entries.push_back(at->path());
  std::ranges::sort(entries);
  return entries;
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

/// `5.0.1` of `Version: 5.0.1` among the lines before the first empty one.
std::string read_version(const fs::path& metadata) {
  constexpr std::string_view kKey = "Version: ";
  std::ifstream file(metadata);
  for (std::string line; std::getline(file, line) && !line.empty() && line != "\r";) {
    if (!line.starts_with(kKey)) continue;
    line.erase(0, kKey.size());
    return line.substr(0, line.find_last_not_of(" \r") + 1);
  }
  return {};
}

/// The processor that an ELF file is for; nothing for another file.
std::optional<std::uint16_t> processor_of(const fs::path& path) {
  Elf64_Ehdr head{};
  std::ifstream file(path, std::ios::binary);
  file.read(reinterpret_cast<char*>(&head), sizeof head);
  const bool is_elf = file && std::equal(ELFMAG, ELFMAG + SELFMAG, head.e_ident);
  if (!is_elf) return {};
  return head.e_machine;
}

/// Whether the package's library is for another processor than this program.
bool is_for_another_processor(const fs::path& package) {
  const auto ours = processor_of("/proc/self/exe");
  for (const fs::path& file : entries_of(package)) {
    if (file.extension() != ".so" || !file.filename().string().starts_with("__init__")) continue;
    const auto its = processor_of(file);
    if (its && ours && *its != *ours) return true;
  }
  return false;
}

struct DistInfo {
  fs::path folder;  ///< `…/site-packages/bpy-5.0.1.dist-info`
  std::string python;
};

/// Of the newest version, where somebody's pip left that of another one behind.
std::optional<DistInfo> find_dist_info(const fs::path& environment) {
  constexpr std::string_view kPython = "python";
  std::optional<DistInfo> found;
  for (const fs::path& library : entries_of(environment / "lib")) {
    const std::string name = library.filename();
    if (!name.starts_with("python3.")) continue;
    for (const fs::path& entry : entries_of(library / "site-packages")) {
      const std::string its = entry.filename();
      if (!its.starts_with("bpy-") || entry.extension() != ".dist-info") continue;
      if (!found || version_numbers(read_version(found->folder / "METADATA")) <
                        version_numbers(read_version(entry / "METADATA")))
        found = {.folder = entry, .python = name.substr(kPython.size())};
    }
  }
  return found;
}

std::string problem_of(const Installation& module, const fs::path& dist_info) {
  const fs::path package = dist_info.parent_path() / "bpy";
  if (module.version.empty())
    return fmt::format("{} does not say which version it is", (dist_info / "METADATA").string());
  if (!is_there(package)) return fmt::format("the package {} is not there", package.string());
  if (access(module.program.c_str(), X_OK) != 0)
    return fmt::format("its Python {} is not there", module.program.string());
  if (version_numbers(module.python) < kOldestPython)
    return fmt::format("its Python is {}, and afresh needs 3.10 or newer", module.python);
  if (is_for_another_processor(package)) return "it is made for another processor than afresh";
  return {};
}

}  // namespace

bool is_virtual_environment(const fs::path& folder) { return is_there(folder / "pyvenv.cfg"); }

std::optional<Installation> find_bpy_module(const fs::path& environment) {
  const auto found = find_dist_info(environment);
  if (!found) return {};
  Installation module{.version = read_version(found->folder / "METADATA"),
                      .kind = Installation::Kind::kModule,
                      .folder = environment,
                      .program = environment / "bin/python",
                      .packages = {found->folder.parent_path()},
                      .python = found->python};
  module.host = host_of_version(module.version);
  module.problem = problem_of(module, found->folder);
  return module;
}

}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "harness/addon/read_addon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>
#include <system_error>
#include <vector>

#include "harness/values/identifier.hpp"

namespace fs = std::filesystem;

namespace afresh {
namespace {

constexpr const char* kExpected = "expected an add-on: a folder with __init__.py, or a .py file";

bool is_package(const fs::path& folder) { return fs::is_regular_file(folder / "__init__.py"); }

/// `; it has one in x/addon` where a folder directly below is a package.
std::string suggest_addon_below(const fs::path& folder) {
  std::vector<std::string> packages;
  std::error_code unreadable;
  for (const auto& entry : fs::directory_iterator(folder, unreadable)) {
    if (entry.is_directory() && is_package(entry.path())) packages.push_back(entry.path().string());
  }
  std::ranges::sort(packages);
  return packages.empty() ? "" : fmt::format("; there is one in {}", fmt::join(packages, ", "));
}

std::optional<std::string> read_bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  // An empty file gives no character, which is no failure.
  if (!file || (file.peek() != std::ifstream::traits_type::eof() && !(text << file.rdbuf())))
    return {};
  return text.str();
}

}  // namespace

Error too_large(const AddonLocation& place) {
  return {fmt::format("{}: its files are more than {} MiB; expected those of one add-on alone",
                      place.path.string(), kMaxAddonBytes >> 20)};
}

Result<AddonLocation> find_addon(const std::string& path, const std::string& name) {
  std::error_code ignored;
  fs::path absolute = fs::weakly_canonical(path, ignored);
  if (!absolute.has_filename()) absolute = absolute.parent_path();
  AddonLocation place{.path = absolute, .is_package = fs::is_directory(absolute, ignored)};
  if (place.is_package && !is_package(absolute))
    return Error{
        fmt::format("{}: no __init__.py; {}{}", path, kExpected, suggest_addon_below(absolute))};
  if (!place.is_package && !fs::is_regular_file(absolute, ignored))
    return Error{fmt::format("{}: no such file or folder; {}", path, kExpected)};
  if (!place.is_package && absolute.extension() != ".py")
    return Error{fmt::format("{}: no Python file; {}", path, kExpected)};
  std::string own = place.is_package ? absolute.filename() : absolute.stem();
  place.name = name.empty() ? own : name;
  if (is_python_name(place.name)) return place;
  if (!name.empty())
    return Error{fmt::format("--name '{}'; expected a name that Python can import", name)};
  return Error{
      fmt::format("{}: Python cannot import '{}'; expected --name with the name that the "
                  "add-on has where it is installed",
                  path, own)};
}

Result<AddonFiles> read_addon(const AddonLocation& place) {
  AddonFiles addon{.name = place.name, .files = {}};
  std::size_t total = 0;
  auto add = [&](const fs::path& path, std::string shown) -> std::optional<Error> {
    std::optional<std::string> bytes = read_bytes(path);
    if (!bytes) return Error{path.string() + ": cannot be read; expected a file of the add-on"};
    total += bytes->size();
    if (total > kMaxAddonBytes) return too_large(place);
    addon.files.emplace(std::move(shown), std::move(*bytes));
    return {};
  };
  if (!place.is_package) {
    if (auto error = add(place.path, place.name + ".py")) return *error;
    return addon;
  }
  std::error_code error;
  fs::recursive_directory_iterator entry(place.path, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (is_ignored(entry->path().filename().string())) {
      if (entry->is_directory()) entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file()) continue;
    std::string below = entry->path().lexically_relative(place.path).generic_string();
    if (auto problem = add(entry->path(), place.name + "/" + below)) return *problem;
  }
  if (error)
    return Error{fmt::format("{}: {}; expected a folder that can be read", place.path.string(),
                             error.message())};
  return addon;
}

}  // namespace afresh

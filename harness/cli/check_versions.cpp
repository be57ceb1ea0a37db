// SPDX-License-Identifier: MIT
#include "harness/cli/check_versions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "harness/addon/extension.hpp"
#include "harness/addon/git_revision.hpp"
#include "harness/cli/stop_signals.hpp"

namespace fs = std::filesystem;

namespace afresh::cli {
namespace {

Result<Versions> shifted_version(const AddonLocation& place, const CheckOptions& options) {
  auto files = read_addon(place);
  if (!files) return files.error();
  if (options.only)
    return Versions{.before = std::move(*files),
                    .after = {},
                    .edit = "No edit: it is switched on and off, twice, as its host does it."};
  return Versions{
      .before = std::move(*files),
      .after = {},
      .edit =
          "The edit: every module with all its lines moved down, twice, which shows whatever "
          "is older than its file; then one that cannot load, and its repair. No name is "
          "deleted: what a reload in place would keep of it, only --edit and --since show."};
}

Result<Versions> edited_version(const AddonLocation& place, const std::string& edit) {
  auto files = read_addon(place);
  if (!files) return files.error();
  auto other = find_addon(edit, place.name);
  if (!other) return Error{"--edit: " + other.error().message};
  if (other->is_package != place.is_package)
    return Error{fmt::format("--edit: {} is {}; expected {} like {}", edit,
                             other->is_package ? "a folder" : "a file",
                             place.is_package ? "a folder" : "a file", place.path.string())};
  auto after = read_addon(*other);
  if (!after) return after.error();
  return Versions{
      .before = std::move(*files),
      .after = std::move(*after),
      .edit = fmt::format("The edit: from {} to {}; and by way of one that cannot load.",
                          place.path.string(), other->path.string())};
}

/// `A..B` are two revisions; `A` alone is one, and the files as they are.
Result<Versions> since_version(const AddonLocation& place, const std::string& since) {
  std::size_t dots = since.find("..");
  // Ctrl-C ends git first, and this program when nothing of its asking is left.
  const StopSignals signals;
  const Patience patience{.stop = signals.descriptor()};
  auto before = read_addon_at(place, since.substr(0, dots), patience);
  if (!before) return before.error();
  bool has_second = dots != std::string::npos;
  auto after =
      has_second ? read_addon_at(place, since.substr(dots + 2), patience) : read_addon(place);
  if (!after) return after.error();
  return Versions{.before = std::move(*before),
                  .after = std::move(*after),
                  .edit = fmt::format(
                      "The edit: from revision {} to {}; and by way of one that cannot load.",
                      since.substr(0, dots),
                      has_second ? "revision " + since.substr(dots + 2) : "the files as they are")};
}

}  // namespace

Result<Versions> read_versions(const AddonLocation& place, const CheckOptions& options) {
  Result<Versions> versions = options.edit    ? edited_version(place, *options.edit)
                              : options.since ? since_version(place, *options.since)
                                              : shifted_version(place, options);
  if (versions && versions->after && versions->before.files == versions->after->files)
    return Error{fmt::format("{}: both versions are the same; expected two that differ",
                             place.path.string())};
  return versions;
}

void install(Versions& versions) {
  versions.before = as_installed(versions.before);
  if (versions.after) versions.after = as_installed(*versions.after);
}

std::string path_on_disk(const AddonLocation& place, const std::string& addon,
                         const std::string& file) {
  std::string root = addon;
  std::ranges::replace(root, '.', '/');
  fs::path path = place.path;
  if (place.is_package) {
    if (!file.starts_with(root + "/")) return file;
    path /= file.substr(root.size() + 1);
  } else if (file != root + ".py") {
    return file;
  }
  fs::path relative = path.lexically_relative(fs::current_path());
  bool is_below = !relative.empty() && *relative.begin() != "..";
  return (is_below ? relative : path).string();
}

}  // namespace afresh::cli

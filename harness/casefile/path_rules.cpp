// SPDX-License-Identifier: MIT
#include "harness/casefile/path_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "harness/casefile/word_parsing.hpp"
#include "harness/values/case.hpp"

namespace afresh {
namespace {

bool has_improper_part(std::string_view path) {
  while (true) {
    std::string_view part = path.substr(0, path.find('/'));
    if (part.empty() || part == "." || part == "..") return true;
    if (part.size() == path.size()) return false;
    path.remove_prefix(part.size() + 1);
  }
}

/// `demo/… or demo.py` for each add-on.
std::string allowed_paths(const std::vector<std::string>& addons) {
  std::vector<std::string> places;
  for (const std::string& addon : addons) {
    places.push_back(addon_path(addon) + "/…");
    places.push_back(addon_path(addon) + ".py");
  }
  return join_with_or({places.begin(), places.end()});
}

}  // namespace

std::optional<PathProblem> check_path(std::string_view path,
                                      const std::vector<std::string>& addons) {
  if (path.find('\0') != std::string_view::npos) {
    return PathProblem{fmt::format("the path {} has a NUL", in_quotes(path)), "a path without one"};
  }
  if (path.starts_with('/')) {
    return PathProblem{fmt::format("the path {} is absolute", in_quotes(path)), "a relative path"};
  }
  if (has_improper_part(path)) {
    return PathProblem{fmt::format("the path {} has an empty, '.' or '..' part", in_quotes(path)),
                       "a path without one"};
  }
  bool is_owned = std::ranges::any_of(
      addons, [&](const std::string& addon) { return is_file_of(path, addon); });
  if (!is_owned) {
    return PathProblem{fmt::format("the path {} is outside the add-ons", in_quotes(path)),
                       allowed_paths(addons)};
  }
  return std::nullopt;
}

}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "harness/installations/requirement.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "harness/installations/host_version.hpp"

namespace afresh {
namespace {

std::string joined(const std::vector<int>& numbers) {
  std::string text;
  for (int number : numbers) text += (text.empty() ? "" : ".") + std::to_string(number);
  return text;
}

}  // namespace

bool Requirement::allows(std::string_view version) const {
  std::vector<int> its = version_numbers(version);
  // Without a release that is whole it is one to come: `5.1.0rc1`.
  if (joined(its) != version) return false;
  std::vector<int> mine = numbers;
  // Where a number is missing it is 0, as PEP 440 counts.
  if (its.size() < mine.size()) its.resize(mine.size());
  if (is_prefix) return std::equal(mine.begin(), mine.end(), its.begin());
  mine.resize(its.size());
  return its == mine;
}

Result<Requirement> parse_requirement(std::string_view text) {
  constexpr std::string_view kBegin = "bpy==";
  constexpr std::string_view kAny = ".*";
  std::string_view version = text.starts_with(kBegin) ? text.substr(kBegin.size()) : "";
  Requirement requirement{.is_prefix = version.ends_with(kAny)};
  if (requirement.is_prefix) version.remove_suffix(kAny.size());
  requirement.numbers = version_numbers(version);
  if (!version.empty() && joined(requirement.numbers) == version) return requirement;
  return Error{
      fmt::format("hosts add '{}': no version of the package bpy; expected one like bpy==5.0.* "
                  "or bpy==5.0.1",
                  text)};
}

std::optional<std::string> newest_allowed(const Requirement& requirement,
                                          const std::vector<std::string>& versions) {
  std::optional<std::string> newest;
  for (const std::string& version : versions) {
    if (!requirement.allows(version)) continue;
    if (!newest || version_numbers(*newest) < version_numbers(version)) newest = version;
  }
  return newest;
}

}  // namespace afresh

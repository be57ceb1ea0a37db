// SPDX-License-Identifier: MIT
#include "harness/addon/blender_range.hpp"

#include <algorithm>
#include <charconv>
#include <regex>
#include <vector>

namespace afresh {
namespace {

constexpr const char* kManifest = "blender_manifest.toml";

/// Missing numbers are 0: `4.2` is `4.2.0`.
std::vector<int> three_numbers(std::string_view version) {
  std::vector<int> numbers;
  const char* at = version.data();
  const char* end = at + version.size();
  while (at != end && numbers.size() < 3) {
    int number = 0;
    auto [rest, error] = std::from_chars(at, end, number);
    if (error != std::errc()) break;
    numbers.push_back(number);
    if (rest == end || *rest != '.') break;
    at = rest + 1;
  }
  numbers.resize(3);
  return numbers;
}

/// The string of a line `key = "value"`; empty where there is none.
std::string toml_string(const std::string& text, const std::string& key) {
  const std::regex line("(?:^|\\n)[ \\t]*" + key + "[ \\t]*=[ \\t]*[\"']([^\"'\\n]*)[\"']");
  std::smatch found;
  return std::regex_search(text, found, line) ? found[1].str() : "";
}

BlenderRange manifest_range(const std::string& manifest) {
  return {.oldest = toml_string(manifest, "blender_version_min"),
          .beyond = toml_string(manifest, "blender_version_max"),
          .said_by = kManifest};
}

/// What follows `bl_info = {`, as Blender itself reads it without running the add-on.
std::optional<BlenderRange> info_range(const std::string& source) {
  static const std::regex kInfo("(?:^|\\n)bl_info[ \\t]*=[ \\t]*(?:\\{|dict\\()");
  static const std::regex kBlender(
      "[\"']?blender[\"']?\\s*[:=]\\s*\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*(?:,\\s*(\\d+))?");
  std::smatch info;
  if (!std::regex_search(source, info, kInfo)) return {};
  // No `bl_info` is as long, and a longer text would cost a regular expression its stack.
  constexpr std::size_t kMaxInfoBytes = 4096;
  const std::size_t begin = static_cast<std::size_t>(info.position(0) + info.length(0));
  const std::string text = source.substr(begin, kMaxInfoBytes);
  BlenderRange range{.said_by = "bl_info"};
  std::smatch found;
  if (std::regex_search(text, found, kBlender))
    range.oldest =
        found[1].str() + "." + found[2].str() + "." + (found[3].matched ? found[3].str() : "0");
  return range;
}

}  // namespace

bool BlenderRange::allows(std::string_view version) const {
  const std::vector<int> asked = three_numbers(version);
  const bool is_new_enough = oldest.empty() || three_numbers(oldest) <= asked;
  return is_new_enough && (beyond.empty() || asked < three_numbers(beyond));
}

std::optional<BlenderRange> blender_range(const AddonFiles& addon) {
  const auto manifest = addon.files.find(addon.name + "/" + kManifest);
  if (manifest != addon.files.end()) return manifest_range(manifest->second);
  for (const std::string& path : {addon.name + "/__init__.py", addon.name + ".py"}) {
    const auto source = addon.files.find(path);
    if (source != addon.files.end()) return info_range(source->second);
  }
  return {};
}

}  // namespace afresh

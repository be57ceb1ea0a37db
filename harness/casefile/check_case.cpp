// SPDX-License-Identifier: MIT
#include "harness/casefile/check_case.hpp"

#include <fmt/format.h>

namespace afresh {
namespace {

/// Steps nest at most `kDeepestRepeat` deep, so that recursion is safe.
Problem check_edits(const SourceText& source, const std::vector<Step>& steps, int versions) {
  for (const Step& step : steps) {
    const auto* edit = std::get_if<EditStep>(&step.action);
    if (edit != nullptr && edit->version > versions) {
      auto expected =
          versions == 0 ? "a file '-- 1/PATH --'" : fmt::format("one from 1 to {}", versions);
      return source.error(step.line, fmt::format("there is no version {}", edit->version),
                          expected);
    }
    const auto* repeat = std::get_if<RepeatStep>(&step.action);
    if (repeat == nullptr) continue;
    if (Problem problem = check_edits(source, repeat->body, versions)) return problem;
  }
  return std::nullopt;
}

/// From Blender 4.2 on an extension is a package in a package of its repository.
bool is_misnamed(const Case& a_case, std::string_view addon) {
  constexpr std::string_view kRepository = "bl_ext.user_default.";
  if (addon.find('.') == std::string_view::npos) return false;
  return !has_extensions(a_case.host) || !addon.starts_with(kRepository) ||
         addon.find('.', kRepository.size()) != std::string_view::npos;
}

}  // namespace

Problem check_sections(const SourceText& source, const Case& a_case,
                       const std::vector<int>& addon_lines) {
  for (std::size_t i = 0; i < a_case.addons.size(); ++i) {
    const std::string& addon = a_case.addons[i];
    auto files = files_at_version(a_case, addon, 1);
    if (is_misnamed(a_case, addon)) {
      return source.error(addon_lines[i],
                          fmt::format("no add-on is called '{}' on this host", addon),
                          "an identifier, or for a Blender from 4.2 on bl_ext.user_default.NAME");
    }
    const std::string path = addon_path(addon);
    if (files.contains(path + "/__init__.py") || files.contains(path + ".py")) continue;
    return source.error(addon_lines[i],
                        fmt::format("the add-on '{}' cannot be imported in version 1", addon),
                        fmt::format("a file {0}/__init__.py or {0}.py", path));
  }
  return check_edits(source, a_case.steps, a_case.versions.empty() ? 0 : last_version(a_case));
}

}  // namespace afresh

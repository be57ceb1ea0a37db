// SPDX-License-Identifier: MIT
#include "harness/cli/check_host.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "harness/addon/blender_range.hpp"
#include "harness/addon/extension.hpp"
#include "harness/installations/find_installations.hpp"
#include "harness/installations/host_version.hpp"

namespace afresh::cli {
namespace {

/// A module that only some application has, and what to say of it.
struct HostModule {
  std::string_view name;
  std::string_view host;
};
constexpr std::array kHostModules{HostModule{"bpy", "Blender"},
                                  HostModule{"bmesh", "Blender"},
                                  HostModule{"mathutils", "Blender"},
                                  HostModule{"bpy_extras", "Blender"},
                                  HostModule{"bpy_types", "Blender"},
                                  HostModule{"addon_utils", "Blender"},
                                  HostModule{"nodeitems_utils", "Blender"},
                                  HostModule{"gpu", "Blender"},
                                  HostModule{"gpu_extras", "Blender"},
                                  HostModule{"bgl", "Blender"},
                                  HostModule{"blf", "Blender"},
                                  HostModule{"aud", "Blender"},
                                  HostModule{"bl_ui", "Blender"},
                                  HostModule{"bl_operators", "Blender"},
                                  HostModule{"bl_i18n_utils", "Blender"},
                                  HostModule{"rna_prop_ui", "Blender"},
                                  HostModule{"rna_info", "Blender"},
                                  HostModule{"freestyle", "Blender"},
                                  HostModule{"qgis", "QGIS"},
                                  HostModule{"sublime", "Sublime Text"},
                                  HostModule{"maya", "Maya"},
                                  HostModule{"unreal", "Unreal"},
                                  HostModule{"FreeCAD", "FreeCAD"},
                                  HostModule{"hou", "Houdini"},
                                  HostModule{"nuke", "Nuke"}};

/// `numpy.linalg` of `No module named 'numpy.linalg'`.
std::string missing_module(const OpResult& result) {
  if (result.type != "ModuleNotFoundError") return {};
  std::size_t begin = result.message.find('\'');
  if (begin == std::string::npos) return {};
  std::string name = result.message.substr(begin + 1);
  return name.substr(0, name.find('\''));
}

/// The Blender to add for such an add-on: the one that most run in, or the newest that it allows.
std::string_view version_to_add(const BlenderRange& range) {
  if (range.allows(kSuggestedBlender)) return kSuggestedBlender;
  for (auto host = kHostKinds.rbegin(); host != kHostKinds.rend(); ++host) {
    const std::string_view version = version_of_host(*host);
    if (!version.empty() && range.allows(version)) return version;
  }
  return {};
}

std::string work_alike_note(const BlenderRange& range, const Installation* newest) {
  std::string note = "a work-alike";
  if (newest != nullptr)
    note += fmt::format(", as {} does not allow {}", range.said_by, name_of(*newest->host));
  const std::string_view version = version_to_add(range);
  if (!version.empty()) note += fmt::format("; in Blender: afresh hosts add bpy=={}.*", version);
  return note;
}

std::string top_package(const std::string& module) { return module.substr(0, module.find('.')); }

}  // namespace

bool needs_blender(const OpResult& result) {
  const std::string package = top_package(missing_module(result));
  return std::ranges::any_of(kHostModules, [&](const HostModule& known) {
    return known.name == package && known.host == "Blender";
  });
}

Result<ChosenHost> choose_host(const CheckOptions& options, const AddonFiles& addon) {
  if (options.host) {
    auto asked = resolve_host(*options.host);
    if (!asked) return asked.error();
    return ChosenHost{.host = asked->hosts.front(),
                      .installations = std::move(asked->installations)};
  }
  if (!blender_range(addon)) return ChosenHost{};
  ChosenHost chosen = choose_blender(addon);
  // One that only says so may need nothing of Blender's.
  const bool may_be_plain = !is_real_blender(chosen.host) && !is_extension(addon);
  return may_be_plain ? ChosenHost{} : chosen;
}

ChosenHost choose_blender(const AddonFiles& addon) {
  const BlenderRange range = blender_range(addon).value_or(BlenderRange{});
  const HostKind work_alike = is_extension(addon) ? HostKind::kBpy42 : HostKind::kBpy;
  const std::vector<Installation> found = find_installations(read_surroundings());
  for (const Installation& each : found) {
    if (!each.is_usable() || !range.allows(each.version)) continue;
    const bool is_module = each.kind == Installation::Kind::kModule;
    return {.host = *each.host,
            .installations = {{*each.host, each}},
            .note = fmt::format("{} {}; in a work-alike: --host {}", is_module ? "bpy" : "Blender",
                                each.version, name_of(work_alike))};
  }
  return {.host = work_alike, .note = work_alike_note(range, newest_usable(found))};
}

Error unloadable(const AddonLocation& place, HostKind host, const OpResult& result) {
  std::string where = result.where.empty() ? "" : " in " + result.where;
  std::string module = missing_module(result);
  std::string package = top_package(module);
  for (const HostModule& known : kHostModules) {
    if (package == known.name)
      return {
          fmt::format("{}: it needs {}'s module '{}'{}, which the host '{}' does not have; "
                      "expected an add-on of the standard library, the host and what --path adds",
                      place.path.string(), known.host, module, where, name_of(host))};
  }
  if (!package.empty() && package != place.name)
    return {
        fmt::format("{}: it needs the module '{}'{}, which is not there; expected the folder "
                    "that has it with --path",
                    place.path.string(), package, where)};
  std::string told = result.outcome == OpOutcome::kNotReached
                         ? "the interpreter ended or did not end in time"
                         : result.type + ": " + result.message;
  return {
      fmt::format("{}: it cannot be enabled on a fresh start ({}{}); expected an add-on with "
                  "register() and unregister() that loads",
                  place.path.string(), told, where)};
}

}  // namespace afresh::cli

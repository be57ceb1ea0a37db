// SPDX-License-Identifier: MIT
#include "harness/cli/check_host.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "harness/addon/extension.hpp"

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

std::string top_package(const std::string& module) { return module.substr(0, module.find('.')); }

}  // namespace

bool needs_blender(const OpResult& result) {
  const std::string package = top_package(missing_module(result));
  return std::ranges::any_of(kHostModules, [&](const HostModule& known) {
    return known.name == package && known.host == "Blender";
  });
}

HostKind host_for(const CheckOptions& options, const AddonFiles& addon) {
  if (options.host) return parse_word<HostKind>(*options.host).value();
  return is_extension(addon) ? HostKind::kBpy42 : HostKind::kPlain;
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

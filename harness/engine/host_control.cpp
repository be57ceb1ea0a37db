// SPDX-License-Identifier: MIT
#include "harness/engine/host_control.hpp"

namespace afresh::engine {
namespace {

constexpr const char* kEmptyAddon = "def register(): pass\ndef unregister(): pass\n";
// Blender enables nothing without it.
constexpr const char* kInfo = "bl_info = {'name': 'empty', 'blender': (3, 0, 0)}\n";

bool is_host_side_effect(const Step& step) {
  return std::holds_alternative<EnableStep>(step.action) ||
         std::holds_alternative<ReloadStep>(step.action) ||
         std::holds_alternative<DisableStep>(step.action);
}

}  // namespace

Case with_empty_addons(const Case& a_case) {
  Case control{.name = a_case.name,
               .origin = a_case.origin,
               .addons = a_case.addons,
               .host = a_case.host,
               .taken_names = a_case.taken_names,
               .automatic_gc = a_case.automatic_gc};
  Version only{.number = 1, .changes = {}};
  for (const std::string& addon : a_case.addons) {
    const std::string path = addon_path(addon);
    bool is_single_file = files_at_version(a_case, addon, 1).contains(path + ".py");
    const std::string info = is_blender(a_case.host) ? kInfo : "";
    only.changes.push_back(
        {.path = path + (is_single_file ? ".py" : "/__init__.py"), .content = info + kEmptyAddon});
  }
  control.versions = {only};
  for (const Step& step : unrolled(a_case.steps)) {
    if (is_host_side_effect(step)) control.steps.push_back(step);
  }
  return control;
}

}  // namespace afresh::engine

// SPDX-License-Identifier: MIT
#include "harness/addon/extension.hpp"

namespace afresh {

bool is_extension(const AddonFiles& addon) {
  return addon.files.contains(addon.name + "/blender_manifest.toml");
}

AddonFiles as_installed(const AddonFiles& extension) {
  AddonFiles installed{.name = "bl_ext.user_default." + extension.name, .files = {}};
  for (const auto& [path, bytes] : extension.files)
    installed.files.emplace("bl_ext/user_default/" + path, bytes);
  return installed;
}

}  // namespace afresh

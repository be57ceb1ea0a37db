// Which versions of Blender an add-on says that it is for: in an extension's manifest, or in the
// `bl_info` of an add-on of the old kind. Reads texts only, and runs nothing.
// https://docs.blender.org/manual/en/latest/advanced/extensions/getting_started.html
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "harness/addon/addon_files.hpp"

namespace afresh {

struct BlenderRange {
  std::string oldest;   ///< `4.2.0`: the first that it is for; empty: it does not say
  std::string beyond;   ///< `5.1.0`: the first that it is no longer for; empty: it does not say
  std::string said_by;  ///< `blender_manifest.toml`, `bl_info`

  /// Whether a version is in it.
  [[nodiscard]] bool allows(std::string_view version) const;
};

/// Nothing where the add-on does not say that it is one of Blender's.
[[nodiscard]] std::optional<BlenderRange> blender_range(const AddonFiles& addon);

}  // namespace afresh

// Which Blender is worked alike.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace afresh::bpy {

enum class BlenderVersion : std::uint8_t {
  k34,  ///< 3.4.1, as observed (tests/conformance)
  k42   ///< with what changed for add-ons from 4.2 on, as read in Blender's public sources, not
        ///< observed
};

}  // namespace afresh::bpy

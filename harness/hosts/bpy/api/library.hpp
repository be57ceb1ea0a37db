// Our Python part: compiled in, in the order in which it is run.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace afresh::bpy {

struct LibraryModule {
  std::string name;       ///< `bpy.utils`
  std::string_view file;  ///< `bpy/utils/__init__.py`, below `lib/`
  std::string_view text;
  std::string_view code;  ///< the same compiled, as `EmbeddedFile` has it
  bool is_package = false;
};

[[nodiscard]] std::span<const LibraryModule> library();
/// The record of the real Blender's answers about its types.
[[nodiscard]] std::string_view schema();
/// Of its answers about its operators' arguments, in the same form.
[[nodiscard]] std::string_view operator_schema();

}  // namespace afresh::bpy

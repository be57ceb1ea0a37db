// What the functions of `bpy.props` declare, and the words that their keywords may have: tables, in
// Blender's order. Source: Blender 3.4.1 (tests/conformance, cases prop-*).
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "harness/hosts/bpy/rna/rna.hpp"

namespace afresh::bpy {

/// What a function of `bpy.props` declares, and the keywords it takes, in Blender's order: messages
/// count them.
struct Shape {
  PropertyType type;
  bool is_array;
  std::vector<std::string> keywords;
};

/// Of a function of the module (`IntProperty`), which must be there.
[[nodiscard]] const Shape& find_shape(const std::string& function);

/// What may stand in the keywords `options`, `subtype` and `unit`.
[[nodiscard]] std::span<const char* const> shape_options(const Shape& shape);
[[nodiscard]] std::span<const char* const> shape_subtypes(const Shape& shape);
[[nodiscard]] std::span<const char* const> units();

}  // namespace afresh::bpy

// From a Python value to what is stored for a property, with Blender's own words where it does not
// fit. Used for assignment, for operators' keywords and for attributes of classes.
// Source of the words: Blender 3.4.1 (tests/conformance).
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/hosts/bpy/objects/rna_place.hpp"

namespace afresh::bpy {

/// What the messages begin with: `bpy_struct: item.attr = val:`.
inline constexpr const char* kAssigning = "bpy_struct: item.attr = val:";

/// `place` is where enumerations are asked for their items and whose type's name the messages
/// show. TypeError or ValueError when the value does not fit. Numbers are clamped.
[[nodiscard]] Stored to_stored(const RnaPlace& place, const RnaProperty& property, PyObject* value,
                               const std::string& prefix);

/// Whether a stored value can be read through this property; if not, Blender drops it.
[[nodiscard]] bool fits(const RnaProperty& property, const Stored& stored);

/// What the property gives while nothing is stored. Groups and lists are empty ones.
[[nodiscard]] Stored stored_default(const RnaProperty& property);

}  // namespace afresh::bpy

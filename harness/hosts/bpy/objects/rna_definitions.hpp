// What Blender answers when asked about types, properties, functions and choices (`bl_rna`).
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/hosts/bpy/objects/rna_place.hpp"

namespace afresh::bpy {

/// The value of a property of Struct, Property, Function or EnumPropertyItem; what afresh does not
/// know of a subject is that property's default.
[[nodiscard]] py::Ref get_from_definition(const RnaPlace& place,
                                          const std::shared_ptr<RnaProperty>& property);

/// The members of one of a subject's collections (`properties`, `functions`, `enum_items`, …), and
/// the name that a member has there.
[[nodiscard]] std::vector<RnaPlace> definition_members(const RnaPlace& place,
                                                       const RnaProperty& collection);
[[nodiscard]] std::string definition_name(const RnaPlace& member);

}  // namespace afresh::bpy

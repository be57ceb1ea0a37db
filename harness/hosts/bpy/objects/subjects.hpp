// What Blender answers when asked about types, properties, functions and choices (`bl_rna`).
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/hosts/bpy/objects/place.hpp"

namespace afresh::bpy {

/// The value of a property of Struct, Property, Function or EnumPropertyItem; what afresh does not
/// know of a subject is that property's default.
[[nodiscard]] py::Ref get_of_subject(const Place& place, const std::shared_ptr<Property>& property);

/// The members of one of a subject's collections (`properties`, `functions`, `enum_items`, …), and
/// the name that a member has there.
[[nodiscard]] std::vector<Place> members_of_subject(const Place& place, const Property& collection);
[[nodiscard]] std::string name_of_subject(const Place& member);

}  // namespace afresh::bpy

// Stored values as Python sees them by item: `scene["x"]`, `IDPropertyGroup`, `IDPropertyArray`.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/hosts/bpy/objects/rna_place.hpp"

namespace afresh::bpy {

/// `owner` is the place whose value it is.
[[nodiscard]] py::Ref stored_to_python(const RnaPlace& owner, const std::string& name,
                                       const Stored& stored);
/// TypeError `invalid id-property type … not supported`.
[[nodiscard]] Stored stored_from_python(PyObject* value);
/// Plain builtins all the way down.
[[nodiscard]] py::Ref stored_to_builtin(const Stored& stored);

[[nodiscard]] py::Ref make_group_type();

/// Names and values of a group, in order: lists.
[[nodiscard]] py::Ref group_keys(const Group& group);
[[nodiscard]] py::Ref group_values(const RnaPlace& owner, const Group& group);
[[nodiscard]] py::Ref group_items(const RnaPlace& owner, const Group& group);

}  // namespace afresh::bpy

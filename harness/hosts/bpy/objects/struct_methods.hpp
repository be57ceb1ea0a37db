// The methods that every `bpy_struct` has, and how a value is found by item.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/hosts/bpy/objects/rna_place.hpp"

namespace afresh::bpy {

/// `keys`, `get`, `is_property_set`, …: a table as CPython wants it, for as long as the process.
[[nodiscard]] const PyMethodDef* struct_methods();

/// The name in `struct["name"]`; TypeError where it is no text.
[[nodiscard]] std::string item_key(PyObject* key);
/// Where the values by item are. ReferenceError when the data-block is removed, TypeError where
/// there can be none.
[[nodiscard]] Group& group_at(const RnaPlace& place);

}  // namespace afresh::bpy

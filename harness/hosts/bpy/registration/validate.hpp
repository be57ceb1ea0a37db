// Whether a class has what its kind asks for: functions of the right kind and number of arguments,
// attributes of the right type. Changes nothing.
// Source of order and words: Blender 3.4.1 (tests/conformance, cases reg-* and spec-*).
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>

#include "harness/hosts/bpy/objects/rna_place.hpp"
#include "harness/hosts/bpy/rna/kinds.hpp"

namespace afresh::bpy {

/// The attributes that the class has (`bl_label`), converted, by name. AttributeError, TypeError or
/// ValueError for the first that is missing or wrong: bases first, functions before attributes.
/// `functions` gets the names of those that the kind knows and the class has.
[[nodiscard]] std::map<std::string, Stored> validate_class(const std::shared_ptr<StructType>& type,
                                                           const RegistrableKind& kind,
                                                           PyObject* cls,
                                                           std::set<std::string>& functions);

}  // namespace afresh::bpy

// The rules that refuse a class, in Blender's words. What fails is raised; nothing is changed.
// Source of order and words: Blender 3.4.1 (tests/conformance, cases reg-*).
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/hosts/bpy/rna/kinds.hpp"
#include "harness/hosts/bpy/rna/rna.hpp"

namespace afresh::bpy {

/// ValueError for what is no class.
void check_is_class(PyObject* cls);

/// The rest are errors that are reported (RuntimeError). An operator's id is `module.name`.
void check_operator_id(const std::string& class_name, const std::string& id);
void check_name(const RegistrableKind& kind, const std::string& class_name);
/// That a panel's space has its region.
void check_region(const ClassFacts& facts);
/// That no other type has the identifier.
void check_available(const std::string& identifier);
/// That the panel that a panel is to be in is registered, and in the same place.
void check_parent(const RegistrableKind& kind, const ClassFacts& facts);

/// The one use of a type that Blender's own check sees when it is unregistered: a pointer of a
/// group to itself.
void check_use(const StructType& type);

}  // namespace afresh::bpy

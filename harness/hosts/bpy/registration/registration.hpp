// `register_class` and `unregister_class`: a class becomes a struct type and ceases to be one.
// Source of steps and words: Blender 3.4.1 (tests/conformance, cases reg-*).
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "harness/hosts/bpy/objects/rna_place.hpp"

namespace afresh::bpy {

/// Checks the class, pushes out an earlier one of its id, makes its type and its properties, and
/// calls its `register()`. What fails before the type is made leaves everything as it was, but for
/// what was pushed out; what fails later leaves the class registered.
void register_class(PyObject* cls);

/// Calls the class's `unregister()` and frees its type. Users of the type are not looked for.
void unregister_class(PyObject* cls);

/// The registered operator or macro of an id (`mesh.cut`); nothing when there is none.
[[nodiscard]] std::shared_ptr<StructType> operator_type(const std::string& id);

/// `MESH_OT_cut` of `mesh.cut`.
[[nodiscard]] std::string operator_identifier(const std::string& id);

}  // namespace afresh::bpy

// `bpy.props`: what an add-on writes when it declares a property, and the property that comes of
// it. Nothing of a declaration is looked at before it is used on a type.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <string>

#include "harness/hosts/bpy/objects/rna_place.hpp"

namespace afresh::bpy {

/// The functions `IntProperty`, …, `RemoveProperty` of the module.
[[nodiscard]] std::span<const PyMethodDef> property_functions();

/// `_PropertyDeferred`: a function of the module and its keywords.
[[nodiscard]] py::Ref make_deferred_type();
[[nodiscard]] bool is_deferred(PyObject* object);

/// Defines the declared property on a type, in the place of an earlier one of that name. ValueError
/// `bpy_struct "T" registration error: …` when it cannot be; the cause is printed, as in Blender,
/// and the earlier one stays.
void define_property(const std::shared_ptr<StructType>& type, const std::string& name,
                     PyObject* deferred);

/// Removes a property that Python defined; nothing happens where there is none. TypeError for a
/// built-in one.
void remove_property(StructType& type, const std::string& name);

/// Defines what the class and its bases declare as annotations, in Blender's order: the last base
/// first, names where they were first seen with the declaration seen last. Stops at the first that
/// fails, which is thrown; so is what evaluating annotations that are texts raises.
void define_annotated(const std::shared_ptr<StructType>& type, PyObject* cls);

}  // namespace afresh::bpy

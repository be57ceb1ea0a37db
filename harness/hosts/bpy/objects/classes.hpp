// The Python class that stands for a struct type, and the way back.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "harness/hosts/bpy/objects/rna_place.hpp"

namespace afresh::bpy {

/// The class linked to the type; one is made where there is none: a built-in type takes the one of
/// its name in `bpy_types`, else gets one of its own. A type that a subclass has cut off from its
/// class gets an empty stand-in of its name, as in Blender.
[[nodiscard]] py::Ref python_class_for(const std::shared_ptr<StructType>& type);

/// The type in the class's own dictionary (`bl_rna`), whatever its bases have; nothing otherwise.
[[nodiscard]] std::shared_ptr<StructType> own_struct_type(PyObject* cls);
/// The type that attribute lookup through the bases finds. RuntimeError `, missing bl_rna attribute
/// from 'META' instance (may not be registered)` with `prefix` in front where there is none,
/// TypeError where it is something else.
[[nodiscard]] std::shared_ptr<StructType> require_struct_type(PyObject* cls,
                                                              const std::string& prefix);

/// `type.__setattr__` itself, past any metaclass; negative where it raised.
int set_on_type(PyObject* cls, PyObject* name, PyObject* value);

/// Makes a class the one that stands for a type (`bl_rna`), whatever its metaclass says to that.
void link_class(const std::shared_ptr<StructType>& type, const py::Ref& cls);
/// Takes `bl_rna` off a class; nothing happens where it has none of its own.
void unlink_class(PyObject* cls);
/// Whether an object is what a class's `bl_rna` holds.
[[nodiscard]] bool is_link_of_class(PyObject* object);

/// What a pointer or a collection leads to; nothing when it was unregistered.
[[nodiscard]] std::shared_ptr<StructType> target_type(const RnaProperty& property);
/// Whether a pointer leads to a data-block and not to a group of values.
[[nodiscard]] bool is_link(const RnaProperty& property);

}  // namespace afresh::bpy

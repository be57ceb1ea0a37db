// One shape for our Python objects: a C++ value behind a pointer, owned by the object. The type's
// life-cycle slots come with it; what the object can do is added by whoever makes the type.
// SPDX-License-Identifier: MIT
#pragma once

#include <Python.h>
#include <structmember.h>

#include <cstddef>
#include <utility>

#include "harness/hosts/type_spec.hpp"

namespace afresh::bpy {

/// The type of a specification. Its name has no module in it, since messages show it as it is; the
/// module that it says it comes from is `builtins`, as of all of Blender's own types.
inline py::Ref finish_type(PyType_Spec& spec, const py::Ref& bases = {}) {
  py::Ref type = py::own(PyType_FromSpecWithBases(&spec, bases.get()));
  py::check(PyObject_SetAttrString(type.get(), "__module__", py::make_str("builtins").get()));
  return type;
}

template <typename Value>
struct PythonObject {
  PyObject_HEAD Value* value;
  PyObject* weakrefs;
};

template <typename Value>
Value& value_in(PyObject* object) {
  return *reinterpret_cast<PythonObject<Value>*>(object)->value;
}

template <typename Value>
int traverse_object(PyObject* object, visitproc visit, void* arg) {
  Py_VISIT(Py_TYPE(object));
  return 0;
}

template <typename Value>
void dealloc_object(PyObject* object) {
  PyObject_GC_UnTrack(object);
  auto* self = reinterpret_cast<PythonObject<Value>*>(object);
  if (self->weakrefs != nullptr) PyObject_ClearWeakRefs(object);
  delete std::exchange(self->value, nullptr);
  hosts::free_instance(object);
}

template <typename Value>
py::Ref new_object(const py::Ref& type, Value value) {
  py::Ref object = hosts::new_instance(type);
  reinterpret_cast<PythonObject<Value>*>(object.get())->value = new Value(std::move(value));
  return object;
}

/// The member that CPython asks for where weak references to instances are allowed.
template <typename Value>
const PyMemberDef* weak_members() {
  static const PyMemberDef members[] = {
      {"__weaklistoffset__", T_PYSSIZET, offsetof(PythonObject<Value>, weakrefs), READONLY,
       nullptr},
      {}};
  return members;
}

}  // namespace afresh::bpy

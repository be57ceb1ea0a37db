// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/property.hpp"

#include <structmember.h>

#include <cstddef>

#include "harness/hosts/type_spec.hpp"

namespace afresh::plain {
namespace {

PropertyObject* as_self(PyObject* object) { return reinterpret_cast<PropertyObject*>(object); }

int traverse(PyObject* object, visitproc visit, void* arg) {
  Py_VISIT(Py_TYPE(object));
  Py_VISIT(as_self(object)->default_value);
  Py_VISIT(as_self(object)->target);
  return 0;
}

int clear(PyObject* object) {
  Py_CLEAR(as_self(object)->kind);
  Py_CLEAR(as_self(object)->default_value);
  Py_CLEAR(as_self(object)->target);
  return 0;
}

void dealloc(PyObject* object) {
  PyObject_GC_UnTrack(object);
  if (as_self(object)->weakrefs != nullptr) PyObject_ClearWeakRefs(object);
  clear(object);
  hosts::free_instance(object);
}

py::Ref new_property(const py::Ref& type, HostPropertyKind kind, PyObject* default_value,
                     PyObject* target) {
  py::Ref property = hosts::new_instance(type);
  PropertyObject* self = as_self(property.get());
  self->tag = kind;
  self->kind = py::make_str(name_of(kind)).release();
  self->default_value = py::borrow(default_value).release();
  self->target = py::borrow(target).release();
  return property;
}

}  // namespace

const char* name_of(HostPropertyKind kind) {
  switch (kind) {
    case HostPropertyKind::kInt: return "Int";
    case HostPropertyKind::kFloat: return "Float";
    case HostPropertyKind::kBool: return "Bool";
    case HostPropertyKind::kString: return "String";
    case HostPropertyKind::kPointer: return "Pointer";
    case HostPropertyKind::kCollection: return "Collection";
  }
  return "";
}

py::Ref make_property_type() {
  // Weakly referable, so that a snapshot can tag the declarations of each version.
  static const PyMemberDef members[] = {
      {"kind", T_OBJECT, offsetof(PropertyObject, kind), READONLY, nullptr},
      {"default", T_OBJECT, offsetof(PropertyObject, default_value), READONLY, nullptr},
      {"type", T_OBJECT, offsetof(PropertyObject, target), READONLY, nullptr},
      {"__weaklistoffset__", T_PYSSIZET, offsetof(PropertyObject, weakrefs), READONLY, nullptr},
      {}};
  PyType_Slot slots[] = {hosts::function_slot(Py_tp_traverse, traverse),
                         hosts::function_slot(Py_tp_clear, clear),
                         hosts::function_slot(Py_tp_dealloc, dealloc),
                         hosts::table_slot(Py_tp_members, members),
                         {0, nullptr}};
  PyType_Spec spec = {"hostapi.Property", sizeof(PropertyObject), 0,
                      Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
                      slots};
  return py::own(PyType_FromSpec(&spec));
}

py::Ref make_atom_property(const py::Ref& property_type, HostPropertyKind kind,
                           PyObject* default_value) {
  py::Ref atom = to_atom(kind, default_value, std::string(name_of(kind)) + "()");
  return new_property(property_type, kind, atom.get(), Py_None);
}

py::Ref make_group_property(const py::Ref& property_type, HostPropertyKind kind, PyObject* target) {
  if (!PyType_Check(target)) {
    py::raise(PyExc_TypeError, std::string(name_of(kind)) + "(): expected a class");
  }
  return new_property(property_type, kind, Py_None, target);
}

}  // namespace afresh::plain

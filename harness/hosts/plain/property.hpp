// The `Property` object: an immutable declaration that add-ons write as an annotation or hand to
// `define_property`. It holds no value of the user; those live in the document.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/python/ref.hpp"

namespace afresh::plain {

enum class HostPropertyKind { kInt, kFloat, kBool, kString, kPointer, kCollection };

/// `Int`, `Pointer`, … as add-ons write it.
[[nodiscard]] const char* name_of(HostPropertyKind kind);

/// Layout of an instance. `kind` is a str, `default_value` an exact atom or None, `target` a class
/// or None; all owned, visited by the collector.
struct PropertyObject {
  PyObject_HEAD PyObject* kind;
  PyObject* default_value;
  PyObject* target;
  PyObject* weakrefs;
  HostPropertyKind tag;
};

[[nodiscard]] py::Ref make_property_type();

/// An atom of this kind from a default that an add-on gave. TypeError when it does not fit.
[[nodiscard]] py::Ref make_atom_property(const py::Ref& property_type, HostPropertyKind kind,
                                         PyObject* default_value);
/// A pointer or collection; `target` must be a class (TypeError).
[[nodiscard]] py::Ref make_group_property(const py::Ref& property_type, HostPropertyKind kind,
                                          PyObject* target);

[[nodiscard]] inline bool is_property(const py::Ref& property_type, PyObject* object) {
  return reinterpret_cast<PyObject*>(Py_TYPE(object)) == property_type.get();
}
/// The fields of what `is_property` is true for.
[[nodiscard]] inline const PropertyObject& property_fields(PyObject* property) {
  return *reinterpret_cast<PropertyObject*>(property);
}

/// `value` as an exact builtin atom of this kind, so that nothing of an add-on stays in it.
/// TypeError `WHAT: expected an int, not 'str'` when it does not fit.
[[nodiscard]] py::Ref to_atom(HostPropertyKind kind, PyObject* value, const std::string& what);

}  // namespace afresh::plain

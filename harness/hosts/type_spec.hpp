// What every heap type of a host needs: slots as the C API wants them, and the two borders of
// an object's life that the limited API leaves to its author. Knows nothing of any one type.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/python/ref.hpp"

namespace afresh::hosts {

/// A slot of a `PyType_Spec` from a function.
template <typename Function>
PyType_Slot function_slot(int slot, Function* function) {
  return {slot, reinterpret_cast<void*>(function)};
}
/// A slot from a constant table; CPython reads such tables and never writes them. Methods and
/// getsets must outlive the type.
template <typename Entry>
PyType_Slot table_slot(int slot, const Entry* table) {
  return {slot, const_cast<Entry*>(table)};
}

/// End of a `tp_dealloc`: gives the memory back, and the reference that each instance of a heap
/// type holds on its type.
inline void free_instance(PyObject* self) {
  PyTypeObject* type = Py_TYPE(self);
  reinterpret_cast<freefunc>(PyType_GetSlot(type, Py_tp_free))(self);
  Py_DECREF(type);
}

/// A new instance with all fields of its own zero, not passing through Python's `__new__`.
inline py::Ref new_instance(const py::Ref& type) {
  return py::own(PyType_GenericAlloc(reinterpret_cast<PyTypeObject*>(type.get()), 0));
}

}  // namespace afresh::hosts

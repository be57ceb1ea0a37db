// The functions of `_bpy`, by concern, as tables; and what their bodies share. Between C and C++
// stands one adapter, so that no exception crosses. SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "harness/hosts/bpy/objects/rna_place.hpp"

namespace afresh::bpy {

/// Types, operators, and the ledger. The tables live as long as the process.
[[nodiscard]] std::span<const PyMethodDef> type_functions();
/// `register_class` and `unregister_class`: of no module, so that their errors show bare names, as
/// Blender's do.
[[nodiscard]] std::span<const PyMethodDef> class_functions();
/// The document, the context and the preferences.
[[nodiscard]] std::span<const PyMethodDef> document_functions();

/// Makes a C function of one that takes its arguments as a tuple, or its one argument (METH_O).
template <py::Ref (*Body)(PyObject*)>
PyObject* from_python(PyObject*, PyObject* arguments) {
  return py::guarded([&] { return Body(arguments); });
}

/// As `PyArg_ParseTuple`; what does not fit is thrown.
template <typename... Into>
void parse(PyObject* arguments, const char* format, Into*... into) {
  if (PyArg_ParseTuple(arguments, format, into...) == 0) py::throw_current();
}

[[nodiscard]] inline py::Ref none() { return py::borrow(Py_None); }

/// The struct that an object stands for; TypeError when it is something else.
[[nodiscard]] StructRef struct_in(PyObject* object);

}  // namespace afresh::bpy

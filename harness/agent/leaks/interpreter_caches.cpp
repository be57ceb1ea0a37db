// SPDX-License-Identifier: MIT
#include "harness/agent/leaks/interpreter_caches.hpp"

#include "harness/agent/embedded/clean_up.hpp"
#include "harness/python/compiled.hpp"
#include "harness/python/ref.hpp"

namespace afresh::agent {
void empty_interpreter_caches() {
  py::Ref names = py::own(PyDict_New());
  py::check(PyDict_SetItemString(names.get(), "__builtins__", PyEval_GetBuiltins()));
  py::Ref code = py::code_object(embedded::clean_up::clean_up_py);
  py::own(PyEval_EvalCode(code.get(), names.get(), names.get()));
  py::own(PyObject_CallFunctionObjArgs(PyDict_GetItemString(names.get(), "clean_up"),
                                       PyImport_GetModuleDict(),
                                       reinterpret_cast<PyObject*>(&PyModule_Type), nullptr));
  PyDict_Clear(names.get());
}

}  // namespace afresh::agent

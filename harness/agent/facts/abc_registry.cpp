// SPDX-License-Identifier: MIT
#include "harness/agent/facts/abc_registry.hpp"

namespace afresh::agent {
namespace {

// Of the C module behind `abc`, which is part of every interpreter. Borrowed.
PyObject* function_of_c(const char* name) {
  return PyDict_GetItemString(PyModule_GetDict(py::loaded_module("_abc")), name);
}

}  // namespace

bool is_abc(const py::PassiveReader& passive, PyObject* cls) {
  PyObject* state = PyDict_GetItemString(passive.class_dict(cls), "_abc_impl");
  if (state == nullptr || passive.name_of_type(state) != "_abc._abc_data") return false;
  // The C code asks the class for its `_abc_impl`, which a metaclass may answer in Python.
  return PyType_GetSlot(Py_TYPE(cls), Py_tp_getattro) ==
         PyType_GetSlot(&PyType_Type, Py_tp_getattro);
}

std::vector<py::Ref> abc_registry(const py::PassiveReader& passive, PyObject* cls) {
  std::vector<py::Ref> registered;
  py::Ref parts = py::own(PyObject_CallFunctionObjArgs(function_of_c("_get_dump"), cls, nullptr));
  for (const py::Ref& weak : passive.elements(PyTuple_GetItem(parts.get(), 0))) {
    if (py::Ref referent = py::referent(weak.get())) registered.push_back(std::move(referent));
  }
  return registered;
}

py::Ref abc_token() {
  return py::own(PyObject_CallFunctionObjArgs(function_of_c("get_cache_token"), nullptr));
}

}  // namespace afresh::agent

// SPDX-License-Identifier: MIT
#include "harness/agent/abc_registry.hpp"

namespace afresh::agent {
namespace {

// `_abc` is C and was imported by `abc`, unless that had to do with `_py_abc`. Borrowed or null.
PyObject* function_of_c(const char* name) {
  PyObject* module = PyDict_GetItemString(PyImport_GetModuleDict(), "_abc");
  return module != nullptr && PyModule_Check(module)
             ? PyDict_GetItemString(PyModule_GetDict(module), name)
             : nullptr;
}

// The `_py_abc` way: a `WeakSet`, whose attribute `data` is the set of weak references.
py::Ref data_of_weak_set(const py::Passive& passive, PyObject* cls) {
  PyObject* weak_set = PyDict_GetItemString(passive.class_dict(cls), "_abc_registry");
  if (weak_set == nullptr || passive.name_of_type(weak_set) != "_weakrefset.WeakSet") return {};
  py::Ref attributes = passive.instance_dict(weak_set);
  return attributes ? py::borrow(PyDict_GetItemString(attributes.get(), "data")) : py::Ref();
}

py::Ref weak_references(const py::Passive& passive, PyObject* cls) {
  PyObject* dump = function_of_c("_get_dump");
  PyObject* state = PyDict_GetItemString(passive.class_dict(cls), "_abc_impl");
  if (state == nullptr || dump == nullptr || passive.name_of_type(state) != "_abc._abc_data") {
    return data_of_weak_set(passive, cls);
  }
  py::Ref parts = py::own(PyObject_CallFunctionObjArgs(dump, cls, nullptr));
  return py::own_borrowed(PyTuple_GetItem(parts.get(), 0));
}

}  // namespace

bool is_abc(const py::Passive& passive, PyObject* cls) {
  PyObject* dict = passive.class_dict(cls);
  if (PyDict_GetItemString(dict, "_abc_impl") == nullptr &&
      PyDict_GetItemString(dict, "_abc_registry") == nullptr) {
    return false;
  }
  // The C code asks the class for its `_abc_impl`, which a metaclass may answer in Python.
  return PyType_GetSlot(Py_TYPE(cls), Py_tp_getattro) ==
         PyType_GetSlot(&PyType_Type, Py_tp_getattro);
}

std::vector<py::Ref> abc_registry(const py::Passive& passive, PyObject* cls) {
  std::vector<py::Ref> registered;
  py::Ref set = weak_references(passive, cls);
  if (!set || !PyAnySet_Check(set.get())) return registered;
  for (const py::Ref& weak : passive.elements(set.get())) {
    if (!PyWeakref_Check(weak.get())) continue;
    if (py::Ref referent = py::referent(weak.get())) registered.push_back(std::move(referent));
  }
  return registered;
}

py::Ref abc_token() {
  PyObject* get = function_of_c("get_cache_token");
  if (get == nullptr) return py::own(PyLong_FromLong(0));
  return py::own(PyObject_CallFunctionObjArgs(get, nullptr));
}

}  // namespace afresh::agent

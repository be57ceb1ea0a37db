// SPDX-License-Identifier: MIT
#include "harness/agent/exit_callbacks.hpp"

#include <array>

#include "harness/python/ref.hpp"

namespace afresh::agent {
namespace {

// `self` of both functions is (original register, original unregister, list of callbacks).
PyObject* part(PyObject* self, Py_ssize_t index) { return PyTuple_GetItem(self, index); }

PyObject* register_callback(PyObject* self, PyObject* args, PyObject* kwargs) {
  return py::guarded([&] {
    py::Ref result = py::own(PyObject_Call(part(self, 0), args, kwargs));
    if (PyTuple_Size(args) > 0) py::check(PyList_Append(part(self, 2), PyTuple_GetItem(args, 0)));
    return result;
  });
}

PyObject* unregister_callback(PyObject* self, PyObject* function) {
  return py::guarded([&] {
    py::Ref result = py::own(PyObject_CallFunctionObjArgs(part(self, 1), function, nullptr));
    PyObject* callbacks = part(self, 2);
    for (Py_ssize_t i = PyList_Size(callbacks) - 1; i >= 0; --i) {
      // By equality, as atexit does.
      if (py::check(PyObject_RichCompareBool(PyList_GetItem(callbacks, i), function, Py_EQ)) == 1) {
        py::check(PyList_SetSlice(callbacks, i, i + 1, nullptr));
      }
    }
    return result;
  });
}

// CPython keeps pointers to these for as long as the functions live.
std::array<PyMethodDef, 2> methods{
    PyMethodDef{"register",
                reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(&register_callback)),
                METH_VARARGS | METH_KEYWORDS, nullptr},
    PyMethodDef{"unregister", &unregister_callback, METH_O, nullptr}};

}  // namespace

void interpose_exit_callbacks() {
  py::Ref atexit = py::import("atexit");
  py::Ref ours = py::own(PyModule_New("_afresh"));
  py::Ref callbacks = py::own(PyList_New(0));
  py::check(PyObject_SetAttrString(ours.get(), "exit_callbacks", callbacks.get()));
  py::check(PyDict_SetItemString(PyImport_GetModuleDict(), "_afresh", ours.get()));
  py::Ref self = py::own(PyTuple_Pack(3, py::attribute(atexit.get(), "register").get(),
                                      py::attribute(atexit.get(), "unregister").get(), callbacks.get()));
  py::Ref module_name = py::make_str("atexit");
  for (PyMethodDef& method : methods) {
    py::Ref function = py::own(PyCFunction_NewEx(&method, self.get(), module_name.get()));
    py::check(PyObject_SetAttrString(atexit.get(), method.ml_name, function.get()));
  }
}

}  // namespace afresh::agent

// SPDX-License-Identifier: MIT
#include "harness/hosts/blender/window_look.hpp"

#include <array>
#include <cstddef>
#include <cstring>

namespace afresh::blender {
namespace {

struct WindowLook {
  PyObject ob_base;
  PyObject* app;
};

PyObject* app_of(PyObject* self) { return reinterpret_cast<WindowLook*>(self)->app; }

PyObject* get(PyObject* self, PyObject* name) {
  if (PyUnicode_CompareWithASCIIString(name, "background") == 0) Py_RETURN_FALSE;
  return PyObject_GetAttr(app_of(self), name);
}
int set(PyObject* self, PyObject* name, PyObject* value) {
  return PyObject_SetAttr(app_of(self), name, value);
}
PyObject* repr(PyObject* self) { return PyObject_Repr(app_of(self)); }
Py_ssize_t length(PyObject* self) { return PySequence_Size(app_of(self)); }
PyObject* item(PyObject* self, Py_ssize_t index) { return PySequence_GetItem(app_of(self), index); }
PyObject* dir(PyObject* self, PyObject*) { return PyObject_Dir(app_of(self)); }

void dealloc(PyObject* self) {
  PyTypeObject* type = Py_TYPE(self);
  Py_XDECREF(app_of(self));
  reinterpret_cast<freefunc>(PyType_GetSlot(type, Py_tp_free))(self);
  Py_DECREF(reinterpret_cast<PyObject*>(type));
}

template <typename Function>
void* slot(Function function) {
  return reinterpret_cast<void*>(function);
}

py::Ref make_type() {
  static std::array methods{PyMethodDef{"__dir__", dir, METH_NOARGS, nullptr},
                            PyMethodDef{nullptr, nullptr, 0, nullptr}};
  std::array slots{
      PyType_Slot{Py_tp_getattro, slot(get)},    PyType_Slot{Py_tp_setattro, slot(set)},
      PyType_Slot{Py_tp_repr, slot(repr)},       PyType_Slot{Py_sq_length, slot(length)},
      PyType_Slot{Py_sq_item, slot(item)},       PyType_Slot{Py_tp_methods, methods.data()},
      PyType_Slot{Py_tp_dealloc, slot(dealloc)}, PyType_Slot{0, nullptr}};
  PyType_Spec spec{"bpy.app", sizeof(WindowLook), 0, Py_TPFLAGS_DEFAULT, slots.data()};
  return py::own(PyType_FromSpec(&spec));
}

}  // namespace

py::Ref as_in_a_window(PyObject* app) {
  const py::Ref type = make_type();
  auto* cls = reinterpret_cast<PyTypeObject*>(type.get());
  auto allocate = reinterpret_cast<allocfunc>(PyType_GetSlot(cls, Py_tp_alloc));
  py::Ref made = py::own(allocate(cls, 0));
  Py_INCREF(app);
  reinterpret_cast<WindowLook*>(made.get())->app = app;
  return made;
}

}  // namespace afresh::blender

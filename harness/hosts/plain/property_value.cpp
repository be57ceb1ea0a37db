// What values a property takes: its kind decides, and only exact builtin atoms are kept.
// SPDX-License-Identifier: MIT
#include "harness/hosts/plain/property.hpp"

namespace afresh::plain {
namespace {

[[noreturn]] void refuse(const std::string& what, const char* expected, PyObject* value) {
  py::Ref type = py::attribute(reinterpret_cast<PyObject*>(Py_TYPE(value)), "__name__");
  py::raise(PyExc_TypeError,
            what + ": expected " + expected + ", not '" + py::to_string(type.get()) + "'");
}

}  // namespace

py::Ref to_atom(HostPropertyKind kind, PyObject* value, const std::string& what) {
  switch (kind) {
    case HostPropertyKind::kInt:
      if (!PyLong_Check(value)) refuse(what, "an int", value);
      return py::own(PyNumber_Index(value));
    case HostPropertyKind::kFloat:
      if (!PyFloat_Check(value) && !PyLong_Check(value)) refuse(what, "a float", value);
      {
        double number = PyFloat_AsDouble(value);
        if (PyErr_Occurred() != nullptr) py::throw_current();
        return py::own(PyFloat_FromDouble(number));
      }
    case HostPropertyKind::kBool:
      if (!PyBool_Check(value)) refuse(what, "a bool", value);
      return py::borrow(value);
    case HostPropertyKind::kString:
      if (!PyUnicode_Check(value)) refuse(what, "a str", value);
      return py::own(PyUnicode_FromObject(value));
    case HostPropertyKind::kPointer:
    case HostPropertyKind::kCollection: break;
  }
  py::raise(PyExc_AttributeError, what + ": a group cannot be assigned, only its properties");
}

}  // namespace afresh::plain

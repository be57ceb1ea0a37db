// SPDX-License-Identifier: MIT
#include "harness/hosts/names.hpp"

namespace afresh::hosts {
namespace {

PyObject* type_of(PyObject* object) { return reinterpret_cast<PyObject*>(Py_TYPE(object)); }

// The function itself or that of a bound method; null for everything else. Borrowed.
PyObject* underlying_function(const py::PassiveReader& passive, PyObject* object) {
  if (passive.is_method(object)) object = passive.referents(object).front();
  return passive.is_function(object) ? object : nullptr;
}

// Borrowed, or null.
PyObject* find_module_name(const py::PassiveReader& passive, PyObject* object) {
  if (PyObject* function = underlying_function(passive, object))
    return passive.function_fields(function).module;
  PyObject* cls = PyType_Check(object) ? object : type_of(object);
  return PyDict_GetItemString(passive.class_dict(cls), "__module__");
}

}  // namespace

std::string name_of(const py::PassiveReader& passive, PyObject* object) {
  if (PyType_Check(object)) return passive.name_of_class(object);
  PyObject* function = underlying_function(passive, object);
  if (function == nullptr) return passive.name_of_class(type_of(object));
  // A function cannot be subclassed, so the generic lookup meets only C descriptors.
  py::Ref name = py::make_str("__name__");
  return py::to_string(py::own(PyObject_GenericGetAttr(function, name.get())).get());
}

std::string top_module_name(const py::PassiveReader& passive, PyObject* object) {
  PyObject* module = find_module_name(passive, object);
  // Builtin types keep a descriptor there, or nothing.
  if (module == nullptr || !PyUnicode_Check(module)) return {};
  return first_part(py::to_string(module));
}

std::string first_part(const std::string& dotted) { return dotted.substr(0, dotted.find('.')); }

std::string addon_of_module(const std::string& dotted) {
  if (!dotted.starts_with("bl_ext.")) return first_part(dotted);
  const std::size_t repository = dotted.find('.');
  const std::size_t extension = dotted.find('.', repository + 1);
  return dotted.substr(
      0, extension == std::string::npos ? extension : dotted.find('.', extension + 1));
}

}  // namespace afresh::hosts

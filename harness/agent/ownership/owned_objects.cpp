// SPDX-License-Identifier: MIT
#include "harness/agent/ownership/owned_objects.hpp"

namespace afresh::agent {
namespace {

std::string str_or_empty(PyObject* object) {
  return object != nullptr && PyUnicode_Check(object) ? py::to_string(object) : std::string();
}

std::string entry_text(PyObject* dict, const char* key) {
  return str_or_empty(PyDict_GetItemString(dict, key));
}

}  // namespace

int owner_of_module(const Ownership& ownership, PyObject* module) {
  PyObject* names = PyModule_GetDict(module);
  int owner = ownership.owner_of(entry_text(names, "__name__"));
  return owner >= 0 ? owner : ownership.owner_of_path(entry_text(names, "__file__"));
}

int owner_of_definition(const py::PassiveReader& passive, const Ownership& ownership,
                        PyObject* object) {
  if (PyType_Check(object)) return ownership.owner_of(passive.module_of_class(object));
  if (passive.is_function(object)) {
    py::FunctionFields fields = passive.function_fields(object);
    int owner = ownership.owner_of(str_or_empty(fields.module));
    return owner >= 0 ? owner : ownership.owner_of(entry_text(fields.globals, "__name__"));
  }
  if (passive.is_method(object)) {
    for (PyObject* part : passive.referents(object)) {
      int owner = owner_of_definition(passive, ownership, part);
      if (owner >= 0) return owner;
    }
    return -1;
  }
  return ownership.owner_of(passive.module_of_class(reinterpret_cast<PyObject*>(Py_TYPE(object))));
}

int owner_of_tagged(const py::PassiveReader& passive, const Ownership& ownership,
                    PyObject* object) {
  if (PyModule_Check(object)) return owner_of_module(ownership, object);
  bool is_definition = PyType_Check(object) || passive.is_function(object);
  return is_definition ? owner_of_definition(passive, ownership, object) : -1;
}

ObjectRef describe_definition(const py::PassiveReader& passive, PyObject* object) {
  if (PyModule_Check(object)) {
    return {.kind = ObjectKind::kModule, .name = entry_text(PyModule_GetDict(object), "__name__")};
  }
  if (PyType_Check(object)) {
    std::string module = passive.module_of_class(object);
    std::string name = passive.full_name(object);
    if (name.starts_with(module + ".")) name.erase(0, module.size() + 1);
    return {.kind = ObjectKind::kClass, .module = std::move(module), .name = std::move(name)};
  }
  py::FunctionFields fields = passive.function_fields(object);
  return {.kind = ObjectKind::kFunction,
          .module = str_or_empty(fields.module),
          .name = str_or_empty(fields.qualname)};
}

}  // namespace afresh::agent

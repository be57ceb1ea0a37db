// SPDX-License-Identifier: MIT
#include "harness/agent/ownership/owned_objects.hpp"

#include "harness/agent/recording/interposers.hpp"

namespace afresh::agent {
namespace {

std::string text_of(PyObject* object) {
  return object != nullptr && PyUnicode_Check(object) ? py::to_string(object) : std::string();
}

std::string entry_text(PyObject* dict, const char* key) {
  return text_of(PyDict_GetItemString(dict, key));
}

// `gc.get_objects`, borrowed; null where calling it would run Python code: it is an audit event,
// and anyone may put another function in its place. A walk takes longer, and does not come to all.
PyObject* collectors_own_list() {
  PyObject* gc = py::loaded_module("gc");
  if (gc == nullptr || has_audit_hook()) return nullptr;
  PyObject* function = PyDict_GetItemString(PyModule_GetDict(gc), "get_objects");
  return function != nullptr && PyCFunction_Check(function) != 0 ? function : nullptr;
}

}  // namespace

int owner_of_module(const Ownership& ownership, PyObject* module) {
  PyObject* names = PyModule_GetDict(module);
  int owner = ownership.owner_of(entry_text(names, "__name__"));
  return owner >= 0 ? owner : ownership.owner_of_path(entry_text(names, "__file__"));
}

int owner_of_definition(const py::Passive& passive, const Ownership& ownership, PyObject* object) {
  if (PyType_Check(object)) return ownership.owner_of(passive.module_of_class(object));
  if (passive.is_function(object)) {
    py::FunctionFields fields = passive.fields_of(object);
    int owner = ownership.owner_of(text_of(fields.module));
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

int owner_of_tagged(const py::Passive& passive, const Ownership& ownership, PyObject* object) {
  if (PyModule_Check(object)) return owner_of_module(ownership, object);
  bool is_definition = PyType_Check(object) || passive.is_function(object);
  return is_definition ? owner_of_definition(passive, ownership, object) : -1;
}

std::string words_of_definition(const py::Passive& passive, PyObject* object) {
  if (PyModule_Check(object)) return "module " + entry_text(PyModule_GetDict(object), "__name__");
  if (PyType_Check(object)) return "class " + passive.full_name(object);
  py::FunctionFields fields = passive.fields_of(object);
  return "function " + text_of(fields.module) + "." + text_of(fields.qualname);
}

void tag_owned_objects(const Subject& subject) {
  PyObject* list_objects = collectors_own_list();
  if (list_objects == nullptr) {
    static_cast<void>(take_snapshot(subject));
    return;
  }
  // The names under which vendored modules are known, before any object is asked whose it is.
  static_cast<void>(subject.ownership.owned_modules());
  py::Ref all = py::own(PyObject_CallNoArgs(list_objects));
  for (Py_ssize_t i = 0; i < PyList_Size(all.get()); ++i) {
    PyObject* object = PyList_GetItem(all.get(), i);
    int owner = owner_of_tagged(subject.passive, subject.ownership, object);
    if (owner >= 0) subject.loads.tag(object);
  }
}

}  // namespace afresh::agent

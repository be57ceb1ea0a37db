// SPDX-License-Identifier: MIT
#include "harness/agent/baseline.hpp"

#include <array>
#include <string_view>

namespace afresh::agent {
namespace {

// Written by the interpreter itself while it runs: caches and state, no change by an add-on.
constexpr std::array<std::string_view, 12> kVolatile{
    "__warningregistry__", "__abstractmethods__", "_abc_impl",       "last_type", "last_value",
    "last_traceback",      "last_exc",            "__annotations__", "_cache",    "__doc__",
    "path_importer_cache", "__static_attributes__"};

bool is_volatile(PyObject* key) {
  if (!PyUnicode_CheckExact(key)) return true;
  std::string name = py::to_string(key);
  for (std::string_view known : kVolatile) {
    if (name == known) return true;
  }
  return false;
}

}  // namespace

Baseline::Baseline(const Passive& passive) {
  py::Ref gc = py::import("gc");
  py::Ref all = py::own(PyObject_CallMethod(gc.get(), "get_objects", nullptr));
  for (Py_ssize_t i = 0; i < PyList_Size(all.get()); ++i) objects_.insert(PyList_GetItem(all.get(), i));
  // The list itself is made by us and is nobody's object.
  kept_.push_back(all);

  py::Ref modules = py::borrow(PyImport_GetModuleDict());
  PyObject* key = nullptr;
  PyObject* module = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(modules.get(), &position, &key, &module) != 0) {
    std::string name = py::to_string(key);
    modules_.insert(name);
    if (PyModule_Check(module)) remember(name, PyModule_GetDict(module));
  }
  for (Py_ssize_t i = 0; i < PyList_Size(all.get()); ++i) {
    PyObject* object = PyList_GetItem(all.get(), i);
    if (!PyType_Check(object) || !passive.is_python_class(object)) continue;
    // Only classes that an attribute can be set on; static types have no changeable namespace.
    auto* type = reinterpret_cast<PyTypeObject*>(object);
    if ((PyType_GetFlags(type) & Py_TPFLAGS_HEAPTYPE) == 0) continue;
    remember(passive.module_of_class(object) + "." + passive.qualname_of_class(object),
             passive.class_dict(object));
  }
}

void Baseline::remember(std::string name, PyObject* dict) {
  Namespace space{.name = std::move(name), .dict = dict, .entries = {}};
  PyObject* key = nullptr;
  PyObject* value = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(dict, &position, &key, &value) != 0) {
    kept_.push_back(py::borrow(value));
    space.entries.push_back({key, value});
    if (PyUnicode_CheckExact(key) && !PyModule_Check(value)) {
      names_.try_emplace(value, space.name + "." + py::to_string(key));
    }
  }
  kept_.push_back(py::borrow(dict));
  namespaces_.push_back(std::move(space));
}

std::string Baseline::name_of(PyObject* object) const {
  auto found = names_.find(object);
  return found == names_.end() ? std::string() : found->second;
}

std::vector<NamespaceChange> Baseline::changes() const {
  std::vector<NamespaceChange> changes;
  for (const Namespace& then : namespaces_) compare(then, changes);
  return changes;
}

void Baseline::compare(const Namespace& then, std::vector<NamespaceChange>& changes) const {
  // Almost always nothing changed, and then the order is the same too: compare in step.
  std::size_t same = 0;
  PyObject* key = nullptr;
  PyObject* value = nullptr;
  Py_ssize_t position = 0;
  std::vector<Entry> others;
  while (PyDict_Next(then.dict, &position, &key, &value) != 0) {
    if (same < then.entries.size() && then.entries[same].key == key && then.entries[same].value == value) {
      ++same;
    } else {
      others.push_back({key, value});
    }
  }
  if (others.empty() && same == then.entries.size()) return;

  std::unordered_map<std::string, PyObject*> old_values;
  for (std::size_t i = same; i < then.entries.size(); ++i) {
    if (!is_volatile(then.entries[i].key)) {
      old_values.emplace(py::to_string(then.entries[i].key), then.entries[i].value);
    }
  }
  for (const Entry& entry : others) {
    if (is_volatile(entry.key)) continue;
    std::string name = py::to_string(entry.key);
    auto old = old_values.find(name);
    bool is_unchanged = old != old_values.end() && old->second == entry.value;
    // A submodule imported later becomes an attribute of its package.
    bool is_submodule = PyModule_Check(entry.value) && old == old_values.end();
    if (!is_unchanged && !is_submodule) changes.push_back({then.name + "." + name, entry.value});
    if (old != old_values.end()) old_values.erase(old);
  }
  for (const auto& [name, value_then] : old_values) changes.push_back({then.name + "." + name, nullptr});
}

}  // namespace afresh::agent

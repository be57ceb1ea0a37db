// SPDX-License-Identifier: MIT
#include "harness/agent/ownership/ownership.hpp"

#include "harness/python/entries.hpp"
#include "harness/values/case.hpp"

namespace afresh::agent {
namespace {

std::string read_str_entry(PyObject* dict, const char* key) {
  PyObject* value = PyDict_GetItemString(dict, key);
  return value != nullptr && PyUnicode_CheckExact(value) ? py::to_string(value) : std::string();
}

// The first folder of a package's `__path__`: a list, or the import system's object around one.
std::string first_of_path(PyObject* path) {
  if (path == nullptr) return {};
  py::Ref attributes;
  if (!PyList_CheckExact(path)) {
    attributes = py::steal(PyObject_GenericGetDict(path, nullptr));
    PyErr_Clear();
    if (!attributes) return {};
    path = PyDict_GetItemString(attributes.get(), "_path");
  }
  if (path == nullptr || !PyList_CheckExact(path) || PyList_Size(path) == 0) return {};
  PyObject* first = PyList_GetItem(path, 0);
  return PyUnicode_CheckExact(first) ? py::to_string(first) : std::string();
}

}  // namespace

Ownership::Ownership(std::vector<std::string> addons, std::string folder)
    : addons_(std::move(addons)), folder_(std::move(folder)) {
  for (const std::string& addon : addons_) paths_.push_back(addon_path(addon));
}

int Ownership::owner_by_name(std::string_view name) const {
  for (std::size_t i = 0; i < addons_.size(); ++i) {
    const std::string& addon = addons_[i];
    if (name == addon || (name.starts_with(addon) && name.substr(addon.size()).starts_with('.'))) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

int Ownership::owner_of(std::string_view name) const {
  if (int owner = owner_by_name(name); owner >= 0) return owner;
  auto found = remembered_.find(name);
  return found == remembered_.end() ? -1 : found->second;
}

int Ownership::owner_of_path(std::string_view path) const {
  if (!path.starts_with(folder_)) return -1;
  path.remove_prefix(folder_.size());
  if (!path.starts_with('/')) return -1;
  path.remove_prefix(1);
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    std::string_view rest = path;
    if (!rest.starts_with(paths_[i])) continue;
    rest.remove_prefix(paths_[i].size());
    if (rest.empty() || rest.starts_with('/') || rest == ".py") return static_cast<int>(i);
  }
  return -1;
}

std::string Ownership::shown_path(std::string_view path) const {
  bool is_inside = path.starts_with(folder_) && path.substr(folder_.size()).starts_with('/');
  return std::string(is_inside ? path.substr(folder_.size() + 1) : path);
}

int Ownership::owner_by_file(PyObject* module) const {
  if (!PyModule_Check(module)) return -1;
  PyObject* names = PyModule_GetDict(module);
  int owner = owner_of_path(read_str_entry(names, "__file__"));
  if (owner < 0) owner = owner_of_path(first_of_path(PyDict_GetItemString(names, "__path__")));
  return owner;
}

std::vector<OwnedModule> Ownership::owned_modules() {
  struct Entry {
    std::string key;
    PyObject* module;
  };
  std::vector<Entry> entries;
  std::vector<OwnedModule> owned;
  std::unordered_map<PyObject*, int> owners;
  py::for_each_item(PyImport_GetModuleDict(), [&](PyObject* key, PyObject* module) {
    if (!PyUnicode_CheckExact(key)) return;
    entries.push_back({py::to_string(key), module});
    int owner = owner_of(entries.back().key);
    if (owner < 0) owner = owner_by_file(module);
    if (owner >= 0 && module != Py_None) owners.emplace(module, owner);
  });
  for (const Entry& entry : entries) {
    int owner = owner_of(entry.key);
    auto by_object = owners.find(entry.module);
    if (owner < 0 && by_object == owners.end()) continue;
    if (owner < 0) owner = by_object->second;
    // That its name was met before is no name of the add-on: who asks gets the same answer,
    // whether or not somebody had looked.
    int by_name = owner_by_name(entry.key);
    OwnedBy by = by_name >= 0                       ? OwnedBy::kName
                 : owner_by_file(entry.module) >= 0 ? OwnedBy::kFile
                                                    : OwnedBy::kIdentity;
    if (by_name < 0) remembered_.emplace(entry.key, owner);
    owned.push_back({entry.key, entry.module, owner, by});
  }
  return owned;
}

}  // namespace afresh::agent

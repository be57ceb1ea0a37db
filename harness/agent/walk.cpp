// What an object is: atom, foreign name, or a node to be expanded.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string_view>

#include "harness/agent/snapshot.hpp"

namespace afresh::agent {
namespace {

// Looked at by type only: native handles, and what changes by being looked at.
constexpr std::array<std::string_view, 14> kOpaque{
    "builtins.frame",        "builtins.traceback",  "_thread.lock",      "_thread.RLock",
    "_io.TextIOWrapper",     "_io.BufferedReader",  "_io.BufferedWriter", "_io.FileIO",
    "_socket.socket",        "builtins.PyCapsule",  "_abc._abc_data",    "_thread._local",
    "_ctypes.CFuncPtr",      "builtins.async_generator"};

std::string string_or_empty(PyObject* object) {
  return object != nullptr && PyUnicode_Check(object) ? py::to_string(object) : std::string();
}

}  // namespace

Target Walk::visit(PyObject* object) {
  if (auto text = atom_text(subject_.passive, object)) return graph_.atom(*text);
  if (auto seen = seen_.find(object); seen != seen_.end()) return seen->second;
  if (auto named = visit_named(object)) return *named;
  if (PyModule_Check(object)) return visit_module(object);
  if (PyType_Check(object)) return visit_class(object);
  if (subject_.passive.is_function(object)) return visit_function(object);
  return visit_other(object);
}

std::optional<Target> Walk::visit_named(PyObject* object) {
  if (auto named = names_.find(object); named != names_.end()) return graph_.atom(named->second);
  // Classes and functions of the baseline fall under their own rule, which writes the same name.
  bool has_own_rule = PyModule_Check(object) || PyType_Check(object) || subject_.passive.is_function(object);
  if (has_own_rule || !subject_.baseline.contains(object)) return {};
  std::string name = subject_.baseline.name_of(object);
  return graph_.atom("object " + (name.empty() ? "of " + subject_.passive.name_of_type(object) : name));
}

Target Walk::add(PyObject* object, const GraphBuilder::NodeFacts& facts, void (Walk::*expand)(PyObject*)) {
  Target target = graph_.node(facts);
  seen_.emplace(object, target);
  pending_.push_back({object, target.id, expand});
  return target;
}

Target Walk::visit_module(PyObject* module) {
  std::string name = string_or_empty(PyDict_GetItemString(PyModule_GetDict(module), "__name__"));
  int owner = subject_.ownership.owner_of(name);
  if (owner < 0) {
    owner = subject_.ownership.owner_of_path(
        string_or_empty(PyDict_GetItemString(PyModule_GetDict(module), "__file__")));
  }
  if (owner < 0) return graph_.atom("module " + name);
  return add(module,
             {.kind = NodeKind::kModule,
              .type = subject_.passive.name_of_type(module),
              .name = name,
              .owner = owner,
              .born = subject_.generations.born(module)},
             &Walk::expand_module);
}

Target Walk::visit_class(PyObject* cls) {
  std::string module = subject_.passive.module_of_class(cls);
  std::string qualname = subject_.passive.qualname_of_class(cls);
  int owner = subject_.ownership.owner_of(module);
  if (owner < 0) return graph_.atom("class " + module + "." + qualname);
  return add(cls,
             {.kind = NodeKind::kClass,
              .type = module,
              .name = qualname,
              .owner = owner,
              .born = subject_.generations.born(cls)},
             &Walk::expand_class);
}

bool Walk::is_foreign_function(const FunctionFields& fields) const {
  const Ownership& ownership = subject_.ownership;
  if (ownership.owner_of(string_or_empty(fields.module)) >= 0) return false;
  // functools.wraps copies `__module__`, so a function can claim to be another module's.
  if (ownership.owner_of(string_or_empty(PyDict_GetItemString(fields.globals, "__name__"))) >= 0) return false;
  return ownership.owner_of_path(string_or_empty(py::attribute(fields.code, "co_filename").get())) < 0;
}

Target Walk::visit_function(PyObject* function) {
  FunctionFields fields = subject_.passive.fields_of(function);
  std::string module = string_or_empty(fields.module);
  std::string qualname = string_or_empty(fields.qualname);
  if (is_foreign_function(fields)) return graph_.atom("function " + module + "." + qualname);
  return add(function,
             {.kind = NodeKind::kFunction,
              .type = module,
              .name = qualname,
              .owner = subject_.ownership.owner_of(module),
              .born = subject_.generations.born(function)},
             &Walk::expand_function);
}

bool Walk::is_namespace(PyObject* dict) {
  bool has_name = false;
  bool has_spec = false;
  PyObject* key = nullptr;
  Py_ssize_t position = 0;
  // Not looked up: a key that only derives from `str` would be asked whether it is equal.
  while (!(has_name && has_spec) && PyDict_Next(dict, &position, &key, nullptr) != 0) {
    if (!PyUnicode_CheckExact(key)) continue;
    has_name = has_name || PyUnicode_CompareWithASCIIString(key, "__name__") == 0;
    has_spec = has_spec || PyUnicode_CompareWithASCIIString(key, "__spec__") == 0;
  }
  return has_name && has_spec;
}

Target Walk::visit_other(PyObject* object) {
  const Passive& passive = subject_.passive;
  std::string type = passive.name_of_type(object);
  if (std::ranges::find(kOpaque, type) != kOpaque.end()) {
    graph_.count_opaque();
    return graph_.atom("opaque " + type);
  }
  if (passive.is_slot(object) || passive.is_getset(object)) return graph_.atom("descriptor " + type);
  if (passive.is_code(object)) {
    return graph_.atom(fingerprint(passive, subject_.ownership, object).meaning);
  }
  if (PyDict_CheckExact(object)) {
    if (is_namespace(object)) {
      std::string name = string_or_empty(PyDict_GetItemString(object, "__name__"));
      int owner = subject_.ownership.owner_of(name);
      return add(object, {.kind = NodeKind::kNamespace, .type = "namespace", .name = name, .owner = owner},
                 &Walk::expand_namespace);
    }
    bool has_atomic_keys = true;
    PyObject* key = nullptr;
    PyObject* value = nullptr;
    Py_ssize_t position = 0;
    while (has_atomic_keys && PyDict_Next(object, &position, &key, &value) != 0) {
      has_atomic_keys = atom_text(passive, key).has_value();
    }
    NodeKind kind = has_atomic_keys ? NodeKind::kDict : NodeKind::kPairs;
    return add(object, {.kind = kind, .type = type}, &Walk::expand_dict);
  }
  if (PyList_CheckExact(object) || PyTuple_CheckExact(object)) {
    return add(object, {.kind = NodeKind::kList, .type = type}, &Walk::expand_list);
  }
  if (Py_TYPE(object) == &PySet_Type || Py_TYPE(object) == &PyFrozenSet_Type) {
    return add(object, {.kind = NodeKind::kSet, .type = type}, &Walk::expand_set);
  }
  bool is_transparent = passive.is_method(object) || passive.is_cell(object) ||
                        passive.is_mapping_proxy(object) || PyWeakref_Check(object) ||
                        PyCFunction_Check(object);
  if (is_transparent) {
    // Made anew at each look: one node each time, so that it never takes part in identity.
    Target target = graph_.node({.kind = NodeKind::kTransparent, .type = type});
    seen_.emplace(object, target);
    pending_.push_back({object, target.id, &Walk::expand_transparent});
    return target;
  }
  return add(object, {.kind = NodeKind::kInstance, .type = type, .owner = owner_of(object)},
             &Walk::expand_instance);
}

int Walk::owner_of(PyObject* object) const {
  const Ownership& ownership = subject_.ownership;
  if (PyType_Check(object)) return ownership.owner_of(subject_.passive.module_of_class(object));
  if (subject_.passive.is_function(object)) {
    FunctionFields fields = subject_.passive.fields_of(object);
    int owner = ownership.owner_of(string_or_empty(fields.module));
    return owner >= 0 ? owner : ownership.owner_of(string_or_empty(PyDict_GetItemString(fields.globals, "__name__")));
  }
  if (subject_.passive.is_method(object)) {
    for (PyObject* part : subject_.passive.referents(object)) {
      int owner = owner_of(part);
      if (owner >= 0) return owner;
    }
    return -1;
  }
  return ownership.owner_of(subject_.passive.module_of_class(reinterpret_cast<PyObject*>(Py_TYPE(object))));
}

PyObject* Walk::keep(py::Ref object) {
  kept_.push_back(std::move(object));
  return kept_.back().get();
}

void Walk::registry(RootGroup group, const std::string& probe, int owner, bool is_labelled,
                    const std::vector<Entry>& entries) {
  // Targets first: visiting adds nodes, and a node's edges must lie together.
  std::vector<Target> targets;
  for (const Entry& entry : entries) targets.push_back(visit(keep(entry.object)));
  Target root = graph_.node({.kind = is_labelled ? NodeKind::kInstance : NodeKind::kRegistry,
                             .type = "registry",
                             .owner = owner});
  graph_.open(root.id);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    bool has_label = is_labelled || !entries[i].label.empty();
    graph_.edge("[" + (has_label ? entries[i].label : std::to_string(i)) + "]", targets[i]);
  }
  graph_.root(group, probe, owner, root);
}

void Walk::run() {
  while (!pending_.empty()) {
    Pending next = pending_.front();
    pending_.pop_front();
    graph_.open(next.node);
    (this->*next.expand)(next.object);
  }
}

}  // namespace afresh::agent

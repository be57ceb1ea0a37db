// What an object is: atom, foreign name, or a node to be expanded.
// SPDX-License-Identifier: MIT
#include "harness/agent/snapshot/walk.hpp"

#include <string_view>

#include "harness/python/entries.hpp"

namespace afresh::agent {
namespace {

std::string string_or_empty(PyObject* object) {
  return object != nullptr && PyUnicode_Check(object) ? py::to_string(object) : std::string();
}

}  // namespace

Target Walk::visit(PyObject* object) {
  if (auto seen = seen_.find(object); seen != seen_.end()) return seen->second;
  Target target = [&] {
    if (auto text = atom_text(subject_.passive, object)) return graph_.atom(*text);
    if (auto named = visit_named(object)) return *named;
    if (PyModule_Check(object)) return visit_module(object);
    if (PyType_Check(object)) return visit_class(object);
    if (subject_.passive.is_function(object)) return visit_function(object);
    return visit_other(object);
  }();
  seen_.emplace(object, target);
  return target;
}

std::optional<Target> Walk::visit_named(PyObject* object) {
  if (auto named = names_.find(object); named != names_.end()) return graph_.atom(named->second);
  // Classes and functions of the baseline fall under their own rule, which writes the same name.
  bool has_own_rule =
      PyModule_Check(object) || PyType_Check(object) || subject_.passive.is_function(object);
  if (has_own_rule || !subject_.baseline.contains(object)) return {};
  std::string name = subject_.baseline.name_of(object);
  return graph_.atom("object " + (name.empty() ? "of " + types_.of(object).name : name));
}

Target Walk::add(PyObject* object, const GraphBuilder::NodeFacts& facts,
                 void (Walk::*expand)(PyObject*)) {
  Target target = graph_.node(facts);
  pending_.push_back({object, target.id, expand});
  return target;
}

Target Walk::visit_module(PyObject* module) {
  std::string name = string_or_empty(PyDict_GetItemString(PyModule_GetDict(module), "__name__"));
  int owner = owner_of_module(subject_.ownership, module);
  if (owner < 0) return graph_.atom("module " + name);
  return add(module,
             {.kind = NodeKind::kModule,
              .type = types_.of(module).name,
              .name = name,
              .owner = owner,
              .born = subject_.loads.born(module)},
             &Walk::expand_module);
}

Target Walk::visit_class(PyObject* cls) {
  std::string module = subject_.passive.module_of_class(cls);
  std::string qualname = subject_.passive.qualname_of_class(cls);
  int owner = subject_.ownership.owner_of(module);
  if (owner < 0 && is_foreign_class(cls, module, qualname))
    return graph_.atom("class " + module + "." + qualname);
  return add(cls,
             {.kind = NodeKind::kClass,
              .type = module,
              .name = qualname,
              .owner = owner,
              .born = subject_.loads.born(cls)},
             &Walk::expand_class);
}

// What a library makes at an add-on's request (`types.new_class`, `dataclasses.make_dataclass`, a
// closure) says that it is the library's, but the library does not hold it.
bool Walk::is_held_by_its_module(PyObject* object, const std::string& module,
                                 std::string_view qualname) const {
  PyObject* holder = PyDict_GetItemString(PyImport_GetModuleDict(), module.c_str());
  // A library may have put another object in its module's place: its names are not to be had.
  if (holder == nullptr || !PyModule_Check(holder)) return holder != nullptr;
  PyObject* names = PyModule_GetDict(holder);
  while (true) {
    std::size_t dot = qualname.find('.');
    PyObject* found = PyDict_GetItemString(names, std::string(qualname.substr(0, dot)).c_str());
    if (dot == std::string_view::npos || found == nullptr) return found == object;
    if (!PyType_Check(found)) return false;
    names = subject_.passive.class_dict(found);
    qualname.remove_prefix(dot + 1);
  }
}

bool Walk::is_foreign_class(PyObject* cls, const std::string& module,
                            const std::string& qualname) const {
  return subject_.baseline.contains(cls) || !subject_.passive.is_python_class(cls) ||
         is_held_by_its_module(cls, module, qualname);
}

bool Walk::is_foreign_function(PyObject* function, const py::FunctionFields& fields) const {
  const Ownership& ownership = subject_.ownership;
  if (subject_.baseline.contains(function)) return true;
  std::string module = string_or_empty(fields.module);
  if (ownership.owner_of(module) >= 0) return false;
  // functools.wraps copies `__module__`, so a function can claim to be another module's.
  if (ownership.owner_of(string_or_empty(PyDict_GetItemString(fields.globals, "__name__"))) >= 0)
    return false;
  if (ownership.owner_of_path(string_or_empty(py::attribute(fields.code, "co_filename").get())) >=
      0)
    return false;
  return is_held_by_its_module(function, module, string_or_empty(fields.qualname));
}

Target Walk::visit_function(PyObject* function) {
  py::FunctionFields fields = subject_.passive.fields_of(function);
  std::string module = string_or_empty(fields.module);
  std::string qualname = string_or_empty(fields.qualname);
  if (is_foreign_function(function, fields))
    return graph_.atom("function " + module + "." + qualname);
  return add(function,
             {.kind = NodeKind::kFunction,
              .type = module,
              .name = qualname,
              .owner = subject_.ownership.owner_of(module),
              .born = subject_.loads.born(function)},
             &Walk::expand_function);
}

bool Walk::is_namespace(PyObject* dict) {
  bool has_name = false;
  bool has_spec = false;
  // Not looked up: a key that only derives from `str` would be asked whether it is equal.
  py::for_each_item(dict, [&](PyObject* key, PyObject*) {
    if (!PyUnicode_CheckExact(key)) return true;
    has_name = has_name || PyUnicode_CompareWithASCIIString(key, "__name__") == 0;
    has_spec = has_spec || PyUnicode_CompareWithASCIIString(key, "__spec__") == 0;
    return !(has_name && has_spec);
  });
  return has_name && has_spec;
}

Target Walk::visit_other(PyObject* object) {
  const py::Passive& passive = subject_.passive;
  const TypeFacts& type = types_.of(object);
  if (type.is_opaque) {
    graph_.count_opaque();
    return graph_.atom("opaque " + type.name);
  }
  if (passive.is_slot(object) || passive.is_getset(object))
    return graph_.atom("descriptor " + type.name);
  if (passive.is_code(object)) {
    return graph_.atom(subject_.fingerprints.of(passive, subject_.ownership, object).meaning);
  }
  if (PyDict_CheckExact(object)) return visit_dict(object);
  if (PyList_CheckExact(object) || PyTuple_CheckExact(object)) {
    return add(object, {.kind = NodeKind::kList, .type = type.name}, &Walk::expand_list);
  }
  if (Py_TYPE(object) == &PySet_Type || Py_TYPE(object) == &PyFrozenSet_Type) {
    return add(object, {.kind = NodeKind::kSet, .type = type.name}, &Walk::expand_set);
  }
  bool is_transparent = passive.is_method(object) || passive.is_cell(object) ||
                        passive.is_mapping_proxy(object) || PyWeakref_Check(object) ||
                        PyCFunction_Check(object);
  // Made anew at each look, so that it never takes part in identity.
  if (is_transparent) {
    return add(object, {.kind = NodeKind::kTransparent, .type = type.name},
               &Walk::expand_transparent);
  }
  return add(object,
             {.kind = NodeKind::kInstance, .type = type.name, .owner = subject_.owner_of(object)},
             &Walk::expand_instance);
}

Target Walk::visit_dict(PyObject* dict) {
  if (is_namespace(dict)) {
    std::string name = string_or_empty(PyDict_GetItemString(dict, "__name__"));
    return add(dict,
               {.kind = NodeKind::kNamespace,
                .type = "namespace",
                .name = name,
                .owner = subject_.ownership.owner_of(name)},
               &Walk::expand_namespace);
  }
  if (has_atomic_keys(dict)) {
    return add(dict, {.kind = NodeKind::kDict, .type = types_.of(dict).name}, &Walk::expand_dict);
  }
  return add(dict, {.kind = NodeKind::kPairs, .type = types_.of(dict).name}, &Walk::expand_pairs);
}

bool Walk::has_atomic_keys(PyObject* dict) const {
  return py::for_each_item(
      dict, [&](PyObject* key, PyObject*) { return is_atom(subject_.passive, key); });
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

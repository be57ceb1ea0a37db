// What an object is: atom, foreign name, or a node to be expanded.
// SPDX-License-Identifier: MIT
#include "harness/agent/snapshot/object_walk.hpp"

#include <string_view>

#include "harness/python/entries.hpp"

namespace afresh::agent {
namespace {

std::string string_or_empty(PyObject* object) {
  return object != nullptr && PyUnicode_Check(object) ? py::to_string(object) : std::string();
}

}  // namespace

EdgeTarget ObjectWalk::visit(PyObject* object) {
  if (auto seen = seen_.find(object); seen != seen_.end()) return seen->second;
  EdgeTarget target = [&] {
    if (auto text = atom_text(context_.passive, object)) return graph_.atom(*text);
    if (auto named = visit_named(object)) return *named;
    if (PyModule_Check(object)) return visit_module(object);
    if (PyType_Check(object)) return visit_class(object);
    if (context_.passive.is_function(object)) return visit_function(object);
    return visit_other(object);
  }();
  seen_.emplace(object, target);
  return target;
}

std::optional<EdgeTarget> ObjectWalk::visit_named(PyObject* object) {
  if (auto named = names_.find(object); named != names_.end()) return graph_.atom(named->second);
  // Classes and functions of the baseline fall under their own rule, which writes the same name.
  bool has_own_rule =
      PyModule_Check(object) || PyType_Check(object) || context_.passive.is_function(object);
  if (has_own_rule || !context_.baseline.contains(object)) return {};
  std::string name = context_.baseline.name_of(object);
  return graph_.atom("object " + (name.empty() ? "of " + types_.of(object).name : name));
}

EdgeTarget ObjectWalk::add(PyObject* object, const GraphBuilder::NodeFacts& facts,
                           void (ObjectWalk::*expand)(PyObject*)) {
  EdgeTarget target = graph_.node(facts);
  pending_.push_back({object, target.id, expand});
  return target;
}

EdgeTarget ObjectWalk::visit_module(PyObject* module) {
  std::string name = string_or_empty(PyDict_GetItemString(PyModule_GetDict(module), "__name__"));
  int owner = owner_of_module(context_.ownership, module);
  if (owner < 0) return graph_.atom("module " + name);
  return add(module,
             {.kind = NodeKind::kModule,
              .type = types_.of(module).name,
              .name = name,
              .owner = owner,
              .born = context_.loads.born(module)},
             &ObjectWalk::expand_module);
}

EdgeTarget ObjectWalk::visit_class(PyObject* cls) {
  std::string module = context_.passive.module_of_class(cls);
  std::string qualname = context_.passive.qualname_of_class(cls);
  int owner = context_.ownership.owner_of(module);
  if (owner < 0 && is_foreign_class(cls, module, qualname))
    return graph_.atom("class " + module + "." + qualname);
  return add(cls,
             {.kind = NodeKind::kClass,
              .type = module,
              .name = qualname,
              .owner = owner,
              .born = context_.loads.born(cls)},
             &ObjectWalk::expand_class);
}

// What a library makes at an add-on's request (`types.new_class`, `dataclasses.make_dataclass`, a
// closure) says that it is the library's, but the library does not hold it.
bool ObjectWalk::is_held_by_its_module(PyObject* object, const std::string& module,
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
    names = context_.passive.class_dict(found);
    qualname.remove_prefix(dot + 1);
  }
}

bool ObjectWalk::is_foreign_class(PyObject* cls, const std::string& module,
                                  const std::string& qualname) const {
  return context_.baseline.contains(cls) || !context_.passive.is_python_class(cls) ||
         is_held_by_its_module(cls, module, qualname);
}

bool ObjectWalk::is_foreign_function(PyObject* function, const py::FunctionFields& fields) const {
  const Ownership& ownership = context_.ownership;
  if (context_.baseline.contains(function)) return true;
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

EdgeTarget ObjectWalk::visit_function(PyObject* function) {
  py::FunctionFields fields = context_.passive.function_fields(function);
  std::string module = string_or_empty(fields.module);
  std::string qualname = string_or_empty(fields.qualname);
  if (is_foreign_function(function, fields))
    return graph_.atom("function " + module + "." + qualname);
  return add(function,
             {.kind = NodeKind::kFunction,
              .type = module,
              .name = qualname,
              .owner = context_.ownership.owner_of(module),
              .born = context_.loads.born(function)},
             &ObjectWalk::expand_function);
}

bool ObjectWalk::is_namespace(PyObject* dict) {
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

EdgeTarget ObjectWalk::visit_other(PyObject* object) {
  const py::PassiveReader& passive = context_.passive;
  const TypeFacts& type = types_.of(object);
  if (type.is_opaque) {
    graph_.count_opaque();
    return graph_.atom("opaque " + type.name);
  }
  if (passive.is_slot(object) || passive.is_getset(object))
    return graph_.atom("descriptor " + type.name);
  if (passive.is_code(object)) {
    return graph_.atom(context_.fingerprints.of(passive, context_.ownership, object).meaning);
  }
  if (PyDict_CheckExact(object)) return visit_dict(object);
  if (PyList_CheckExact(object) || PyTuple_CheckExact(object)) {
    return add(object, {.kind = NodeKind::kList, .type = type.name}, &ObjectWalk::expand_list);
  }
  if (Py_TYPE(object) == &PySet_Type || Py_TYPE(object) == &PyFrozenSet_Type) {
    return add(object, {.kind = NodeKind::kSet, .type = type.name}, &ObjectWalk::expand_set);
  }
  bool is_transparent = passive.is_method(object) || passive.is_cell(object) ||
                        passive.is_mapping_proxy(object) || PyWeakref_Check(object) ||
                        PyCFunction_Check(object);
  // Made anew at each look, so that it never takes part in identity.
  if (is_transparent) {
    return add(object, {.kind = NodeKind::kTransparent, .type = type.name},
               &ObjectWalk::expand_transparent);
  }
  return add(object,
             {.kind = NodeKind::kInstance, .type = type.name, .owner = context_.owner_of(object)},
             &ObjectWalk::expand_instance);
}

EdgeTarget ObjectWalk::visit_dict(PyObject* dict) {
  if (is_namespace(dict)) {
    std::string name = string_or_empty(PyDict_GetItemString(dict, "__name__"));
    return add(dict,
               {.kind = NodeKind::kNamespace,
                .type = "namespace",
                .name = name,
                .owner = context_.ownership.owner_of(name)},
               &ObjectWalk::expand_namespace);
  }
  if (has_atomic_keys(dict)) {
    return add(dict, {.kind = NodeKind::kDict, .type = types_.of(dict).name},
               &ObjectWalk::expand_dict);
  }
  return add(dict, {.kind = NodeKind::kPairs, .type = types_.of(dict).name},
             &ObjectWalk::expand_pairs);
}

bool ObjectWalk::has_atomic_keys(PyObject* dict) const {
  return py::for_each_item(
      dict, [&](PyObject* key, PyObject*) { return is_atom(context_.passive, key); });
}

PyObject* ObjectWalk::keep(py::Ref object) {
  kept_.push_back(std::move(object));
  return kept_.back().get();
}

void ObjectWalk::registry(RootGroup group, const std::string& probe, int owner, bool is_labelled,
                          const std::vector<Entry>& entries) {
  // Targets first: visiting adds nodes, and a node's edges must lie together.
  std::vector<EdgeTarget> targets;
  for (const Entry& entry : entries) targets.push_back(visit(keep(entry.object)));
  EdgeTarget root = graph_.node({.kind = is_labelled ? NodeKind::kInstance : NodeKind::kRegistry,
                                 .type = "registry",
                                 .owner = owner});
  graph_.open(root.id);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    bool has_label = is_labelled || !entries[i].label.empty();
    if (has_label)
      graph_.edge(EdgeKind::kKey, entries[i].label, targets[i]);
    else
      graph_.edge(EdgeKind::kPosition, std::to_string(i), targets[i]);
  }
  graph_.root(group, probe, owner, root);
}

void ObjectWalk::run() {
  while (!pending_.empty()) {
    Pending next = pending_.front();
    pending_.pop_front();
    graph_.open(next.node);
    (this->*next.expand)(next.object);
  }
}

}  // namespace afresh::agent

// What hangs from an object: its labelled edges.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "harness/agent/facts/abc_registry.hpp"
#include "harness/agent/snapshot/object_walk.hpp"
#include "harness/python/entries.hpp"

namespace afresh::agent {
namespace {

using namespace std::string_view_literals;

// Written by the import system; what matters of them is in ` spec`, or is noise.
constexpr std::array kSkippedNames{".__builtins__"sv, ".__spec__"sv, ".__loader__"sv,
                                   ".__cached__"sv, ".__warningregistry__"sv};
constexpr std::array kSkippedClassNames{".__dict__"sv,        ".__weakref__"sv,
                                        ".__module__"sv,      "._abc_impl"sv,
                                        ".__firstlineno__"sv, ".__static_attributes__"sv};

bool is_one_of(const auto& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string name_or(PyObject* key, const py::PassiveReader& passive) {
  if (PyUnicode_CheckExact(key)) return py::to_string(key);
  return atom_text(passive, key).value_or("?");
}

}  // namespace

StringId ObjectWalk::name_label(PyObject* key) {
  auto found = name_labels_.find(key);
  if (found != name_labels_.end()) return found->second;
  StringId label = graph_.intern(edge_label(EdgeKind::kAttribute, name_or(key, context_.passive)));
  name_labels_.emplace(key, label);
  return label;
}

template <typename IsSkipped>
void ObjectWalk::name_edges(PyObject* dict, IsSkipped&& is_skipped) {
  py::for_each_item(dict, [&](PyObject* key, PyObject* value) {
    StringId label = name_label(key);
    if (!is_skipped(graph_.text(label)))
      graph_.edge_with_label(EdgeKind::kAttribute, label, visit(value));
  });
}

void ObjectWalk::expand_module(PyObject* module) {
  PyObject* names = PyModule_GetDict(module);
  // A namespace is expanded as one even when hand-made without the usual names.
  auto seen = seen_.find(names);
  EdgeTarget target = seen != seen_.end() ? seen->second : [&] {
    PyObject* name = PyDict_GetItemString(names, "__name__");
    std::string text = name != nullptr && PyUnicode_Check(name) ? py::to_string(name) : "";
    EdgeTarget made = add(names,
                          {.kind = NodeKind::kNamespace,
                           .type = "namespace",
                           .name = text,
                           .owner = context_.ownership.owner_of(text)},
                          &ObjectWalk::expand_namespace);
    seen_.emplace(names, made);
    return made;
  }();
  graph_.edge(EdgeKind::kNameless, target);
  // A module may be given a class of its own, with properties or a `__getattr__`.
  if (Py_TYPE(module) != &PyModule_Type)
    graph_.edge(EdgeKind::kTrait, "class", visit(reinterpret_cast<PyObject*>(Py_TYPE(module))));
}

// Compared: name, origin, search locations, kind of loader, whether it has a location. The loader's
// and the specification's identity and private state differ between ways of loading.
void ObjectWalk::spec_edge(PyObject* spec) {
  if (spec == nullptr || spec == Py_None) {
    graph_.edge(EdgeKind::kAttribute, "__spec__", graph_.atom(spec == nullptr ? "absent" : "None"));
    return;
  }
  py::Ref dict = context_.passive.instance_dict(spec);
  std::string text = types_.of(spec).name;
  if (dict) {
    for (const char* key : {"name", "origin", "submodule_search_locations", "_set_fileattr"}) {
      PyObject* value = PyDict_GetItemString(dict.get(), key);
      if (value == nullptr) continue;
      std::string part = atom_text(context_.passive, value).value_or(types_.of(value).name);
      text += " " + part;
    }
    PyObject* loader = PyDict_GetItemString(dict.get(), "loader");
    if (loader != nullptr) text += " loader " + types_.of(loader).name;
  }
  graph_.edge(EdgeKind::kAttribute, "__spec__", graph_.atom(text));
}

void ObjectWalk::expand_namespace(PyObject* dict) {
  name_edges(dict, [](std::string_view label) { return is_one_of(kSkippedNames, label); });
  spec_edge(PyDict_GetItemString(dict, "__spec__"));
  PyObject* loader = PyDict_GetItemString(dict, "__loader__");
  graph_.edge(EdgeKind::kAttribute, "__loader__",
              graph_.atom(loader == nullptr   ? "absent"
                          : loader == Py_None ? "None"
                                              : "loader " + types_.of(loader).name));
}

void ObjectWalk::expand_class(PyObject* cls) {
  PyObject* dict = context_.passive.class_dict(cls);
  graph_.edge(EdgeKind::kModule, graph_.atom(context_.passive.module_of_class(cls)));
  graph_.edge(EdgeKind::kTrait, "metaclass", visit(reinterpret_cast<PyObject*>(Py_TYPE(cls))));
  PyObject* bases = keep(context_.passive.class_bases(cls));
  for (Py_ssize_t i = 0; i < PyTuple_Size(bases); ++i) {
    graph_.edge(EdgeKind::kTrait, fmt::format("bases[{}]", i), visit(PyTuple_GetItem(bases, i)));
  }
  name_edges(dict, [](std::string_view label) { return is_one_of(kSkippedClassNames, label); });
  // Of what an ABC keeps its registry; the rest are caches.
  if (is_abc(context_.passive, cls)) registry_edge(abc_registry(context_.passive, cls));
  if (PyObject* line = PyDict_GetItemString(dict, "__firstlineno__")) {
    graph_.edge(EdgeKind::kTrait, "line", visit(line), EdgeRole::kPlace);
  }
  if (PyObject* names = PyDict_GetItemString(dict, "__static_attributes__");
      names != nullptr && PyTuple_Check(names)) {
    // A tuple whose order is that of a set.
    std::set<std::string> sorted;
    for (Py_ssize_t i = 0; i < PyTuple_Size(names); ++i) {
      sorted.insert(name_or(PyTuple_GetItem(names, i), context_.passive));
    }
    std::string text;
    for (const std::string& name : sorted) text += name + " ";
    graph_.edge(EdgeKind::kTrait, "static attributes", graph_.atom(text));
  }
}

void ObjectWalk::expand_function(PyObject* function) {
  py::FunctionFields fields = context_.passive.function_fields(function);
  const CodeFingerprint& code =
      context_.fingerprints.of(context_.passive, context_.ownership, fields.code);
  graph_.edge(EdgeKind::kCode, graph_.atom(code.meaning));
  graph_.edge(EdgeKind::kPlace, graph_.atom(code.place), EdgeRole::kPlace);
  if (fields.module != nullptr) graph_.edge(EdgeKind::kModule, visit(fields.module));
  graph_.edge(EdgeKind::kGlobals, visit(fields.globals));
  auto optional = [&](const char* name, PyObject* field) {
    if (field != nullptr && field != Py_None) graph_.edge(EdgeKind::kTrait, name, visit(field));
  };
  optional("defaults", fields.defaults);
  optional("kwdefaults", fields.kwdefaults);
  if (fields.dict != nullptr && PyDict_Size(fields.dict) > 0)
    graph_.edge(EdgeKind::kOwnDict, visit(fields.dict));
  if (fields.closure != nullptr && PyTuple_Check(fields.closure)) {
    py::Ref names = py::attribute(fields.code, "co_freevars");
    for (Py_ssize_t i = 0; i < PyTuple_Size(fields.closure); ++i) {
      std::string name = py::to_string(PyTuple_GetItem(names.get(), i));
      graph_.edge(EdgeKind::kClosure, name, visit(PyTuple_GetItem(fields.closure, i)));
    }
  }
  if (fields.annotations == nullptr) return;
  // A tuple of names and values until someone asks for the dictionary: the same meaning.
  if (PyTuple_Check(fields.annotations)) {
    for (Py_ssize_t i = 0; i + 1 < PyTuple_Size(fields.annotations); i += 2) {
      annotation_edge(PyTuple_GetItem(fields.annotations, i),
                      PyTuple_GetItem(fields.annotations, i + 1));
    }
  } else if (PyDict_CheckExact(fields.annotations)) {
    py::for_each_item(fields.annotations,
                      [&](PyObject* key, PyObject* value) { annotation_edge(key, value); });
  }
}

void ObjectWalk::annotation_edge(PyObject* key, PyObject* value) {
  graph_.edge(EdgeKind::kTrait, "annotation " + name_or(key, context_.passive), visit(value));
}

void ObjectWalk::key_edge(PyObject* key, PyObject* value) {
  std::string text = PyUnicode_CheckExact(key) ? quoted(py::to_string(key))
                                               : atom_text(context_.passive, key).value_or("?");
  graph_.edge(EdgeKind::kKey, text, visit(value));
}

void ObjectWalk::expand_dict(PyObject* dict) {
  py::for_each_item(dict, [&](PyObject* key, PyObject* value) { key_edge(key, value); });
}

void ObjectWalk::expand_pairs(PyObject* dict) {
  py::for_each_item(dict, [&](PyObject* key, PyObject* value) {
    PyObject* pair = keep(py::own(PyTuple_Pack(2, key, value)));
    EdgeTarget target = graph_.node({.kind = NodeKind::kPair, .type = "pair"});
    pending_.push_back({pair, target.id, &ObjectWalk::expand_pair});
    graph_.edge(EdgeKind::kNameless, target);
  });
}

void ObjectWalk::expand_pair(PyObject* tuple) {
  graph_.edge(EdgeKind::kPairKey, visit(PyTuple_GetItem(tuple, 0)));
  graph_.edge(EdgeKind::kTrait, "value", visit(PyTuple_GetItem(tuple, 1)));
}

void ObjectWalk::tuple_edges(PyObject* tuple) {
  for (Py_ssize_t i = 0; i < PyTuple_Size(tuple); ++i) {
    graph_.edge(EdgeKind::kPosition, std::to_string(i), visit(PyTuple_GetItem(tuple, i)));
  }
}

void ObjectWalk::expand_list(PyObject* sequence) {
  if (PyTuple_Check(sequence)) {
    tuple_edges(sequence);
    return;
  }
  for (Py_ssize_t i = 0; i < PyList_Size(sequence); ++i) {
    graph_.edge(EdgeKind::kPosition, std::to_string(i), visit(PyList_GetItem(sequence, i)));
  }
}

void ObjectWalk::expand_set(PyObject* set) {
  for (py::Ref& element : context_.passive.elements(set))
    graph_.edge(EdgeKind::kNameless, visit(keep(std::move(element))));
}

void ObjectWalk::registry_edge(const std::vector<py::Ref>& classes) {
  if (classes.empty()) return;
  PyObject* members = keep(py::own(PyTuple_New(static_cast<Py_ssize_t>(classes.size()))));
  for (std::size_t i = 0; i < classes.size(); ++i) {
    py::check(PyTuple_SetItem(members, static_cast<Py_ssize_t>(i), py::Ref(classes[i]).release()));
  }
  graph_.edge(
      EdgeKind::kTrait, "registry",
      add(members, {.kind = NodeKind::kSet, .type = "registry"}, &ObjectWalk::expand_members));
}

void ObjectWalk::expand_members(PyObject* tuple) {
  for (Py_ssize_t i = 0; i < PyTuple_Size(tuple); ++i)
    graph_.edge(EdgeKind::kNameless, visit(PyTuple_GetItem(tuple, i)));
}

void ObjectWalk::expand_weak_reference(PyObject* weak) {
  py::Ref referent = py::referent(weak);
  graph_.edge(EdgeKind::kReferent,
              referent ? visit(keep(std::move(referent))) : graph_.atom("dead"));
  // Of a subclass what it adds: the key of a `KeyedRef`, the function of a `WeakMethod`.
  if (py::Ref dict = context_.passive.instance_dict(weak)) {
    name_edges(keep(std::move(dict)), [](std::string_view) { return false; });
  }
  std::unordered_set<PyObject*> named{Py_None};
  member_edges(weak, named);
}

void ObjectWalk::expand_transparent(PyObject* object) {
  const py::PassiveReader& passive = context_.passive;
  if (PyWeakref_Check(object)) {
    expand_weak_reference(object);
    return;
  }
  if (PyCFunction_Check(object)) {
    graph_.edge(EdgeKind::kTrait, "name", visit(keep(py::attribute(object, "__name__"))));
  }
  std::vector<PyObject*> parts = passive.referents(object);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    EdgeTarget part = visit(parts[i]);
    if (passive.is_cell(object))
      graph_.edge(EdgeKind::kTrait, "contents", part);
    else if (!passive.is_method(object))
      graph_.edge(EdgeKind::kPart, std::to_string(i), part);
    else if (i == 0)
      graph_.edge(EdgeKind::kFunction, part);
    else
      graph_.edge(EdgeKind::kTrait, "self", part);
  }
}

void ObjectWalk::expand_instance(PyObject* object) {
  graph_.edge(EdgeKind::kTrait, "class", visit(reinterpret_cast<PyObject*>(Py_TYPE(object))));
  py::Ref attributes = context_.passive.instance_dict(object);
  PyObject* dict = attributes ? keep(std::move(attributes)) : nullptr;
  if (dict != nullptr && PyDict_Check(dict)) {
    name_edges(dict, [](std::string_view) { return false; });
  }
  content_edges(object, dict);
  native_edges(object);
}

// What a builtin type holds, or, of any other, what C code visits.
void ObjectWalk::content_edges(PyObject* object, PyObject* dict) {
  // The members of a C tuple (`time.struct_time`) name its elements once more.
  if (PyTuple_Check(object)) {
    tuple_edges(object);
    return;
  }
  std::unordered_set<PyObject*> named{dict};
  member_edges(object, named);
  if (PyLong_Check(object) || PyFloat_Check(object) || PyComplex_Check(object)) {
    graph_.edge(EdgeKind::kTrait, "value", graph_.atom(context_.passive.number_text(object)));
  } else if (PyUnicode_Check(object)) {
    graph_.edge(EdgeKind::kTrait, "value", graph_.atom(quoted(py::to_string(object))));
  } else if (PyBytes_Check(object) || PyByteArray_Check(object)) {
    const char* data =
        PyBytes_Check(object) ? PyBytes_AsString(object) : PyByteArray_AsString(object);
    Py_ssize_t size = PyBytes_Check(object) ? PyBytes_Size(object) : PyByteArray_Size(object);
    graph_.edge(EdgeKind::kTrait, "value",
                graph_.atom(quoted({data, static_cast<std::size_t>(size)})));
  } else if (PyDict_Check(object)) {
    items_edge(object);
  } else if (PyAnySet_Check(object)) {
    EdgeTarget target =
        add(object, {.kind = NodeKind::kSet, .type = "elements"}, &ObjectWalk::expand_set);
    graph_.edge(EdgeKind::kTrait, "elements", target);
  } else if (PyList_Check(object)) {
    expand_list(object);
  } else if (types_.of(object).is_local) {
    local_edges(object);
  } else {
    part_edges(object, named);
  }
}

// Of a subclass of `dict`: its items as a dictionary of their own, since the edges of an instance
// have no order.
void ObjectWalk::items_edge(PyObject* dict) {
  graph_.edge(
      EdgeKind::kNameless,
      has_atomic_keys(dict)
          ? add(dict, {.kind = NodeKind::kDict, .type = "items"}, &ObjectWalk::expand_items)
          : add(dict, {.kind = NodeKind::kPairs, .type = "items"}, &ObjectWalk::expand_pairs));
}

// An `OrderedDict` keeps an order of its own.
void ObjectWalk::expand_items(PyObject* dict) {
  PyTypeObject* ordered = types_.of(dict).ordered_dict;
  std::vector<py::Ref> keys;
  if (ordered != nullptr) keys = context_.passive.keys_in_order(dict, ordered);
  // Changed behind its back it does not know all that is in it.
  if (static_cast<Py_ssize_t>(keys.size()) != PyDict_Size(dict)) {
    expand_dict(dict);
    return;
  }
  for (const py::Ref& key : keys) {
    if (PyObject* value = PyDict_GetItem(dict, key.get())) {
      key_edge(key.get(), value);
    }
  }
}

// `named` are written already; it gets what was written here, for whoever lists the rest.
void ObjectWalk::member_edges(PyObject* object, std::unordered_set<PyObject*>& named) {
  std::vector<PyObject*> written;
  for (const TypeFacts::Member& member : types_.of(object).members) {
    py::Ref held = context_.passive.read_slot(member.descriptor, object);
    if (!held || named.contains(held.get())) continue;
    written.push_back(keep(std::move(held)));
    graph_.edge(EdgeKind::kAttribute, member.name, visit(written.back()));
  }
  // Numbers and texts lie anywhere: that one was written says nothing of the next.
  std::erase_if(written, [&](PyObject* value) { return is_atom(context_.passive, value); });
  named.insert(written.begin(), written.end());
}

// C code has a dictionary for each thread, in a dictionary of its own.
void ObjectWalk::local_edges(PyObject* object) {
  int thread = 0;
  for (PyObject* part : context_.passive.referents(object)) {
    if (!PyDict_CheckExact(part) || has_atomic_keys(part)) continue;
    py::for_each_item(part, [&](PyObject*, PyObject* value) {
      graph_.edge(EdgeKind::kTrait, fmt::format("of thread {}", thread++), visit(value));
    });
  }
}

void ObjectWalk::native_edges(PyObject* object) {
  for (const NativeReader& reader : types_.of(object).natives) {
    if (py::Ref value = reader.read(context_.passive, object)) {
      graph_.edge(reader.edge, reader.name, visit(keep(std::move(value))));
    }
  }
}

void ObjectWalk::part_edges(PyObject* object, const std::unordered_set<PyObject*>& named) {
  const TypeFacts& type = types_.of(object);
  std::map<std::string, int> of_type;
  std::size_t position = 0;
  for (PyObject* part : context_.passive.referents(object)) {
    if (!type.is_sequence && named.contains(part)) continue;
    // Of a cache its dictionary and function; the rest is how C code keeps them in order.
    if (type.is_cache && !PyDict_Check(part) && !context_.passive.is_function(part)) continue;
    // By type, since one more entry of a cache would move all that comes behind it.
    const std::string& part_type = types_.of(part).name;
    EdgeTarget target = visit(part);
    if (type.is_sequence)
      graph_.edge(EdgeKind::kPosition, std::to_string(position++), target);
    else
      graph_.edge(EdgeKind::kPart, fmt::format("{} {}", part_type, of_type[part_type]++), target);
  }
}

}  // namespace afresh::agent

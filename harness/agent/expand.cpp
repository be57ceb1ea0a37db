// What hangs from an object: its labelled edges.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "harness/agent/snapshot.hpp"

namespace afresh::agent {
namespace {

using namespace std::string_view_literals;

// Written by the import system; what matters of them is in ` spec`, or is noise.
constexpr std::array kSkippedNames{"__builtins__"sv, "__spec__"sv, "__loader__"sv, "__cached__"sv,
                                   "__warningregistry__"sv};
constexpr std::array kSkippedClassNames{"__dict__"sv,  "__weakref__"sv, "__module__"sv,
                                        "_abc_impl"sv, "__firstlineno__"sv, "__static_attributes__"sv};

bool is_one_of(const auto& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

// The one C container whose content has an order and no names; subclasses included.
bool is_deque(const Passive& passive, PyObject* object) {
  py::Ref mro = passive.mro_of(reinterpret_cast<PyObject*>(Py_TYPE(object)));
  for (Py_ssize_t i = 0; i < PyTuple_Size(mro.get()); ++i) {
    PyObject* base = PyTuple_GetItem(mro.get(), i);
    if (passive.qualname_of_class(base) == "deque" && passive.module_of_class(base) == "collections") return true;
  }
  return false;
}

std::string name_or(PyObject* key, const Passive& passive) {
  if (PyUnicode_CheckExact(key)) return py::to_string(key);
  return atom_text(passive, key).value_or("?");
}

}  // namespace

void Walk::expand_module(PyObject* module) {
  PyObject* names = PyModule_GetDict(module);
  // A namespace is expanded as one even when hand-made without the usual names.
  auto seen = seen_.find(names);
  Target target = seen != seen_.end() ? seen->second : [&] {
    PyObject* name = PyDict_GetItemString(names, "__name__");
    std::string text = name != nullptr && PyUnicode_Check(name) ? py::to_string(name) : "";
    return add(names,
               {.kind = NodeKind::kNamespace, .type = "namespace", .name = text,
                .owner = subject_.ownership.owner_of(text)},
               &Walk::expand_namespace);
  }();
  graph_.edge("", target);
}

// Compared: name, origin, search locations, kind of loader, whether it has a location. The loader's
// and the specification's identity and private state differ between ways of loading.
void Walk::spec_edge(std::string_view label, PyObject* spec) {
  if (spec == nullptr || spec == Py_None) {
    graph_.edge(label, graph_.atom(spec == nullptr ? "absent" : "None"));
    return;
  }
  py::Ref dict = subject_.passive.instance_dict(spec);
  std::string text = subject_.passive.name_of_type(spec);
  if (dict) {
    for (const char* key : {"name", "origin", "submodule_search_locations", "_set_fileattr"}) {
      PyObject* value = PyDict_GetItemString(dict.get(), key);
      if (value == nullptr) continue;
      std::string part = atom_text(subject_.passive, value).value_or(subject_.passive.name_of_type(value));
      text += " " + part;
    }
    PyObject* loader = PyDict_GetItemString(dict.get(), "loader");
    if (loader != nullptr) text += " loader " + subject_.passive.name_of_type(loader);
  }
  graph_.edge(label, graph_.atom(text));
}

void Walk::expand_namespace(PyObject* dict) {
  PyObject* key = nullptr;
  PyObject* value = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(dict, &position, &key, &value) != 0) {
    std::string name = name_or(key, subject_.passive);
    if (!is_one_of(kSkippedNames, name)) graph_.edge("." + name, visit(value));
  }
  spec_edge(".__spec__", PyDict_GetItemString(dict, "__spec__"));
  PyObject* loader = PyDict_GetItemString(dict, "__loader__");
  graph_.edge(".__loader__",
              graph_.atom(loader == nullptr     ? "absent"
                          : loader == Py_None ? "None"
                                              : "loader " + subject_.passive.name_of_type(loader)));
}

void Walk::expand_class(PyObject* cls) {
  PyObject* dict = subject_.passive.class_dict(cls);
  graph_.edge(" module", graph_.atom(subject_.passive.module_of_class(cls)));
  graph_.edge(" metaclass", visit(reinterpret_cast<PyObject*>(Py_TYPE(cls))));
  PyObject* bases = keep(subject_.passive.bases_of(cls));
  for (Py_ssize_t i = 0; i < PyTuple_Size(bases); ++i) {
    graph_.edge(" bases[" + std::to_string(i) + "]", visit(PyTuple_GetItem(bases, i)));
  }
  PyObject* key = nullptr;
  PyObject* value = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(dict, &position, &key, &value) != 0) {
    std::string name = name_or(key, subject_.passive);
    if (!is_one_of(kSkippedClassNames, name)) graph_.edge("." + name, visit(value));
  }
  if (PyObject* line = PyDict_GetItemString(dict, "__firstlineno__")) {
    graph_.edge(" line", visit(line), EdgeRole::kPlace);
  }
  if (PyObject* names = PyDict_GetItemString(dict, "__static_attributes__");
      names != nullptr && PyTuple_Check(names)) {
    // A tuple whose order is that of a set.
    std::set<std::string> sorted;
    for (Py_ssize_t i = 0; i < PyTuple_Size(names); ++i) {
      sorted.insert(name_or(PyTuple_GetItem(names, i), subject_.passive));
    }
    std::string text;
    for (const std::string& name : sorted) text += name + " ";
    graph_.edge(" static attributes", graph_.atom(text));
  }
}

void Walk::expand_function(PyObject* function) {
  FunctionFields fields = subject_.passive.fields_of(function);
  CodeFingerprint code = fingerprint(subject_.passive, subject_.ownership, fields.code);
  graph_.edge(" code", graph_.atom(code.meaning));
  graph_.edge(" place", graph_.atom(code.place), EdgeRole::kPlace);
  if (fields.module != nullptr) graph_.edge(" module", visit(fields.module));
  graph_.edge(" globals", visit(fields.globals));
  auto optional = [&](const char* label, PyObject* field) {
    if (field != nullptr && field != Py_None) graph_.edge(label, visit(field));
  };
  optional(" defaults", fields.defaults);
  optional(" kwdefaults", fields.kwdefaults);
  if (fields.dict != nullptr && PyDict_Size(fields.dict) > 0) graph_.edge(" dict", visit(fields.dict));
  if (fields.closure != nullptr && PyTuple_Check(fields.closure)) {
    py::Ref names = py::attribute(fields.code, "co_freevars");
    for (Py_ssize_t i = 0; i < PyTuple_Size(fields.closure); ++i) {
      std::string name = py::to_string(PyTuple_GetItem(names.get(), i));
      graph_.edge(" closure " + name, visit(PyTuple_GetItem(fields.closure, i)));
    }
  }
  if (fields.annotations == nullptr) return;
  // A tuple of names and values until someone asks for the dictionary: the same meaning.
  if (PyTuple_Check(fields.annotations)) {
    for (Py_ssize_t i = 0; i + 1 < PyTuple_Size(fields.annotations); i += 2) {
      graph_.edge(" annotation " + name_or(PyTuple_GetItem(fields.annotations, i), subject_.passive),
                  visit(PyTuple_GetItem(fields.annotations, i + 1)));
    }
  } else if (PyDict_CheckExact(fields.annotations)) {
    PyObject* key = nullptr;
    PyObject* value = nullptr;
    Py_ssize_t position = 0;
    while (PyDict_Next(fields.annotations, &position, &key, &value) != 0) {
      graph_.edge(" annotation " + name_or(key, subject_.passive), visit(value));
    }
  }
}

void Walk::dict_edges(PyObject* dict) {
  PyObject* key = nullptr;
  PyObject* value = nullptr;
  Py_ssize_t position = 0;
  int unwritable = 0;
  while (PyDict_Next(dict, &position, &key, &value) != 0) {
    std::string label;
    if (PyUnicode_CheckExact(key)) {
      label = quoted(py::to_string(key));
    } else if (auto text = atom_text(subject_.passive, key)) {
      label = *text;
    } else {
      label = subject_.passive.name_of_type(key) + " #" + std::to_string(unwritable++);
    }
    graph_.edge("[" + label + "]", visit(value));
  }
}

void Walk::expand_dict(PyObject* dict) {
  PyObject* key = nullptr;
  PyObject* value = nullptr;
  Py_ssize_t position = 0;
  bool has_atomic_keys = true;
  while (has_atomic_keys && PyDict_Next(dict, &position, &key, &value) != 0) {
    has_atomic_keys = atom_text(subject_.passive, key).has_value();
  }
  if (has_atomic_keys) {
    dict_edges(dict);
    return;
  }
  position = 0;
  while (PyDict_Next(dict, &position, &key, &value) != 0) {
    PyObject* pair = keep(py::own(PyTuple_Pack(2, key, value)));
    Target target = graph_.node({.kind = NodeKind::kPair, .type = "pair"});
    pending_.push_back({pair, target.id, &Walk::expand_pair});
    graph_.edge("", target);
  }
}

void Walk::expand_pair(PyObject* tuple) {
  graph_.edge(" key", visit(PyTuple_GetItem(tuple, 0)));
  graph_.edge(" value", visit(PyTuple_GetItem(tuple, 1)));
}

void Walk::tuple_edges(PyObject* tuple) {
  for (Py_ssize_t i = 0; i < PyTuple_Size(tuple); ++i) {
    graph_.edge("[" + std::to_string(i) + "]", visit(PyTuple_GetItem(tuple, i)));
  }
}

void Walk::expand_list(PyObject* sequence) {
  if (PyTuple_Check(sequence)) {
    tuple_edges(sequence);
    return;
  }
  for (Py_ssize_t i = 0; i < PyList_Size(sequence); ++i) {
    graph_.edge("[" + std::to_string(i) + "]", visit(PyList_GetItem(sequence, i)));
  }
}

void Walk::expand_set(PyObject* set) {
  for (py::Ref& element : subject_.passive.elements(set)) graph_.edge("", visit(keep(std::move(element))));
}

void Walk::expand_transparent(PyObject* object) {
  const Passive& passive = subject_.passive;
  if (PyWeakref_Check(object)) {
    py::Ref referent = py::referent(object);
    graph_.edge(" referent", referent ? visit(keep(std::move(referent))) : graph_.atom("dead"));
    return;
  }
  if (PyCFunction_Check(object)) {
    graph_.edge(" name", visit(keep(py::attribute(object, "__name__"))));
  }
  std::vector<PyObject*> parts = passive.referents(object);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::string label = passive.is_method(object) ? (i == 0 ? " function" : " self")
                        : passive.is_cell(object) ? " contents"
                                                  : " part " + std::to_string(i);
    graph_.edge(label, visit(parts[i]));
  }
}

void Walk::slot_edges(PyObject* object) {
  py::Ref mro = subject_.passive.mro_of(reinterpret_cast<PyObject*>(Py_TYPE(object)));
  for (Py_ssize_t i = 0; i < PyTuple_Size(mro.get()); ++i) {
    PyObject* cls = PyTuple_GetItem(mro.get(), i);
    if (!subject_.passive.is_python_class(cls)) continue;
    PyObject* key = nullptr;
    PyObject* value = nullptr;
    Py_ssize_t position = 0;
    PyObject* dict = subject_.passive.class_dict(cls);
    while (PyDict_Next(dict, &position, &key, &value) != 0) {
      if (!subject_.passive.is_slot(value)) continue;
      if (py::Ref held = subject_.passive.read_slot(value, object)) {
        graph_.edge("." + name_or(key, subject_.passive), visit(keep(std::move(held))));
      }
    }
  }
}

void Walk::expand_instance(PyObject* object) {
  const Passive& passive = subject_.passive;
  graph_.edge(" class", visit(reinterpret_cast<PyObject*>(Py_TYPE(object))));
  py::Ref attributes = passive.instance_dict(object);
  PyObject* dict = attributes ? keep(attributes) : nullptr;
  if (dict != nullptr && PyDict_Check(dict)) {
    PyObject* key = nullptr;
    PyObject* value = nullptr;
    Py_ssize_t position = 0;
    while (PyDict_Next(dict, &position, &key, &value) != 0) {
      graph_.edge("." + name_or(key, passive), visit(value));
    }
  }
  slot_edges(object);
  if (PyLong_Check(object) || PyFloat_Check(object) || PyComplex_Check(object)) {
    graph_.edge(" value", graph_.atom(passive.number_text(object)));
  } else if (PyUnicode_Check(object)) {
    graph_.edge(" value", graph_.atom(quoted(py::to_string(object))));
  } else if (PyBytes_Check(object) || PyByteArray_Check(object)) {
    const char* data = PyBytes_Check(object) ? PyBytes_AsString(object) : PyByteArray_AsString(object);
    Py_ssize_t size = PyBytes_Check(object) ? PyBytes_Size(object) : PyByteArray_Size(object);
    graph_.edge(" value", graph_.atom(quoted({data, static_cast<std::size_t>(size)})));
  } else if (PyDict_Check(object)) {
    dict_edges(object);
  } else if (PyTuple_Check(object)) {
    tuple_edges(object);
  } else if (PyList_Check(object)) {
    for (Py_ssize_t i = 0; i < PyList_Size(object); ++i) {
      graph_.edge("[" + std::to_string(i) + "]", visit(PyList_GetItem(object, i)));
    }
  } else {
    part_edges(object, dict);
  }
}

void Walk::part_edges(PyObject* object, PyObject* dict) {
  const Passive& passive = subject_.passive;
  bool is_sequence = is_deque(passive, object);
  bool is_cache = passive.name_of_type(object) == "functools._lru_cache_wrapper";
  std::map<std::string, int> of_type;
  std::size_t position = 0;
  for (PyObject* part : passive.referents(object)) {
    if (part == dict) continue;
    // Of a cache its dictionary and function; the rest is how C code keeps them in order.
    if (is_cache && !PyDict_Check(part) && !passive.is_function(part)) continue;
    // By type, since one more entry of a cache would move all that comes behind it.
    std::string type = passive.name_of_type(part);
    std::string label = is_sequence ? "[" + std::to_string(position++) + "]"
                                    : " part " + type + " " + std::to_string(of_type[type]++);
    graph_.edge(label, visit(part));
  }
}

}  // namespace afresh::agent

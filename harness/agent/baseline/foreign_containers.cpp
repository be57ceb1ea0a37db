// SPDX-License-Identifier: MIT
#include "harness/agent/baseline/foreign_containers.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "harness/agent/ownership/owned_objects.hpp"

namespace afresh::agent {
namespace {

// Read by other probes, caches that the interpreter's own clean-up empties, and weak references to
// whatever handler is alive, closed ones included.
constexpr std::array<std::string_view, 22> kLeftOut{"_warnings.filters",
                                                    "copyreg.dispatch_table",
                                                    "ctypes._c_functype_cache",
                                                    "ctypes._pointer_type_cache",
                                                    "_ctypes._pointer_type_cache",
                                                    "gc.callbacks",
                                                    "linecache.cache",
                                                    "logging._handlerList",
                                                    "re._cache",
                                                    "re._cache2",
                                                    "sys.meta_path",
                                                    "sys.modules",
                                                    "sys.path",
                                                    "sys.path_hooks",
                                                    "sys.path_importer_cache",
                                                    "threading._active",
                                                    "threading._limbo",
                                                    "typing._cleanups",
                                                    "_warnings._onceregistry",
                                                    "warnings.filters",
                                                    "warnings.onceregistry",
                                                    "weakref.finalize._registry"};

// What the host and strategies hold has probes of its own, or is no one else's business.
constexpr std::array<std::string_view, 3> kOurs{"hostapi", "_afresh", "afresh_strategy_"};

// C types that only wrap what they hold.
constexpr std::string_view kCache = "functools._lru_cache_wrapper";
constexpr std::array<std::string_view, 5> kWrappers{"builtins.staticmethod", "builtins.classmethod",
                                                    "builtins.property", "functools.partial",
                                                    kCache};

constexpr int kDeepest = 3;

bool is_plain_value(PyObject* object) {
  return object == Py_None || PyUnicode_CheckExact(object) || PyLong_CheckExact(object) ||
         PyBool_Check(object) || PyFloat_CheckExact(object) || PyBytes_CheckExact(object);
}

int owner_within(const Walk& walk, PyObject* object, int depth) {
  if (is_plain_value(object)) return -1;
  if (PyModule_Check(object)) return owner_of_module(walk.subject().ownership, object);
  const py::Passive& passive = walk.subject().passive;
  bool has_own_rule =
      PyType_Check(object) || passive.is_function(object) || passive.is_method(object);
  if (has_own_rule) return walk.owner_of(object);
  if (PyWeakref_Check(object)) {
    py::Ref referent = py::referent(object);
    return referent && depth > 0 ? owner_within(walk, referent.get(), depth - 1) : -1;
  }
  int owner = -1;
  auto look_at = [&](PyObject* part) {
    if (owner < 0) owner = owner_within(walk, part, depth - 1);
  };
  if (PyTuple_CheckExact(object)) {
    for (Py_ssize_t i = 0; depth > 0 && i < PyTuple_Size(object); ++i)
      look_at(PyTuple_GetItem(object, i));
    return owner;
  }
  if (is_container(object)) {
    if (depth == 0) return -1;
    for_each_entry(object, [&](PyObject* key, PyObject* value) {
      if (key != nullptr) look_at(key);
      look_at(value);
      return owner < 0;
    });
    return owner;
  }
  owner = walk.owner_of(object);
  bool is_python = passive.is_python_class(reinterpret_cast<PyObject*>(Py_TYPE(object)));
  if (owner >= 0 || is_python || depth == 0) return owner;
  std::string type = passive.name_of_type(object);
  if (std::ranges::find(kWrappers, type) == kWrappers.end()) return -1;
  for (PyObject* part : passive.referents(object)) {
    // What a cache holds was only asked for; what it wraps is what was put there.
    if (type != kCache || !PyDict_CheckExact(part)) look_at(part);
  }
  return owner;
}

}  // namespace

bool is_container(PyObject* object) {
  return PyDict_CheckExact(object) || PyList_CheckExact(object) || Py_TYPE(object) == &PySet_Type;
}

std::vector<HeldContainer> containers_in(const std::string& space, PyObject* dict) {
  std::vector<HeldContainer> found;
  auto is_start = [&](std::string_view name) { return space.starts_with(name); };
  if (std::ranges::any_of(kOurs, is_start)) return found;
  PyObject* key = nullptr;
  PyObject* value = nullptr;
  Py_ssize_t position = 0;
  while (PyDict_Next(dict, &position, &key, &value) != 0) {
    if (!is_container(value) || !PyUnicode_CheckExact(key)) continue;
    std::string name = py::to_string(key);
    // `__all__`, `__annotations__`, `__warningregistry__`: written by the interpreter or at import.
    if (name.starts_with("__")) continue;
    name = space + "." + name;
    if (std::ranges::find(kLeftOut, name) == kLeftOut.end())
      found.push_back({std::move(name), value});
  }
  return found;
}

std::vector<PyObject*> borrowed_elements(PyObject* set) {
  std::vector<PyObject*> elements;
  auto note = [](PyObject* element, void* into) {
    static_cast<std::vector<PyObject*>*>(into)->push_back(element);
    return 0;
  };
  auto traverse = reinterpret_cast<traverseproc>(PyType_GetSlot(&PySet_Type, Py_tp_traverse));
  traverse(set, note, &elements);
  return elements;
}

std::string key_text(const py::Passive& passive, PyObject* key) {
  if (PyUnicode_CheckExact(key)) return quoted(py::to_string(key));
  if (PyLong_CheckExact(key)) return passive.number_text(key);
  if (PyType_Check(key)) return "class " + passive.full_name(key);
  return atom_text(passive, key).value_or(passive.name_of_type(key));
}

int owner_of_held(const Walk& walk, PyObject* object) {
  return owner_within(walk, object, kDeepest);
}

}  // namespace afresh::agent

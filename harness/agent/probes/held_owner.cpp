// SPDX-License-Identifier: MIT
#include "harness/agent/probes/held_owner.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "harness/agent/baseline/foreign_containers.hpp"
#include "harness/agent/ownership/owned_objects.hpp"
#include "harness/python/entries.hpp"

namespace afresh::agent {
namespace {

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

int owner_within(const SnapshotContext& context, PyObject* object, int depth) {
  if (is_plain_value(object)) return -1;
  if (PyModule_Check(object)) return owner_of_module(context.ownership, object);
  const py::PassiveReader& passive = context.passive;
  bool has_own_rule =
      PyType_Check(object) || passive.is_function(object) || passive.is_method(object);
  if (has_own_rule) return context.owner_of(object);
  if (PyWeakref_Check(object)) {
    py::Ref referent = py::referent(object);
    return referent && depth > 0 ? owner_within(context, referent.get(), depth - 1) : -1;
  }
  int owner = -1;
  auto look_at = [&](PyObject* part) {
    if (owner < 0) owner = owner_within(context, part, depth - 1);
  };
  if (PyTuple_CheckExact(object)) {
    for (Py_ssize_t i = 0; depth > 0 && i < PyTuple_Size(object); ++i)
      look_at(PyTuple_GetItem(object, i));
    return owner;
  }
  if (is_container(object)) {
    if (depth == 0) return -1;
    py::for_each_entry(object, [&](PyObject* key, PyObject* value) {
      if (key != nullptr) look_at(key);
      look_at(value);
      return owner < 0;
    });
    return owner;
  }
  owner = context.owner_of(object);
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

int owner_of_held(const SnapshotContext& context, PyObject* object) {
  return owner_within(context, object, kDeepest);
}

}  // namespace afresh::agent

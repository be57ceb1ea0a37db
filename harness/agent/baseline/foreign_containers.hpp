// The containers that modules and classes of the library hold, and which add-on's objects are in
// them.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/agent/baseline/baseline.hpp"

namespace afresh::agent {

class Walk;

/// Whether the object is an exact `dict`, `list` or `set`.
[[nodiscard]] bool is_container(PyObject* object);

/// The exact `dict`, `list` and `set` objects that this namespace holds directly, named after it;
/// without caches of the interpreter, what other probes read, and what is our own.
[[nodiscard]] std::vector<HeldContainer> containers_in(const std::string& space, PyObject* dict);

/// What a set holds, borrowed, in its own order.
[[nodiscard]] std::vector<PyObject*> borrowed_elements(PyObject* set);

/// Calls `see(key, value)` for every entry of such a container in its order (of a list or set with
/// a null key) until it returns false; false when it did. Runs no Python code and takes no
/// references: after a fork each one taken would copy a page.
template <typename See>
bool for_each_entry(PyObject* container, See&& see) {
  if (PyDict_Check(container)) {
    PyObject* key = nullptr;
    PyObject* value = nullptr;
    Py_ssize_t position = 0;
    while (PyDict_Next(container, &position, &key, &value) != 0) {
      if (!see(key, value)) return false;
    }
  } else if (PyList_Check(container)) {
    Py_ssize_t size = PyList_Size(container);
    for (Py_ssize_t i = 0; i < size; ++i) {
      if (!see(nullptr, PyList_GetItem(container, i))) return false;
    }
  } else {
    for (PyObject* element : borrowed_elements(container)) {
      if (!see(nullptr, element)) return false;
    }
  }
  return true;
}

/// A key as a label: `'.x'`, `25`, `class demo.Row`.
[[nodiscard]] std::string key_text(const py::Passive& passive, PyObject* key);

/// The add-on that something held elsewhere belongs to, or -1: its class, function or module, an
/// instance of its class, and what is only a wrapping of these: a bound method, weak reference,
/// property, `partial`, or a tuple, list or dictionary with one in it.
[[nodiscard]] int owner_of_held(const Walk& walk, PyObject* object);

}  // namespace afresh::agent

// The containers that modules and classes of the library hold, and which add-on's objects are in
// them.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "harness/agent/baseline.hpp"
#include "harness/python/passive.hpp"

namespace afresh::agent {

class Walk;

/// The exact `dict`, `list` and `set` objects that this namespace holds directly, named after it;
/// without caches of the interpreter, what other probes read, and what is our own.
[[nodiscard]] std::vector<HeldContainer> containers_in(const std::string& space, PyObject* dict);

/// Calls `see(key, value)` for every entry of such a container in its order (of a list or set with
/// a null key) until it returns false; false when it did. No Python code runs.
bool for_each_entry(const py::Passive& passive, PyObject* container,
                    const std::function<bool(PyObject* key, PyObject* value)>& see);

/// The add-on that something held elsewhere belongs to, or -1: its class, function or module, an
/// instance of its class, and what is only a wrapping of these: a bound method, weak reference,
/// property, `partial`, or a tuple, list or dictionary with one in it.
[[nodiscard]] int owner_of_held(const Walk& walk, PyObject* object);

}  // namespace afresh::agent

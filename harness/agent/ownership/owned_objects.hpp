// Which add-on an object belongs to by what it says of itself.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/agent/ownership/ownership.hpp"
#include "harness/python/passive.hpp"
#include "harness/values/object_ref.hpp"

namespace afresh::agent {

/// The add-on that a module belongs to by its name or else its file, or -1.
[[nodiscard]] int owner_of_module(const Ownership& ownership, PyObject* module);

/// The add-on that a class or function belongs to by its module, or a bound method by one of its
/// parts; of anything else that of its class. -1: none.
[[nodiscard]] int owner_of_definition(const py::PassiveReader& passive, const Ownership& ownership,
                                      PyObject* object);

/// The add-on of a module, class or function; -1: none, or another kind of object.
[[nodiscard]] int owner_of_tagged(const py::PassiveReader& passive, const Ownership& ownership,
                                  PyObject* object);

/// A module, class or function by its names, without its load.
[[nodiscard]] ObjectRef describe_definition(const py::PassiveReader& passive, PyObject* object);

}  // namespace afresh::agent

// Which classes were registered with an abstract base class that did not make them.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/python/passive.hpp"

namespace afresh::agent {

/// True for a class whose registry can be read without running a metaclass's code.
[[nodiscard]] bool is_abc(const py::PassiveReader& passive, PyObject* cls);

/// The living classes in the registry of such a class, in no order. Through `_abc._get_dump`, which
/// is C code that copies sets (3.10 to 3.13), or out of `_py_abc`'s weak set.
[[nodiscard]] std::vector<py::Ref> abc_registry(const py::PassiveReader& passive, PyObject* cls);

/// A number that is another one after every registration with any ABC (`abc.get_cache_token`).
[[nodiscard]] py::Ref abc_token();

}  // namespace afresh::agent

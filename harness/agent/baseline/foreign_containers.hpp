// The containers that modules and classes of the library hold directly.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/python/ref.hpp"

namespace afresh::agent {

/// An exact `dict`, `list` or `set` that a foreign module's or class's namespace holds directly.
struct HeldContainer {
  std::string name;  ///< `mimetypes.types_map`
  PyObject* object;  ///< borrowed
};

/// Whether the object is an exact `dict`, `list` or `set`.
[[nodiscard]] bool is_container(PyObject* object);

/// The exact `dict`, `list` and `set` objects that this namespace holds directly, named after it;
/// without caches of the interpreter, what other probes read, and what is our own.
[[nodiscard]] std::vector<HeldContainer> containers_in(const std::string& space, PyObject* dict);

}  // namespace afresh::agent

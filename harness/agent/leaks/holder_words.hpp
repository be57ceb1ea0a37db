// A chain of references in words: `logging.root.handlers[1]`, `bound method emit`.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/agent/ownership/ownership.hpp"
#include "harness/python/passive.hpp"

namespace afresh::agent {

/// `path` leads from a root, called `root`, to an object that is not put into words itself.
/// Containers, attributes and entries are written into the words of who has them; each module,
/// class, function, bound method and instance of an add-on's class gets words of its own.
/// An empty `root`: nobody can see who holds the first object. Then there are no words at all where
/// that is the last one too, else they begin with `C code`.
[[nodiscard]] std::vector<std::string> holder_words(const py::Passive& passive,
                                                    const Ownership& ownership,
                                                    const std::string& root,
                                                    const std::vector<PyObject*>& path);

}  // namespace afresh::agent

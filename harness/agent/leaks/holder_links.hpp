// A chain of references as links: `logging.root.handlers[1]`, the bound method `emit`.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "harness/agent/ownership/ownership.hpp"
#include "harness/python/passive.hpp"
#include "harness/values/object_ref.hpp"

namespace afresh::agent {

/// `path` leads from a root to an object that has no link itself. Containers, attributes and
/// entries are steps of who has them; each module, class, function, bound method and instance of
/// an add-on's class is a link of its own.
/// No `root`: nobody can see who holds the first object. Then there is no link at all where that is
/// the last one too, else the first is `kNativeCode`.
[[nodiscard]] std::vector<Link> holder_links(const py::PassiveReader& passive,
                                             const Ownership& ownership,
                                             const std::optional<Link>& root,
                                             const std::vector<PyObject*>& path);

}  // namespace afresh::agent

// Reads a snapshot by paths, so that a test can say what lies where.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/values/observation.hpp"

namespace afresh::testing {

/// A root's label and then edge labels: `{"demo", ".K", " module"}`. The step from a module to its
/// namespace goes by itself.
using Path = std::vector<std::string_view>;

/// An atom's text, `KIND TYPE NAME` of a node, or `absent`.
[[nodiscard]] std::string at(const Snapshot& snapshot, const Path& path);
/// The labels of the edges of the node at this path; none where there is no node.
[[nodiscard]] std::vector<std::string> labels(const Snapshot& snapshot, const Path& path);
/// When the object at this path was first seen; 0 where there is none.
[[nodiscard]] std::uint32_t born(const Snapshot& snapshot, const Path& path);
/// True when both paths lead to one node.
[[nodiscard]] bool is_same(const Snapshot& snapshot, const Path& one, const Path& other);

/// Labels of the roots of this group that belong to add-on `owner`.
[[nodiscard]] std::vector<std::string> roots(const Snapshot& snapshot, RootGroup group, int owner);
/// What the entries of a probe are for add-on `owner`, as `at` writes it.
[[nodiscard]] std::vector<std::string> entries(const Snapshot& snapshot, std::string_view probe,
                                               int owner);

}  // namespace afresh::testing

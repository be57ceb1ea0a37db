// Names in the namespaces of a graph's modules, and which of them a source can set.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "harness/oracles/graph/graph_view.hpp"
#include "harness/values/graph.hpp"

namespace afresh {

struct ModuleName {
  std::string module;  ///< key in `sys.modules`
  std::string label;   ///< `.STAMP`
};

/// The namespace of a module of an add-on by its key, or `kNoNode`.
[[nodiscard]] NodeId namespace_at(const Graph& graph, std::string_view module);

/// The edge by which a namespace holds this name, or `kNoEdge`.
[[nodiscard]] std::uint32_t edge_at(const Graph& graph, const ModuleName& name);

/// `module math`, `function math.radians`: an object of a library, which no edit makes another.
[[nodiscard]] bool is_library_object(std::string_view atom);

/// `.__package__` and its like: the import system sets them, and no edit of the file changes them.
[[nodiscard]] bool is_set_by_import_system(std::string_view label);

}  // namespace afresh

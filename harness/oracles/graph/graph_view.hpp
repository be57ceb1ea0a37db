// Reading a graph: edges, targets, home modules. What every oracle needs of a snapshot.
// Only looks; knows nothing of two graphs or of judgement.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "harness/values/graph.hpp"

namespace afresh {

inline constexpr NodeId kNoNode = std::numeric_limits<NodeId>::max();
/// No edge, and no root where an index of a root is meant.
inline constexpr std::uint32_t kNoEdge = std::numeric_limits<std::uint32_t>::max();

/// What an edge or a root leads to: a `NodeId`, or the `StringId` of an atom's text.
struct Target {
  bool is_atom = false;
  std::uint32_t id = 0;
};

[[nodiscard]] inline Target target_of(const Edge& edge) { return {edge.is_atom, edge.target}; }
[[nodiscard]] inline Target target_of(const Root& root) { return {root.is_atom, root.target}; }

[[nodiscard]] std::span<const Edge> edges_of(const Graph& graph, NodeId node);

/// Index into `Graph::edges` of the node's first edge of this kind and name, or `kNoEdge`. Without
/// a name it is the first one of the kind.
[[nodiscard]] std::uint32_t find_edge(const Graph& graph, NodeId node, EdgeKind kind,
                                      std::string_view name = {});

/// An atom's text without its type: `str 'cm'` and `module cm` give `cm`.
[[nodiscard]] std::string_view without_type(std::string_view atom);

/// The namespace of a module, or `kNoNode`.
[[nodiscard]] NodeId find_namespace(const Graph& graph, NodeId module);
/// `__file__` of a module, as it stands there; empty where it has none.
[[nodiscard]] std::string_view file_of_module(const Graph& graph, NodeId module);

/// For each node the module it belongs to: of a class or function the one it names, of a namespace
/// its module's key, of a module its own; empty for all else. Views into the graph's strings.
[[nodiscard]] std::vector<std::string_view> owning_modules(const Graph& graph);

/// Whether this edge is where its target is at home: the class or function stands in the namespace
/// (or class) that defined it, under its own name. `modules` is `owning_modules(graph)`.
[[nodiscard]] bool is_defining_edge(const Graph& graph,
                                    const std::vector<std::string_view>& modules, NodeId holder,
                                    const Edge& edge);

[[nodiscard]] inline bool is_definition(NodeKind kind) {
  return kind == NodeKind::kClass || kind == NodeKind::kFunction;
}
[[nodiscard]] inline bool is_container(NodeKind kind) {
  return kind == NodeKind::kList || kind == NodeKind::kSet || kind == NodeKind::kPairs;
}
/// A registry whose entries go by key and not by position.
[[nodiscard]] bool has_keys(const Graph& graph, NodeId registry);

}  // namespace afresh

// A number for what a node looks like within a few edges: the key by which entries of unordered
// containers find each other. Iterated refinement (Weisfeiler and Leman); never proves equality.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "harness/oracles/graph/graph_view.hpp"
#include "harness/values/graph.hpp"

namespace afresh {

/// Hashes of each node by how far they look: round 0 sees the node and its atoms, round k what is k
/// edges away. Modules and namespaces count by name alone, or everything would look at everything.
/// Ignores notes, places and the order of edges (a position is a label).
class StructuralHash {
 public:
  static constexpr int kRounds = 4;

  /// `settled[n]` is a number that stands for node n whatever it looks like (its partner), or
  /// `kNoNode`; empty: no node is settled. With settled nodes a further round looks very far, and
  /// at who holds a node.
  StructuralHash(const Graph& graph, std::span<const NodeId> settled);

  /// `round` in 0..kRounds; round kRounds looks very far, and without settled nodes as kRounds - 1.
  [[nodiscard]] std::uint64_t at(int round, NodeId node) const {
    return rounds_[static_cast<std::size_t>(round)][node];
  }
  [[nodiscard]] std::uint64_t of_text(StringId id) const { return texts_[id]; }

 private:
  void hash_texts(const Graph& graph);
  void start(const Graph& graph, std::span<const NodeId> settled);
  [[nodiscard]] std::vector<std::uint64_t> with_holders(const Graph& graph,
                                                        std::span<const NodeId> settled) const;
  [[nodiscard]] std::vector<std::uint64_t> refined(const Graph& graph,
                                                   const std::vector<std::uint64_t>& base,
                                                   const std::vector<std::uint64_t>& last) const;

  std::vector<std::uint64_t> texts_;
  std::vector<NodeId> open_;  ///< nodes that are refined
  std::array<std::vector<std::uint64_t>, kRounds + 1> rounds_;
};

/// The token of a matched pair, the same on both sides.
[[nodiscard]] std::uint64_t pair_token(NodeId reference);

/// What can be said of a node at a glance: kind, type and name.
[[nodiscard]] std::uint64_t make_type_token(const Graph& graph, const StructuralHash& hash,
                                            NodeId node);

}  // namespace afresh

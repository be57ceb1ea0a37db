// Walks two snapshots in pairs from their roots and says which object of one is which object of the
// other, and where they differ. Judges nothing: that is differences.hpp.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "harness/oracles/graph/graph_view.hpp"
#include "harness/oracles/graph/mask.hpp"
#include "harness/oracles/graph/scope.hpp"
#include "harness/values/graph.hpp"

namespace afresh {

enum class MismatchKind : std::uint8_t {
  kExtra,     ///< an edge, entry or root that the reference does not have
  kMissing,   ///< one that only the reference has
  kAtom,      ///< another atom
  kKind,      ///< an atom here and a node there, or nodes of another kind, type or name
  kOrder,     ///< the holder's entries come in another order; no edges
  kIdentity,  ///< the two targets are not partners: at least one has met another
};

/// One place where the walk stopped. A root is an edge without holder: both holders are `kNoNode`
/// and the edges are indexes of roots. An entry of a registry that only one side has at all has a
/// holder on that side only.
struct Mismatch {
  MismatchKind kind{};
  NodeId actual = kNoNode;
  NodeId reference = kNoNode;
  std::uint32_t actual_edge = kNoEdge;
  std::uint32_t reference_edge = kNoEdge;

  [[nodiscard]] bool is_root() const { return actual == kNoNode && reference == kNoNode; }
  bool operator==(const Mismatch&) const = default;
};

/// A bijection between nodes that are the same object in both worlds, and all places that differ.
struct Matching {
  std::vector<NodeId> reference_of;  ///< by actual node, or `kNoNode`
  std::vector<NodeId> actual_of;     ///< by reference node, or `kNoNode`
  std::vector<bool> is_compared;   ///< by reference node: its edges were compared with some node's
  std::vector<bool> agreed_edges;  ///< by actual edge: leads to the node that it should lead to
  std::vector<bool> agreed_roots;  ///< by actual root, likewise
  std::vector<Mismatch> mismatches;  ///< in the order in which they were met
};

/// Objects are matched at their home first: modules, then classes and functions where they were
/// defined, then all ordered edges (those whose targets look alike before the others), then
/// unordered containers and sequences that do not fit entry by entry. What hangs below a mismatch
/// is not walked. The mask belongs to `reference`. The numbers of nodes decide nothing.
[[nodiscard]] Matching match(const Graph& actual, const Graph& reference, const Mask& mask = {},
                             const Scope& scope = {});

}  // namespace afresh

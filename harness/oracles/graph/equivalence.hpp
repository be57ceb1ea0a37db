// Whether two objects that are not partners are nevertheless equal: the difference between an
// object that is there twice and one that is old.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <unordered_set>

#include "harness/oracles/graph/children.hpp"
#include "harness/oracles/graph/match.hpp"

namespace afresh {

enum class Equivalence : std::uint8_t {
  kEqual,
  kPlaceDiffers,  ///< equal but for file or line positions
  kDifferent,
};

/// Compares modulo a matching: what is matched with each other counts as equal, all else is
/// compared by content, and a pair that is met again while it is compared is taken to be equal.
class EquivalenceChecker {
 public:
  EquivalenceChecker(const Graph& actual, const Graph& reference, const Matching& matching,
                     const Mask& mask);

  [[nodiscard]] Equivalence compare(NodeId actual, NodeId reference);

 private:
  [[nodiscard]] bool are_equal_edges(std::uint32_t actual, std::uint32_t reference);
  [[nodiscard]] bool are_equal_children(NodeId actual, NodeId reference);
  [[nodiscard]] bool assume(NodeId actual, NodeId reference);

  const Graph& actual_;
  const Graph& reference_;
  const Matching& matching_;
  const Mask& mask_;
  ChildPairing pairing_;
  std::unordered_set<std::uint64_t> assumed_;  ///< pairs met in the comparison at hand
  std::vector<std::pair<NodeId, NodeId>> open_;
  bool place_differs_ = false;
};

}  // namespace afresh

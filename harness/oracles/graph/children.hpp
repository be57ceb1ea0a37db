// Which edge of one node is compared with which edge of another: by label, by position or as a
// multiset, as the kind of the node says. Decides nothing about what the edges lead to.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "harness/oracles/graph/alignment.hpp"
#include "harness/oracles/graph/graph_view.hpp"
#include "harness/oracles/graph/mask.hpp"
#include "harness/oracles/graph/shared_ranks.hpp"
#include "harness/oracles/graph/structural_hash.hpp"

namespace afresh {

struct Matching;

/// Indexes into `Graph::edges` of the actual and the reference side. Notes are left out.
struct Children {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  std::vector<std::uint32_t> extra;
  std::vector<std::uint32_t> missing;
  bool order_differs = false;
  bool is_unfinished = false;  ///< ask again once these pairs are followed up
  bool is_choice = false;      ///< unfinished, and its one pair is one of several alike
};

/// Pairs the children of two nodes of one kind. Holds references: both graphs and the mask must
/// outlive it.
class ChildPairing {
 public:
  ChildPairing(const Graph& actual, const Graph& reference, const Mask& mask);

  /// Let what is matched by now tell apart what looks alike.
  void refresh(const Matching& matching);

  [[nodiscard]] Children pair(NodeId actual, NodeId reference, const Matching& matching,
                              bool may_choose) const;

  /// Whether pairing these two is better left until their entries may have met at home.
  [[nodiscard]] bool should_wait(NodeId actual, NodeId reference) const;

  [[nodiscard]] bool are_similar(NodeId actual, NodeId reference) const;
  /// Kind, type and, for what has one, name.
  [[nodiscard]] bool have_same_type(NodeId actual, NodeId reference) const;
  [[nodiscard]] bool are_equal_atoms(std::uint32_t actual, std::uint32_t reference) const {
    return ranks_.actual[actual] == ranks_.reference[reference];
  }
  [[nodiscard]] const SharedRanks& ranks() const { return ranks_; }

 private:
  [[nodiscard]] Children by_label(NodeId actual, NodeId reference) const;
  [[nodiscard]] Children aligned(NodeId actual, NodeId reference, const Matching& matching,
                                 bool may_choose) const;
  [[nodiscard]] bool is_unordered(NodeId reference) const;
  [[nodiscard]] std::vector<AlignmentEntry> actual_entries(NodeId node,
                                                           const Matching& matching) const;
  [[nodiscard]] std::vector<AlignmentEntry> reference_entries(NodeId node,
                                                              const Matching& matching) const;

  const Graph& actual_;
  const Graph& reference_;
  const Mask& mask_;
  SharedRanks ranks_;
  StructuralHash plain_actual_;
  StructuralHash plain_reference_;
  StructuralHash aware_actual_;
  StructuralHash aware_reference_;
};

}  // namespace afresh

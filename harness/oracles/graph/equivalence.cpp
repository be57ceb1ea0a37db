// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/equivalence.hpp"

#include <algorithm>

namespace afresh {

EquivalenceChecker::EquivalenceChecker(const Graph& actual, const Graph& reference,
                                       const Matching& matching, const Mask& mask)
    : actual_(actual),
      reference_(reference),
      matching_(matching),
      mask_(mask),
      pairing_(actual, reference, mask) {
  pairing_.refresh(matching);
}

Equivalence EquivalenceChecker::compare(NodeId actual, NodeId reference) {
  assumed_.clear();
  open_.clear();
  place_differs_ = false;
  if (!assume(actual, reference)) return Equivalence::kDifferent;
  while (!open_.empty()) {
    auto [a, r] = open_.back();
    open_.pop_back();
    if (!are_equal_children(a, r)) return Equivalence::kDifferent;
  }
  return place_differs_ ? Equivalence::kPlaceDiffers : Equivalence::kEqual;
}

bool EquivalenceChecker::assume(NodeId actual, NodeId reference) {
  if (!pairing_.have_same_type(actual, reference)) return false;
  bool is_new = assumed_.insert(std::uint64_t{actual} << 32 | reference).second;
  if (is_new) open_.emplace_back(actual, reference);
  return true;
}

bool EquivalenceChecker::are_equal_children(NodeId actual, NodeId reference) {
  Children children = pairing_.pair(actual, reference, matching_, false);
  if (!children.extra.empty() || !children.missing.empty() || children.order_differs) return false;
  // Atoms first: most differences are found without following anything.
  std::partition(children.pairs.begin(), children.pairs.end(),
                 [&](const auto& pair) { return actual_.edges[pair.first].is_atom; });
  return std::ranges::all_of(
      children.pairs, [&](const auto& pair) { return are_equal_edges(pair.first, pair.second); });
}

bool EquivalenceChecker::are_equal_edges(std::uint32_t actual, std::uint32_t reference) {
  const Edge& a = actual_.edges[actual];
  const Edge& r = reference_.edges[reference];
  if (a.is_atom != r.is_atom) return false;
  if (!a.is_atom) {
    return matching_.reference_of[a.target] == r.target || assume(a.target, r.target);
  }
  if (mask_.has_atom(reference) || pairing_.are_equal_atoms(a.target, r.target)) return true;
  if (r.role != EdgeRole::kPlace) return false;
  place_differs_ = true;
  return true;
}

}  // namespace afresh

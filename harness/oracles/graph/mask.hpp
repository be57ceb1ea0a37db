// What differs between fresh starts and says nothing: order and atoms that no trial is judged by.
// Made from a group of three references; presence, kind and identity are never masked.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "harness/values/graph.hpp"

namespace afresh {

struct Matching;

/// Belongs to the graph of reference A: all indexes are A's. Empty vectors mask nothing.
struct Mask {
  std::vector<bool> orders;  ///< by node: the order of its edges says nothing
  std::vector<bool> atoms;   ///< by edge: the atom's text says nothing
  std::vector<bool> roots;   ///< by root: the atom's text says nothing
  std::string disagreement;  ///< a place where the members differ otherwise, or empty

  [[nodiscard]] bool has_order(NodeId node) const { return !orders.empty() && orders[node]; }
  [[nodiscard]] bool has_atom(std::uint32_t edge) const { return !atoms.empty() && atoms[edge]; }
  [[nodiscard]] bool has_root(std::uint32_t root) const { return !roots.empty() && roots[root]; }
  /// Number of masked places.
  [[nodiscard]] int size() const;
};

/// Above this share of masked places a verdict is *unknown*.
inline constexpr double kMaxMaskedFraction = 0.05;

/// What B or C has in another order, or as another atom, than A.
[[nodiscard]] Mask make_mask(const Graph& a, const Graph& b, const Graph& c);

/// Share of A's objects and atoms whose order or value is masked, 0 to 1. Atoms count as objects
/// do: what is written as text here is an object in Python.
[[nodiscard]] double masked_fraction(const Mask& mask, const Graph& a);

/// The mask of `a` carried over to `other`, a graph matched with it (`other` as the actual side).
[[nodiscard]] Mask carried_over(const Mask& mask, const Graph& a, const Graph& other,
                                const Matching& matching);

}  // namespace afresh

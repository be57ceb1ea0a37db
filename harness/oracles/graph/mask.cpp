// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/mask.hpp"

#include <algorithm>
#include <set>

#include "harness/oracles/graph/match.hpp"
#include "harness/oracles/graph/reach.hpp"

namespace afresh {
namespace {

std::string mismatch_location(const Graph& a, const Graph& other, const Matching& matching,
                              const Mismatch& mismatch) {
  Reach reach(other, matching, {});
  return mismatch_path(a, other, reach, mismatch).text;
}

void collect(const Graph& a, const Graph& other, Mask& mask) {
  // Which libraries were imported by then depends on what the process did before.
  Scope scope;
  scope.has_root = [](RootGroup group, std::int32_t owner) {
    return group != RootGroup::kModules || owner >= 0;
  };
  Matching matching = match(other, a, {}, scope);
  for (const Mismatch& mismatch : matching.mismatches) {
    if (mismatch.kind == MismatchKind::kOrder) {
      mask.orders[mismatch.reference] = true;
    } else if (mismatch.kind == MismatchKind::kAtom) {
      (mismatch.is_root() ? mask.roots : mask.atoms)[mismatch.reference_edge] = true;
    } else if (mask.disagreement.empty()) {
      mask.disagreement = mismatch_location(a, other, matching, mismatch);
    }
  }
}

}  // namespace

int Mask::size() const {
  auto count = [](const std::vector<bool>& bits) { return std::ranges::count(bits, true); };
  return static_cast<int>(count(orders) + count(atoms) + count(roots));
}

Mask make_mask(const Graph& a, const Graph& b, const Graph& c) {
  Mask mask;
  mask.orders.assign(a.nodes.size(), false);
  mask.atoms.assign(a.edges.size(), false);
  mask.roots.assign(a.roots.size(), false);
  collect(a, b, mask);
  collect(a, c, mask);
  return mask;
}

double masked_fraction(const Mask& mask, const Graph& a) {
  auto atoms = std::ranges::count_if(a.edges, &Edge::is_atom) +
               std::ranges::count_if(a.roots, &Root::is_atom);
  std::size_t places = a.nodes.size() + static_cast<std::size_t>(atoms);
  return places == 0 ? 0 : static_cast<double>(mask.size()) / static_cast<double>(places);
}

Mask carried_over(const Mask& mask, const Graph& a, const Graph& other, const Matching& matching) {
  Mask carried;
  carried.orders.assign(other.nodes.size(), false);
  carried.atoms.assign(other.edges.size(), false);
  for (NodeId node = 0; node < other.nodes.size(); ++node) {
    NodeId partner = matching.reference_of[node];
    if (partner == kNoNode) continue;
    carried.orders[node] = mask.has_order(partner);
    std::set<std::string_view> labels;
    for (const Edge& edge : edges_of(a, partner)) {
      if (mask.has_atom(static_cast<std::uint32_t>(&edge - a.edges.data()))) {
        labels.insert(a.text(edge.label));
      }
    }
    if (labels.empty()) continue;
    const Node& n = other.nodes[node];
    for (std::uint32_t e = n.first_edge; e < n.first_edge + n.edge_count; ++e) {
      carried.atoms[e] = labels.contains(other.text(other.edges[e].label));
    }
  }
  return carried;
}

}  // namespace afresh

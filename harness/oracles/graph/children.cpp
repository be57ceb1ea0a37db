// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/children.hpp"

#include <algorithm>
#include <span>

#include "harness/oracles/graph/match.hpp"

namespace afresh {
namespace {

std::vector<std::uint32_t> compared_edges(const Graph& graph, NodeId node) {
  const Node& n = graph.nodes[node];
  std::vector<std::uint32_t> edges;
  edges.reserve(n.edge_count);
  for (std::uint32_t i = n.first_edge; i < n.first_edge + n.edge_count; ++i) {
    if (graph.edges[i].role != EdgeRole::kNote) edges.push_back(i);
  }
  return edges;
}

std::vector<std::uint32_t> sorted_by_label(const Graph& graph,
                                           const std::vector<std::uint32_t>& ranks,
                                           std::vector<std::uint32_t> edges) {
  std::ranges::stable_sort(edges, {}, [&](std::uint32_t e) { return ranks[graph.edges[e].label]; });
  return edges;
}

/// What an entry is recognised by: the target itself, of a `kPair` its key.
Target recognised_by(const Graph& graph, const Edge& edge) {
  if (edge.is_atom || graph.nodes[edge.target].kind != NodeKind::kPair) return target_of(edge);
  std::uint32_t key = find_edge(graph, edge.target, EdgeKind::kPairKey);
  return key == kNoEdge ? target_of(edge) : target_of(graph.edges[key]);
}

/// One side of a pair of containers.
struct Side {
  const Graph& graph;
  const StructuralHash& plain;
  const StructuralHash& aware;
  const std::vector<std::uint32_t>& ranks;
  const std::vector<NodeId>& partner;
  bool is_actual;
};

void set_node_tokens(const Side& side, NodeId node, AlignmentEntry& entry) {
  NodeId partner = side.partner[node];
  entry.is_settled = partner != kNoNode;
  entry.has_identity = side.graph.nodes[node].kind != NodeKind::kTransparent;
  entry.type_token = make_type_token(side.graph, side.plain, node);
  constexpr int kLast = StructuralHash::kRounds;
  entry.sort_token = side.plain.at(kLast, node);
  std::size_t strength = 1;
  if (entry.is_settled) {
    entry.tokens[0] = pair_token(side.is_actual ? partner : node);
    // What has its partner elsewhere is no other's; but an old twin of a settled one may be met.
    if (side.is_actual) return;
    strength += kLast + 1;
  } else {
    for (int round = kLast; round >= 0; --round)
      entry.tokens[strength++] = side.aware.at(round, node);
  }
  for (int round = kLast - 1; round >= 0; --round)
    entry.tokens[strength++] = side.plain.at(round, node);
}

AlignmentEntry make_entry(const Side& side, std::uint32_t edge) {
  AlignmentEntry entry;
  entry.edge = edge;
  Target target = recognised_by(side.graph, side.graph.edges[edge]);
  // A pair with an atomic key is still an object of its own among entries.
  entry.is_atom = side.graph.edges[edge].is_atom;
  if (target.is_atom) {
    entry.text = side.ranks[target.id];
    entry.tokens.fill(side.plain.of_text(target.id) | 1U);
  } else {
    set_node_tokens(side, target.id, entry);
  }
  return entry;
}

std::vector<AlignmentEntry> make_entries(const Side& side, NodeId node) {
  std::vector<AlignmentEntry> entries;
  for (std::uint32_t edge : compared_edges(side.graph, node)) {
    entries.push_back(make_entry(side, edge));
  }
  return entries;
}

/// Entries by key are written as an instance's; a registry that is empty does not show its kind.
bool are_registries(const Node& a, const Node& r) {
  auto may_be = [](const Node& node) {
    return node.kind == NodeKind::kRegistry || node.kind == NodeKind::kInstance;
  };
  return may_be(a) && may_be(r) && (a.edge_count == 0 || r.edge_count == 0);
}

/// Whether the labels that both sides have come in another order.
bool is_reordered(std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs) {
  std::ranges::sort(pairs);
  return !std::ranges::is_sorted(pairs, {}, [](const auto& pair) { return pair.second; });
}

}  // namespace

ChildPairing::ChildPairing(const Graph& actual, const Graph& reference, const Mask& mask)
    : actual_(actual),
      reference_(reference),
      mask_(mask),
      ranks_(rank_strings(actual, reference)),
      plain_actual_(actual, {}),
      plain_reference_(reference, {}),
      aware_actual_(plain_actual_),
      aware_reference_(plain_reference_) {}

void ChildPairing::refresh(const Matching& matching) {
  std::vector<NodeId> settled(reference_.nodes.size(), kNoNode);
  for (NodeId node = 0; node < settled.size(); ++node) {
    if (matching.actual_of[node] != kNoNode) settled[node] = node;
  }
  aware_actual_ = StructuralHash(actual_, matching.reference_of);
  aware_reference_ = StructuralHash(reference_, settled);
}

Children ChildPairing::pair(NodeId actual, NodeId reference, const Matching& matching,
                            bool may_choose) const {
  switch (reference_.nodes[reference].kind) {
    case NodeKind::kList:
    case NodeKind::kSet:
    case NodeKind::kPairs: return aligned(actual, reference, matching, may_choose);
    case NodeKind::kRegistry:
      if (has_keys(actual_, actual) || has_keys(reference_, reference)) break;
      return aligned(actual, reference, matching, may_choose);
    default: break;
  }
  return by_label(actual, reference);
}

Children ChildPairing::by_label(NodeId actual, NodeId reference) const {
  Children children;
  auto here = sorted_by_label(actual_, ranks_.actual, compared_edges(actual_, actual));
  auto there = sorted_by_label(reference_, ranks_.reference, compared_edges(reference_, reference));
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < here.size() || j < there.size()) {
    bool only_here = j == there.size();
    bool only_there = i == here.size();
    if (!only_here && !only_there) {
      std::uint32_t a = ranks_.actual[actual_.edges[here[i]].label];
      std::uint32_t r = ranks_.reference[reference_.edges[there[j]].label];
      only_here = a < r;
      only_there = r < a;
    }
    if (only_here) {
      children.extra.push_back(here[i++]);
    } else if (only_there) {
      children.missing.push_back(there[j++]);
    } else {
      children.pairs.emplace_back(here[i++], there[j++]);
    }
  }
  bool is_ordered = reference_.nodes[reference].kind == NodeKind::kDict;
  children.order_differs =
      is_ordered && !mask_.has_order(reference) && is_reordered(children.pairs);
  return children;
}

bool ChildPairing::is_unordered(NodeId reference) const {
  NodeKind kind = reference_.nodes[reference].kind;
  return kind == NodeKind::kSet || kind == NodeKind::kPairs || mask_.has_order(reference);
}

Children ChildPairing::aligned(NodeId actual, NodeId reference, const Matching& matching,
                               bool may_choose) const {
  std::vector<AlignmentEntry> here = actual_entries(actual, matching);
  std::vector<AlignmentEntry> there = reference_entries(reference, matching);
  bool is_set = is_unordered(reference);
  if (is_set) {
    // So that where nothing tells entries apart, the order in which they were written does not.
    for (auto* entries : {&here, &there}) {
      std::ranges::stable_sort(
          *entries, {}, [](const AlignmentEntry& e) { return std::pair(e.text, e.sort_token); });
    }
  }
  bool is_registry = reference_.nodes[reference].kind == NodeKind::kRegistry;
  Alignment alignment =
      is_set ? align_multiset(here, there, may_choose) : align_sequence(here, there, is_registry);
  Children children;
  for (auto [a, r] : alignment.pairs) children.pairs.emplace_back(here[a].edge, there[r].edge);
  for (std::size_t a : alignment.extra) children.extra.push_back(here[a].edge);
  for (std::size_t r : alignment.missing) children.missing.push_back(there[r].edge);
  children.order_differs = alignment.order_differs;
  children.is_unfinished = alignment.is_unfinished;
  children.is_choice = alignment.is_choice;
  return children;
}

std::vector<AlignmentEntry> ChildPairing::actual_entries(NodeId node,
                                                         const Matching& matching) const {
  return make_entries(
      {actual_, plain_actual_, aware_actual_, ranks_.actual, matching.reference_of, true}, node);
}

std::vector<AlignmentEntry> ChildPairing::reference_entries(NodeId node,
                                                            const Matching& matching) const {
  return make_entries(
      {reference_, plain_reference_, aware_reference_, ranks_.reference, matching.actual_of, false},
      node);
}

bool ChildPairing::should_wait(NodeId actual, NodeId reference) const {
  NodeKind kind = reference_.nodes[reference].kind;
  if (kind != NodeKind::kRegistry && !is_container(kind)) return false;
  if (kind == NodeKind::kRegistry &&
      (has_keys(actual_, actual) || has_keys(reference_, reference))) {
    return false;
  }
  if (is_unordered(reference)) return true;
  std::vector<std::uint32_t> here = compared_edges(actual_, actual);
  std::vector<std::uint32_t> there = compared_edges(reference_, reference);
  return !std::ranges::equal(here, there, [&](std::uint32_t a, std::uint32_t r) {
    const Edge& x = actual_.edges[a];
    const Edge& y = reference_.edges[r];
    if (x.is_atom || y.is_atom) {
      return x.is_atom && y.is_atom && are_equal_atoms(x.target, y.target);
    }
    return are_similar(x.target, y.target);
  });
}

bool ChildPairing::are_similar(NodeId actual, NodeId reference) const {
  constexpr int kFarthest = StructuralHash::kRounds - 1;
  return plain_actual_.at(kFarthest, actual) == plain_reference_.at(kFarthest, reference);
}

bool ChildPairing::have_same_type(NodeId actual, NodeId reference) const {
  const Node& a = actual_.nodes[actual];
  const Node& r = reference_.nodes[reference];
  if (ranks_.actual[a.type] != ranks_.reference[r.type]) return false;
  if (a.kind != r.kind) return are_registries(a, r);
  bool has_name = is_definition(r.kind) || r.kind == NodeKind::kModule;
  return !has_name || ranks_.actual[a.name] == ranks_.reference[r.name];
}

}  // namespace afresh

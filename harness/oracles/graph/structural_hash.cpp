// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/structural_hash.hpp"

#include <functional>
#include <string_view>

namespace afresh {
namespace {

constexpr int kFarRounds = 32;

/// The finaliser of splitmix64 over both (Steele, Lea, Flood: "Fast splittable pseudorandom number
/// generators", 2014).
std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t z = a * 0x9e3779b97f4a7c15ULL + b + 0x7f4a7c159e3779b9ULL;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

bool is_compared(const Edge& edge) { return edge.role == EdgeRole::kContent; }

}  // namespace

std::uint64_t pair_token(NodeId reference) { return mix(0x5e771edULL, reference); }

std::uint64_t make_type_token(const Graph& graph, const StructuralHash& hash, NodeId node) {
  const Node& n = graph.nodes[node];
  return mix(mix(static_cast<std::uint64_t>(n.kind), hash.of_text(n.type)), hash.of_text(n.name));
}

StructuralHash::StructuralHash(const Graph& graph, std::span<const NodeId> settled) {
  hash_texts(graph);
  start(graph, settled);
  for (std::size_t round = 1; round < kRounds; ++round) {
    rounds_[round] = refined(graph, rounds_[0], rounds_[round - 1]);
  }
  rounds_[kRounds] = rounds_[kRounds - 1];
  if (settled.empty()) return;
  std::vector<std::uint64_t> held = with_holders(graph, settled);
  rounds_[kRounds] = held;
  for (int i = 0; i < kFarRounds; ++i) {
    rounds_[kRounds] = refined(graph, held, rounds_[kRounds]);
  }
}

/// What is alike in itself may be told apart by which settled objects hold it.
std::vector<std::uint64_t> StructuralHash::with_holders(const Graph& graph,
                                                        std::span<const NodeId> settled) const {
  std::vector<std::uint64_t> holders(graph.nodes.size(), 0);
  for (NodeId node = 0; node < graph.nodes.size(); ++node) {
    if (settled[node] == kNoNode) continue;
    for (const Edge& edge : edges_of(graph, node)) {
      if (!is_compared(edge) || edge.is_atom) continue;
      holders[edge.target] += mix(texts_[edge.label], pair_token(settled[node]));
    }
  }
  std::vector<std::uint64_t> held = rounds_[0];
  for (NodeId node : open_) held[node] = mix(held[node], holders[node]);
  return held;
}

void StructuralHash::hash_texts(const Graph& graph) {
  texts_.reserve(graph.strings.size());
  for (const std::string& text : graph.strings) {
    texts_.push_back(std::hash<std::string_view>{}(text));
  }
}

void StructuralHash::start(const Graph& graph, std::span<const NodeId> settled) {
  std::vector<std::string_view> modules = owning_modules(graph);
  std::vector<std::uint64_t>& first = rounds_[0];
  first.resize(graph.nodes.size());
  for (NodeId node = 0; node < graph.nodes.size(); ++node) {
    if (!settled.empty() && settled[node] != kNoNode) {
      first[node] = pair_token(settled[node]);
      continue;
    }
    NodeKind kind = graph.nodes[node].kind;
    if (kind == NodeKind::kModule || kind == NodeKind::kNamespace) {
      first[node] =
          mix(static_cast<std::uint64_t>(kind), std::hash<std::string_view>{}(modules[node]));
      continue;
    }
    open_.push_back(node);
    std::uint64_t atoms = 0;
    for (const Edge& edge : edges_of(graph, node)) {
      if (!is_compared(edge)) continue;
      atoms += mix(texts_[edge.label], edge.is_atom ? texts_[edge.target] : 1);
    }
    first[node] = mix(make_type_token(graph, *this, node), atoms);
  }
}

std::vector<std::uint64_t> StructuralHash::refined(const Graph& graph,
                                                   const std::vector<std::uint64_t>& base,
                                                   const std::vector<std::uint64_t>& last) const {
  std::vector<std::uint64_t> next = last;
  for (NodeId node : open_) {
    std::uint64_t below = 0;
    for (const Edge& edge : edges_of(graph, node)) {
      if (is_compared(edge) && !edge.is_atom) below += mix(texts_[edge.label], last[edge.target]);
    }
    next[node] = mix(base[node], below);
  }
  return next;
}

}  // namespace afresh

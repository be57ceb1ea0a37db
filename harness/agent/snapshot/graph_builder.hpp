// Puts a graph together: interned strings, nodes with contiguous edges. Knows nothing of Python.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "harness/values/edge_label.hpp"
#include "harness/values/graph.hpp"

namespace afresh::agent {

/// Where an edge leads: a node, or an atom's text.
struct EdgeTarget {
  bool is_atom = false;
  std::uint32_t id = 0;
};

class GraphBuilder {
 public:
  GraphBuilder() { intern(""); }

  StringId intern(std::string_view text) {
    auto found = ids_.find(text);
    if (found != ids_.end()) return found->second;
    auto id = static_cast<StringId>(graph_.strings.size());
    graph_.strings.emplace_back(text);
    auto* copy = static_cast<char*>(arena_.allocate(text.size() + 1, 1));
    std::ranges::copy(text, copy);
    ids_.emplace(std::string_view(copy, text.size()), id);
    return id;
  }
  [[nodiscard]] std::string_view text(StringId id) const { return graph_.text(id); }
  EdgeTarget atom(std::string_view text) { return {.is_atom = true, .id = intern(text)}; }

  struct NodeFacts {
    NodeKind kind{};
    std::string_view type;
    std::string_view name = {};
    int owner = -1;
    std::uint32_t born = 0;
  };
  EdgeTarget node(const NodeFacts& facts) {
    auto id = static_cast<NodeId>(graph_.nodes.size());
    graph_.nodes.push_back({.kind = facts.kind,
                            .type = intern(facts.type),
                            .name = intern(facts.name),
                            .owner = facts.owner,
                            .born = facts.born});
    return {.is_atom = false, .id = id};
  }

  /// Edges belong to the node opened last: all of one node's edges are added in one go.
  void open(NodeId node) {
    open_ = node;
    graph_.nodes[node].first_edge = static_cast<std::uint32_t>(graph_.edges.size());
  }
  void edge(EdgeKind kind, EdgeTarget target, EdgeRole role = EdgeRole::kContent) {
    edge(kind, {}, target, role);
  }
  void edge(EdgeKind kind, std::string_view name, EdgeTarget target,
            EdgeRole role = EdgeRole::kContent) {
    edge_with_label(kind, intern(edge_label(kind, name)), target, role);
  }
  /// The same where the label was interned before.
  void edge_with_label(EdgeKind kind, StringId label, EdgeTarget target,
                       EdgeRole role = EdgeRole::kContent) {
    graph_.edges.push_back({.label = label,
                            .kind = kind,
                            .role = role,
                            .is_atom = target.is_atom,
                            .target = target.id});
    ++graph_.nodes[open_].edge_count;
  }
  void root(RootGroup group, std::string_view label, int owner, EdgeTarget target) {
    graph_.roots.push_back({.group = group,
                            .label = intern(label),
                            .owner = owner,
                            .is_atom = target.is_atom,
                            .target = target.id});
  }
  void count_opaque() { ++graph_.opaque; }
  [[nodiscard]] std::size_t node_count() const { return graph_.nodes.size(); }
  [[nodiscard]] Graph take() { return std::move(graph_); }

 private:
  Graph graph_;
  NodeId open_ = 0;
  // Thousands of small entries that all go at once.
  std::pmr::monotonic_buffer_resource arena_;
  std::pmr::unordered_map<std::string_view, StringId> ids_{&arena_};  ///< texts lie in `arena_`
};

}  // namespace afresh::agent

// SPDX-License-Identifier: MIT
#include "tests/agent/graph_reader.hpp"

#include <array>
#include <optional>
#include <span>

namespace afresh::testing {
namespace {

struct Place {
  bool is_atom = false;
  std::uint32_t target = 0;
};

constexpr std::array kKindNames{"module", "namespace", "class", "function", "dict",    "pairs",
                                "pair",   "list",      "set",   "instance", "passing", "registry"};

std::span<const Edge> edges_of(const Graph& graph, NodeId id) {
  const Node& node = graph.nodes[id];
  return std::span(graph.edges).subspan(node.first_edge, node.edge_count);
}

NodeId through_module(const Graph& graph, NodeId id) {
  return graph.nodes[id].kind == NodeKind::kModule ? edges_of(graph, id).front().target : id;
}

std::optional<Place> find(const Graph& graph, const Path& path) {
  std::optional<Place> place;
  for (const Root& root : graph.roots) {
    if (graph.text(root.label) == path.front()) place = Place{root.is_atom, root.target};
  }
  for (std::size_t i = 1; i < path.size() && place; ++i) {
    if (place->is_atom) return {};
    std::optional<Place> next;
    for (const Edge& edge : edges_of(graph, through_module(graph, place->target))) {
      if (graph.text(edge.label) == path[i]) next = Place{edge.is_atom, edge.target};
    }
    place = next;
  }
  return place;
}

std::string describe_target(const Graph& graph, const Place& place) {
  if (place.is_atom) return std::string(graph.text(place.target));
  const Node& node = graph.nodes[place.target];
  std::string text = kKindNames[static_cast<std::size_t>(node.kind)];
  text += ' ';
  text += graph.text(node.type);
  if (node.name != 0) text.append(" ").append(graph.text(node.name));
  return text;
}

}  // namespace

std::string at(const Snapshot& snapshot, const Path& path) {
  auto place = find(snapshot.graph, path);
  return place ? describe_target(snapshot.graph, *place) : "absent";
}

std::vector<std::string> labels(const Snapshot& snapshot, const Path& path) {
  std::vector<std::string> found;
  auto place = find(snapshot.graph, path);
  if (!place || place->is_atom) return found;
  for (const Edge& edge : edges_of(snapshot.graph, through_module(snapshot.graph, place->target))) {
    found.emplace_back(snapshot.graph.text(edge.label));
  }
  return found;
}

std::uint32_t born(const Snapshot& snapshot, const Path& path) {
  auto place = find(snapshot.graph, path);
  return place && !place->is_atom ? snapshot.graph.nodes[place->target].born : 0;
}

bool is_same(const Snapshot& snapshot, const Path& one, const Path& other) {
  auto first = find(snapshot.graph, one);
  auto second = find(snapshot.graph, other);
  return first && second && !first->is_atom && !second->is_atom && first->target == second->target;
}

std::vector<std::string> roots(const Snapshot& snapshot, RootGroup group, int owner) {
  std::vector<std::string> found;
  for (const Root& root : snapshot.graph.roots) {
    if (root.group == group && root.owner == owner)
      found.emplace_back(snapshot.graph.text(root.label));
  }
  return found;
}

std::vector<std::string> entries(const Snapshot& snapshot, std::string_view probe, int owner) {
  std::vector<std::string> found;
  const Graph& graph = snapshot.graph;
  for (const Root& root : graph.roots) {
    if (graph.text(root.label) != probe || root.owner != owner || root.is_atom) continue;
    for (const Edge& edge : edges_of(graph, root.target)) {
      found.push_back(describe_target(graph, {edge.is_atom, edge.target}));
    }
  }
  return found;
}

}  // namespace afresh::testing

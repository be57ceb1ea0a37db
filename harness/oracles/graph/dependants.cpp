// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/dependants.hpp"

#include "harness/oracles/graph/graph_view.hpp"

namespace afresh {
namespace {

bool holds_object_of(const Graph& graph, std::int32_t addon, std::int32_t subject) {
  std::vector<bool> seen(graph.nodes.size(), false);
  std::vector<NodeId> open;
  for (const Root& root : graph.roots) {
    if (root.group != RootGroup::kModules || root.owner != addon || root.is_atom) continue;
    if (!seen[root.target]) open.push_back(root.target);
    seen[root.target] = true;
  }
  while (!open.empty()) {
    NodeId node = open.back();
    open.pop_back();
    if (graph.nodes[node].owner == subject) return true;
    for (const Edge& edge : edges_of(graph, node)) {
      if (edge.is_atom || edge.role == EdgeRole::kNote || seen[edge.target]) continue;
      seen[edge.target] = true;
      open.push_back(edge.target);
    }
  }
  return false;
}

}  // namespace

std::vector<bool> find_dependants(const Graph& graph, std::int32_t subject, std::size_t addons) {
  std::vector<bool> dependants(addons, false);
  for (std::size_t i = 0; i < addons; ++i) {
    auto addon = static_cast<std::int32_t>(i);
    if (addon != subject) dependants[i] = holds_object_of(graph, addon, subject);
  }
  return dependants;
}

}  // namespace afresh

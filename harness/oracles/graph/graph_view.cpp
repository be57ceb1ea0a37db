// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/graph_view.hpp"

#include <algorithm>
#include <string>

#include "harness/values/edge_label.hpp"

namespace afresh {
namespace {

std::string_view module_of_definition(const Graph& graph, NodeId node) {
  std::uint32_t edge = find_edge(graph, node, EdgeKind::kModule);
  if (edge != kNoEdge && graph.edges[edge].is_atom) {
    return without_type(graph.text(graph.edges[edge].target));
  }
  return {};
}

std::string_view module_of_namespace(const Graph& graph, NodeId node) {
  std::string_view name = graph.text(graph.nodes[node].name);
  if (!name.empty()) return name;
  std::uint32_t edge = find_edge(graph, node, EdgeKind::kAttribute, "__name__");
  if (edge == kNoEdge || !graph.edges[edge].is_atom) return {};
  return without_type(graph.text(graph.edges[edge].target));
}

/// The qualified name without the module, which some names carry in front.
std::string_view local_name(const Graph& graph, NodeId node, std::string_view module) {
  std::string_view name = graph.text(graph.nodes[node].name);
  bool has_module = !module.empty() && name.starts_with(module) && name.size() > module.size() &&
                    name[module.size()] == '.';
  return has_module ? name.substr(module.size() + 1) : name;
}

}  // namespace

std::span<const Edge> edges_of(const Graph& graph, NodeId node) {
  const Node& n = graph.nodes[node];
  return std::span(graph.edges).subspan(n.first_edge, n.edge_count);
}

std::uint32_t find_edge(const Graph& graph, NodeId node, EdgeKind kind, std::string_view name) {
  const Node& n = graph.nodes[node];
  const std::string label = name.empty() ? std::string{} : edge_label(kind, name);
  for (std::uint32_t i = n.first_edge; i < n.first_edge + n.edge_count; ++i) {
    const Edge& edge = graph.edges[i];
    if (edge.kind == kind && (name.empty() || graph.text(edge.label) == label)) return i;
  }
  return kNoEdge;
}

std::string_view without_type(std::string_view atom) {
  for (std::string_view type : {"str ", "module ", "class "}) {
    if (!atom.starts_with(type)) continue;
    atom.remove_prefix(type.size());
    bool is_quoted = atom.size() >= 2 && atom.front() == atom.back() &&
                     (atom.front() == '\'' || atom.front() == '"');
    return is_quoted ? atom.substr(1, atom.size() - 2) : atom;
  }
  return atom;
}

NodeId find_namespace(const Graph& graph, NodeId module) {
  if (graph.nodes[module].kind != NodeKind::kModule) return kNoNode;
  std::uint32_t edge = find_edge(graph, module, EdgeKind::kNameless);
  return edge == kNoEdge || graph.edges[edge].is_atom ? kNoNode : graph.edges[edge].target;
}

std::string_view file_of_module(const Graph& graph, NodeId module) {
  NodeId names = find_namespace(graph, module);
  std::uint32_t edge =
      names == kNoNode ? kNoEdge : find_edge(graph, names, EdgeKind::kAttribute, "__file__");
  if (edge == kNoEdge || !graph.edges[edge].is_atom) return {};
  std::string_view text = graph.text(graph.edges[edge].target);
  return text.starts_with("str ") ? without_type(text) : std::string_view{};
}

std::vector<std::string_view> owning_modules(const Graph& graph) {
  std::vector<std::string_view> modules(graph.nodes.size());
  for (NodeId i = 0; i < graph.nodes.size(); ++i) {
    switch (graph.nodes[i].kind) {
      case NodeKind::kModule: modules[i] = graph.text(graph.nodes[i].name); break;
      case NodeKind::kNamespace: modules[i] = module_of_namespace(graph, i); break;
      case NodeKind::kClass:
      case NodeKind::kFunction: modules[i] = module_of_definition(graph, i); break;
      default: break;
    }
  }
  // The key of the module says more than what its code calls itself.
  for (NodeId i = 0; i < graph.nodes.size(); ++i) {
    if (graph.nodes[i].kind != NodeKind::kModule) continue;
    for (const Edge& edge : edges_of(graph, i)) {
      if (edge.kind == EdgeKind::kNameless && !edge.is_atom && !modules[i].empty())
        modules[edge.target] = modules[i];
    }
  }
  return modules;
}

bool is_defining_edge(const Graph& graph, const std::vector<std::string_view>& modules,
                      NodeId holder, const Edge& edge) {
  if (edge.is_atom || edge.kind != EdgeKind::kAttribute) return false;
  std::string_view label = graph.text(edge.label);
  if (!is_definition(graph.nodes[edge.target].kind)) return false;
  std::string_view module = modules[holder];
  if (module.empty() || modules[edge.target] != module) return false;
  std::string_view name = local_name(graph, edge.target, module);
  switch (graph.nodes[holder].kind) {
    case NodeKind::kNamespace: return name == label.substr(1);
    case NodeKind::kClass: {
      std::string_view outer = local_name(graph, holder, module);
      return name.size() == outer.size() + label.size() && name.starts_with(outer) &&
             name.ends_with(label);
    }
    default: return false;
  }
}

bool has_keys(const Graph& graph, NodeId registry) {
  return std::ranges::any_of(edges_of(graph, registry),
                             [](const Edge& edge) { return edge.kind == EdgeKind::kKey; });
}

}  // namespace afresh

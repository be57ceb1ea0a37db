// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/reach.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace afresh {
namespace {

void append(Path& path, NodeKind holder, const Graph& graph, const Edge& edge) {
  path.text += graph.text(edge.label);
  bool is_name = holder == NodeKind::kNamespace && edge.kind == EdgeKind::kAttribute;
  if (is_name) path.holder_length = path.text.size();
}

/// The entry of a registry that the trial does not have at all.
Path path_in_missing_registry(const Graph& reference, const Reach& reach,
                              const Mismatch& mismatch) {
  for (const Root& root : reference.roots) {
    if (root.is_atom || root.target != mismatch.reference) continue;
    if (!reach.scope().has_root(root.group, root.owner)) continue;
    Path path = root_path(reference, root);
    path.text += reference.text(reference.edges[mismatch.reference_edge].label);
    return path;
  }
  return {};
}

}  // namespace

bool comes_before(const Path& a, const Path& b) {
  return std::tuple(a.text.size(), std::string_view(a.text)) <
         std::tuple(b.text.size(), std::string_view(b.text));
}

Path root_path(const Graph& graph, const Root& root) {
  std::string label(graph.text(root.label));
  std::size_t length = label.size();
  return {std::move(label), length, root.group, root.owner, length};
}

Reach::Reach(const Graph& actual, const Matching& matching, const Scope& scope)
    : graph_(actual),
      matching_(matching),
      scope_(scope),
      paths_(actual.nodes.size()),
      is_closed_(actual.nodes.size(), false) {
  if (scope_.is_beyond_modules_and_host) leave_out_modules_and_host();
  // A path from a module names the line that binds; a registry counts for what no module reaches.
  for (bool from_modules : {true, false}) {
    start(from_modules);
    while (!frontier_.empty()) spread();
  }
}

void Reach::leave_out_modules_and_host() {
  Scope inner;
  inner.has_root = [](RootGroup group, std::int32_t) { return group != RootGroup::kInterpreter; };
  Reach judged_elsewhere(graph_, matching_, inner);
  for (NodeId node = 0; node < graph_.nodes.size(); ++node) {
    if (judged_elsewhere.of(node) != nullptr) is_closed_[node] = true;
  }
}

void Reach::start(bool from_modules) {
  for (std::uint32_t i = 0; i < graph_.roots.size(); ++i) {
    const Root& root = graph_.roots[i];
    if (root.is_atom || !matching_.agreed_roots[i]) continue;
    if ((root.group == RootGroup::kModules) != from_modules) continue;
    if (!scope_.has_root(root.group, root.owner) || is_closed_[root.target]) continue;
    Path path = root_path(graph_, root);
    std::optional<Path>& best = paths_[root.target];
    if (!best) frontier_.push_back(root.target);
    if (!best || comes_before(path, *best)) best = std::move(path);
  }
}

/// One edge further from everything that was reached last.
void Reach::spread() {
  std::vector<NodeId> last = std::exchange(frontier_, {});
  for (NodeId node : last) is_closed_[node] = true;
  for (NodeId holder : last) {
    const Node& n = graph_.nodes[holder];
    for (std::uint32_t e = n.first_edge; e < n.first_edge + n.edge_count; ++e) {
      const Edge& edge = graph_.edges[e];
      if (edge.is_atom || !matching_.agreed_edges[e] || is_closed_[edge.target]) continue;
      if (!scope_.enters(graph_.nodes[edge.target].owner)) continue;
      Path path = below(holder, edge);
      std::optional<Path>& best = paths_[edge.target];
      if (!best) frontier_.push_back(edge.target);
      if (!best || comes_before(path, *best)) best = std::move(path);
    }
  }
}

Path Reach::below(NodeId holder, const Edge& edge) const {
  Path path = *paths_[holder];
  append(path, graph_.nodes[holder].kind, graph_, edge);
  return path;
}

Path mismatch_path(const Graph& reference, const Graph& actual, const Reach& reach,
                   const Mismatch& mismatch) {
  if (mismatch.is_root()) {
    bool is_here = mismatch.actual_edge != kNoEdge;
    const Graph& graph = is_here ? actual : reference;
    const Root& root = graph.roots[is_here ? mismatch.actual_edge : mismatch.reference_edge];
    return reach.scope().has_root(root.group, root.owner) ? root_path(graph, root) : Path{};
  }
  if (mismatch.actual == kNoNode) return path_in_missing_registry(reference, reach, mismatch);
  const Path* holder = reach.of(mismatch.actual);
  if (holder == nullptr) return {};
  Path path = *holder;
  if (mismatch.actual_edge != kNoEdge) {
    path = reach.below(mismatch.actual, actual.edges[mismatch.actual_edge]);
  } else if (mismatch.reference_edge != kNoEdge) {
    append(path, actual.nodes[mismatch.actual].kind, reference,
           reference.edges[mismatch.reference_edge]);
  }
  return path;
}

}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/object_refs.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace afresh {
namespace {

/// As many entries of an order as anybody reads.
constexpr std::size_t kMaxEntries = 40;

/// The words that begin an atom which names a foreign object.
constexpr std::array<std::pair<std::string_view, ObjectKind>, 3> kNamedAtoms{{
    {"module", ObjectKind::kModule},
    {"class", ObjectKind::kClass},
    {"function", ObjectKind::kFunction},
}};

/// `demo/settings.py` of a place that begins with it.
std::string_view function_file(const Graph& graph, NodeId function) {
  std::uint32_t edge = find_edge(graph, function, EdgeKind::kPlace);
  if (edge == kNoEdge || !graph.edges[edge].is_atom) return {};
  std::string_view place = without_type(graph.text(graph.edges[edge].target));
  return place.substr(0, place.find_first_of(": ,"));
}

std::uint32_t count_entries(const Graph& graph, NodeId node) {
  auto edges = edges_of(graph, node);
  return static_cast<std::uint32_t>(
      std::ranges::count_if(edges, [](const Edge& edge) { return edge.role != EdgeRole::kNote; }));
}

ObjectKind to_object_kind(NodeKind kind) {
  switch (kind) {
    case NodeKind::kModule: return ObjectKind::kModule;
    case NodeKind::kNamespace: return ObjectKind::kNamespace;
    case NodeKind::kClass: return ObjectKind::kClass;
    case NodeKind::kFunction: return ObjectKind::kFunction;
    case NodeKind::kInstance: return ObjectKind::kInstance;
    case NodeKind::kTransparent: return ObjectKind::kWrapper;
    case NodeKind::kPair: return ObjectKind::kEntry;
    case NodeKind::kRegistry: return ObjectKind::kRegistry;
    case NodeKind::kDict:
    case NodeKind::kPairs:
    case NodeKind::kList:
    case NodeKind::kSet: break;
  }
  return ObjectKind::kContainer;
}

bool has_size(ObjectKind kind) {
  return kind == ObjectKind::kContainer || kind == ObjectKind::kRegistry;
}

std::string_view local_name(std::string_view name, std::string_view module) {
  bool has_module = !module.empty() && name.size() > module.size() && name.starts_with(module) &&
                    name[module.size()] == '.';
  return has_module ? name.substr(module.size() + 1) : name;
}

ObjectRef node_at(const Graph& graph, NodeId id) {
  const Node& node = graph.nodes[id];
  ObjectRef object{.kind = to_object_kind(node.kind), .load = node.born};
  std::string_view name = graph.text(node.name);
  if (is_definition(node.kind) || node.kind == NodeKind::kNamespace) {
    std::string_view module = owning_modules(graph)[id];
    if (node.kind == NodeKind::kNamespace) {
      object.name = module;
      return object;
    }
    object.module = module;
    name = local_name(name, module);
  } else if (node.kind != NodeKind::kModule) {
    object.type = graph.text(node.type);
  }
  object.name = name;
  if (node.kind == NodeKind::kFunction) object.file = function_file(graph, id);
  if (has_size(object.kind)) object.size = count_entries(graph, id);
  return object;
}

}  // namespace

ObjectRef parse_atom(std::string_view text) {
  std::size_t space = text.find(' ');
  if (space == std::string_view::npos)
    return {.kind = ObjectKind::kAtom, .value = std::string(text)};
  std::string_view type = text.substr(0, space);
  std::string rest(text.substr(space + 1));
  auto named =
      std::ranges::find(kNamedAtoms, type, &std::pair<std::string_view, ObjectKind>::first);
  if (named != kNamedAtoms.end()) return {.kind = named->second, .name = std::move(rest)};
  return {.kind = ObjectKind::kAtom, .type = std::string(type), .value = std::move(rest)};
}

ObjectRef object_at(const Graph& graph, Target target) {
  return target.is_atom ? parse_atom(graph.text(target.id)) : node_at(graph, target.id);
}

ObjectRef registry_entry_at(const Graph& graph, Target target) {
  ObjectRef object = without_load(object_at(graph, target));
  // Where the module ends and the qualified name begins depends on how the files were loaded.
  object.name = full_name(object);
  object.module.clear();
  if (target.is_atom || graph.nodes[target.id].kind != NodeKind::kTransparent) return object;
  // A bound method is told by its function, a weak reference by what it refers to.
  for (EdgeKind kind : {EdgeKind::kFunction, EdgeKind::kReferent}) {
    std::uint32_t edge = find_edge(graph, target.id, kind);
    if (edge == kNoEdge) continue;
    object.name = full_name(registry_entry_at(graph, target_of(graph.edges[edge])));
    break;
  }
  return object;
}

std::vector<ObjectRef> entries_in_order(const Graph& graph, NodeId node) {
  std::vector<ObjectRef> entries;
  for (const Edge& edge : edges_of(graph, node)) {
    if (edge.role == EdgeRole::kNote) continue;
    if (entries.size() == kMaxEntries) break;
    bool has_name = edge.kind != EdgeKind::kNameless && edge.kind != EdgeKind::kPosition;
    entries.push_back(
        has_name ? ObjectRef{.kind = ObjectKind::kKey, .value = std::string(graph.text(edge.label))}
                 : object_at(graph, target_of(edge)));
  }
  return entries;
}

}  // namespace afresh

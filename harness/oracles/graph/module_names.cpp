// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/module_names.hpp"

#include <algorithm>
#include <array>

namespace afresh {

NodeId namespace_at(const Graph& graph, std::string_view module) {
  auto root = std::ranges::find_if(graph.roots, [&](const Root& r) {
    return r.group == RootGroup::kModules && !r.is_atom && graph.text(r.label) == module;
  });
  return root == graph.roots.end() ? kNoNode : find_namespace(graph, root->target);
}

std::uint32_t edge_at(const Graph& graph, const ModuleName& name) {
  NodeId names = namespace_at(graph, name.module);
  return names == kNoNode ? kNoEdge
                          : find_edge(graph, names, EdgeKind::kAttribute, name.label.substr(1));
}

bool is_library_object(std::string_view atom) {
  constexpr std::array<std::string_view, 4> kSorts{"module ", "class ", "function ", "object "};
  return std::ranges::any_of(kSorts, [&](std::string_view sort) { return atom.starts_with(sort); });
}

// https://docs.python.org/3/reference/import.html, "Import-related module attributes".
bool is_set_by_import_system(std::string_view label) {
  constexpr std::array<std::string_view, 7> kNames{".__name__",   ".__package__", ".__spec__",
                                                   ".__loader__", ".__path__",    ".__file__",
                                                   ".__cached__"};
  return std::ranges::find(kNames, label) != kNames.end();
}

}  // namespace afresh

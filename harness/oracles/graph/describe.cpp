// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/describe.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "harness/values/utf8.hpp"

namespace afresh {
namespace {

/// `demo/settings.py` of a place that begins with it.
std::string_view file_of(const Graph& graph, NodeId function) {
  std::uint32_t edge = find_edge(graph, function, " place");
  if (edge == kNoEdge || !graph.edges[edge].is_atom) return {};
  std::string_view place = without_type(graph.text(graph.edges[edge].target));
  return place.substr(0, place.find_first_of(": ,"));
}

std::size_t entries_of(const Graph& graph, NodeId node) {
  auto edges = edges_of(graph, node);
  return static_cast<std::size_t>(
      std::ranges::count_if(edges, [](const Edge& edge) { return edge.role != EdgeRole::kNote; }));
}

std::string_view last_part(std::string_view dotted) {
  return dotted.substr(dotted.find_last_of('.') + 1);
}

std::string describe_node(const Graph& graph, NodeId id) {
  const Node& node = graph.nodes[id];
  std::string_view name = graph.text(node.name);
  std::string_view type = last_part(graph.text(node.type));
  switch (node.kind) {
    case NodeKind::kModule: return fmt::format("module {}", name);
    case NodeKind::kNamespace: {
      std::string_view module = modules_of(graph)[id];
      return module.empty() ? "namespace of a module" : fmt::format("namespace of {}", module);
    }
    case NodeKind::kClass: return fmt::format("class {}", name);
    case NodeKind::kFunction: {
      std::string_view file = file_of(graph, id);
      return file.empty() ? fmt::format("function {}", name)
                          : fmt::format("function {} ({})", name, file);
    }
    case NodeKind::kInstance: return fmt::format("{} object", type);
    case NodeKind::kTransparent: return std::string(type);
    case NodeKind::kPair: return "entry";
    case NodeKind::kRegistry: return fmt::format("registry of {}", entries_of(graph, id));
    default: return fmt::format("{} of {}", type, entries_of(graph, id));
  }
}

}  // namespace

std::string shortened(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  constexpr std::string_view kDots = "…";
  text.resize(whole_characters(text, most < kDots.size() ? 0 : most - kDots.size()).size());
  return text.append(kDots);
}

std::string describe(const Graph& graph, Target target) {
  return shortened(target.is_atom ? std::string(graph.text(target.id))
                                  : describe_node(graph, target.id));
}

std::string describe_with_version(const Graph& graph, Target target) {
  std::string words = describe(graph, target);
  if (target.is_atom || graph.nodes[target.id].born == 0) return words;
  return shortened(fmt::format("{}, version {}", words, graph.nodes[target.id].born));
}

std::string describe_entry(const Graph& graph, Target target) {
  if (target.is_atom) return std::string(graph.text(target.id));
  const Node& node = graph.nodes[target.id];
  std::string_view name = graph.text(node.name);
  std::string_view module = modules_of(graph)[target.id];
  switch (node.kind) {
    case NodeKind::kClass: return fmt::format("class {}.{}", module, name);
    case NodeKind::kFunction: return fmt::format("function {}.{}", module, name);
    case NodeKind::kModule: return fmt::format("module {}", name);
    case NodeKind::kTransparent: {
      // A bound method is told by its function, a weak reference by what it refers to.
      for (std::string_view label : {" function", " referent"}) {
        std::uint32_t edge = find_edge(graph, target.id, label);
        if (edge == kNoEdge) continue;
        return fmt::format("{} {}", graph.text(node.type),
                           describe_entry(graph, target_of(graph.edges[edge])));
      }
      return std::string(graph.text(node.type));
    }
    default: return fmt::format("{} {}", graph.text(node.type), name);
  }
}

std::string describe_order(const Graph& graph, NodeId node) {
  std::string words;
  for (const Edge& edge : edges_of(graph, node)) {
    if (edge.role == EdgeRole::kNote || words.size() > kMaxTextBytes) continue;
    std::string_view label = graph.text(edge.label);
    if (!words.empty()) words += ", ";
    words +=
        is_position(label) || label.empty() ? describe(graph, target_of(edge)) : std::string(label);
  }
  return shortened(words);
}

}  // namespace afresh

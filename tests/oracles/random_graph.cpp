// SPDX-License-Identifier: MIT
#include "tests/oracles/random_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <string>

#include "harness/oracles/graph/graph_view.hpp"
#include "tests/oracles/graph_text.hpp"

namespace afresh {

void showValue(const Graph& graph, std::ostream& out) {
  constexpr std::array kWords{"module", "namespace", "class",       "function",
                              "dict",   "pairs",     "pair",        "list",
                              "set",    "instance",  "transparent", "registry"};
  auto target = [&](Target to) {
    return to.is_atom ? fmt::format("= {}", graph.strings[to.id]) : fmt::format("-> n{}", to.id);
  };
  out << '\n';
  for (const Root& root : graph.roots) {
    out << "root modules " << graph.strings[root.label] << ' ' << target(target_of(root)) << '\n';
  }
  for (NodeId i = 0; i < graph.nodes.size(); ++i) {
    const Node& node = graph.nodes[i];
    out << 'n' << i << ' ' << kWords[static_cast<std::size_t>(node.kind)] << ' '
        << graph.strings[node.name] << " type " << graph.strings[node.type] << ": ";
    for (const Edge& edge : edges_of(graph, i)) {
      std::string label = graph.strings[edge.label];
      if (label.starts_with(' ')) label.front() = '_';
      out << label << ' ' << target(target_of(edge)) << "; ";
    }
    out << '\n';
  }
}

}  // namespace afresh

namespace afresh::testing {
namespace {

constexpr int kModules = 2;

class Strings {
 public:
  explicit Strings(Graph& graph) : graph_(graph) { intern(""); }
  StringId intern(const std::string& text) {
    auto [found, is_new] = ids_.try_emplace(text, static_cast<StringId>(graph_.strings.size()));
    if (is_new) graph_.strings.push_back(text);
    return found->second;
  }

 private:
  Graph& graph_;
  std::map<std::string, StringId> ids_;
};

/// One object as drawn: kind, name and where its edges lead (a negative number: that atom).
struct Draft {
  int kind = 0;
  int name = 0;
  std::vector<int> targets;
};

constexpr std::array kKinds{NodeKind::kDict,       NodeKind::kList,  NodeKind::kSet,
                            NodeKind::kInstance,   NodeKind::kClass, NodeKind::kFunction,
                            NodeKind::kTransparent};

std::string edge_label(NodeKind kind, std::size_t i) {
  switch (kind) {
    case NodeKind::kDict: return fmt::format("['k{}']", i);
    case NodeKind::kList: return fmt::format("[{}]", i);
    case NodeKind::kSet: return "";
    case NodeKind::kFunction: return fmt::format(" closure x{}", i);
    case NodeKind::kTransparent: return fmt::format(" part{}", i);
    default: return fmt::format(".n{}", i);
  }
}

class Builder {
 public:
  Graph build(const std::vector<std::vector<int>>& names, const std::vector<Draft>& drafts) {
    objects_ = static_cast<int>(drafts.size());
    for (int i = 0; i < kModules; ++i) add_module(i, names[static_cast<std::size_t>(i)]);
    for (const Draft& draft : drafts) add_object(draft);
    return std::move(graph_);
  }

 private:
  void add_module(int number, const std::vector<int>& targets) {
    std::string key = number == 0 ? "demo" : "demo.sub";
    auto module = static_cast<NodeId>(graph_.nodes.size());
    graph_.roots.push_back({RootGroup::kModules, strings_.intern(key), 0, false, module});
    open(NodeKind::kModule, "builtins.module", key);
    add_edge("", static_cast<int>(module) + 1, true);
    open(NodeKind::kNamespace, "builtins.dict", "");
    for (std::size_t i = 0; i < targets.size(); ++i) {
      add_edge(edge_label(NodeKind::kNamespace, i), targets[i]);
    }
  }

  void add_object(const Draft& draft) {
    NodeKind kind = kKinds[static_cast<std::size_t>(draft.kind)];
    bool has_name = kind == NodeKind::kClass || kind == NodeKind::kFunction;
    open(kind, fmt::format("type{}", draft.kind), has_name ? fmt::format("n{}", draft.name) : "");
    if (has_name) add_atom(" module", "str 'demo'");
    if (kind == NodeKind::kFunction) {
      add_atom(" code", fmt::format("c{}", draft.name));
      add_edge(" globals", 1, true);
    }
    std::set<std::uint64_t> members;
    for (std::size_t i = 0; i < draft.targets.size(); ++i) {
      add_edge(edge_label(kind, i), draft.targets[i]);
      if (kind == NodeKind::kSet) drop_if_known(members);
    }
  }

  /// A set has each member once.
  void drop_if_known(std::set<std::uint64_t>& members) {
    const Edge& edge = graph_.edges.back();
    if (members.insert(std::uint64_t{edge.is_atom} << 32 | edge.target).second) return;
    graph_.edges.pop_back();
    --graph_.nodes.back().edge_count;
  }

  void open(NodeKind kind, const std::string& type, const std::string& name) {
    Node node;
    node.kind = kind;
    node.type = strings_.intern(type);
    node.name = strings_.intern(name);
    node.first_edge = static_cast<std::uint32_t>(graph_.edges.size());
    graph_.nodes.push_back(node);
  }

  void add_edge(const std::string& label, int target, bool is_node_id = false) {
    if (target < 0 || (!is_node_id && objects_ == 0)) {
      return add_atom(label, fmt::format("int {}", -target));
    }
    int node = is_node_id ? target : 2 * kModules + target % objects_;
    push({.label = strings_.intern(label),
          .kind = kind_of_label(label),
          .target = static_cast<std::uint32_t>(node)});
  }

  void add_atom(const std::string& label, const std::string& text) {
    push({.label = strings_.intern(label),
          .kind = kind_of_label(label),
          .is_atom = true,
          .target = strings_.intern(text)});
  }

  void push(const Edge& edge) {
    graph_.edges.push_back(edge);
    ++graph_.nodes.back().edge_count;
  }

  Graph graph_;
  Strings strings_{graph_};
  int objects_ = 0;
};

bool is_order_free(NodeKind kind) { return kind != NodeKind::kDict && kind != NodeKind::kList; }

rc::Gen<std::vector<int>> gen_targets() {
  // A third of the targets are atoms.
  return rc::gen::resize(
      6, rc::gen::container<std::vector<int>>(rc::gen::resize(100, rc::gen::inRange(-20, 40))));
}

}  // namespace

rc::Gen<Graph> gen_graph() {
  auto gen_draft = rc::gen::build<Draft>(
      rc::gen::set(&Draft::kind,
                   rc::gen::resize(100, rc::gen::inRange(0, static_cast<int>(kKinds.size())))),
      rc::gen::set(&Draft::name, rc::gen::resize(100, rc::gen::inRange(0, 4))),
      rc::gen::set(&Draft::targets, gen_targets()));
  auto gen_drafts = rc::gen::resize(16, rc::gen::container<std::vector<Draft>>(gen_draft));
  auto gen_names =
      rc::gen::container<std::vector<std::vector<int>>>(std::size_t{kModules}, gen_targets());
  return rc::gen::map(rc::gen::pair(gen_names, gen_drafts),
                      [](const auto& drawn) { return Builder().build(drawn.first, drawn.second); });
}

Graph rewritten(const Graph& graph, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<NodeId> order(graph.nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::shuffle(order, random);
  std::vector<NodeId> number(order.size());
  for (NodeId i = 0; i < order.size(); ++i) number[order[i]] = i;

  Graph other;
  Strings strings(other);
  auto moved = [&](Target target) {
    return target.is_atom ? strings.intern(graph.strings[target.id]) : number[target.id];
  };
  for (NodeId old : order) {
    Node node = graph.nodes[old];
    std::vector<Edge> edges(edges_of(graph, old).begin(), edges_of(graph, old).end());
    if (is_order_free(node.kind)) std::ranges::shuffle(edges, random);
    node.type = strings.intern(graph.strings[node.type]);
    node.name = strings.intern(graph.strings[node.name]);
    node.first_edge = static_cast<std::uint32_t>(other.edges.size());
    other.nodes.push_back(node);
    for (Edge edge : edges) {
      edge.target = moved(target_of(edge));
      edge.label = strings.intern(graph.strings[edge.label]);
      other.edges.push_back(edge);
    }
  }
  for (Root root : graph.roots) {
    root.target = moved(target_of(root));
    root.label = strings.intern(graph.strings[root.label]);
    other.roots.push_back(root);
  }
  std::ranges::shuffle(other.roots, random);
  return other;
}

std::vector<std::uint32_t> reachable_atoms(const Graph& graph) {
  std::vector<bool> seen(graph.nodes.size(), false);
  std::vector<NodeId> open;
  auto enter = [&](Target target) {
    if (target.is_atom || seen[target.id]) return;
    seen[target.id] = true;
    open.push_back(target.id);
  };
  for (const Root& root : graph.roots) enter(target_of(root));
  std::vector<std::uint32_t> atoms;
  while (!open.empty()) {
    const Node& node = graph.nodes[open.back()];
    open.pop_back();
    for (std::uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) {
      enter(target_of(graph.edges[e]));
      if (graph.edges[e].is_atom) atoms.push_back(e);
    }
  }
  return atoms;
}

}  // namespace afresh::testing

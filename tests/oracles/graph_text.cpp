// SPDX-License-Identifier: MIT
#include "tests/oracles/graph_text.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "harness/values/edge_label.hpp"

namespace afresh::testing {
namespace {

struct KindName {
  std::string_view word;
  NodeKind kind;
  std::string_view type;
};
constexpr std::array kKinds{
    KindName{"module", NodeKind::kModule, "builtins.module"},
    KindName{"namespace", NodeKind::kNamespace, "builtins.dict"},
    KindName{"class", NodeKind::kClass, "builtins.type"},
    KindName{"function", NodeKind::kFunction, "builtins.function"},
    KindName{"dict", NodeKind::kDict, "builtins.dict"},
    KindName{"pairs", NodeKind::kPairs, "builtins.dict"},
    KindName{"pair", NodeKind::kPair, ""},
    KindName{"list", NodeKind::kList, "builtins.list"},
    KindName{"set", NodeKind::kSet, "builtins.set"},
    KindName{"instance", NodeKind::kInstance, "builtins.object"},
    KindName{"transparent", NodeKind::kTransparent, "builtins.method"},
    KindName{"registry", NodeKind::kRegistry, ""},
};

/// The edges of a node, until all ids are known.
struct Line {
  NodeId node = 0;
  std::vector<std::string> edges;
};

std::string trimmed(std::string_view text) {
  std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

class Parser {
 public:
  NamedGraph parse(std::string_view text) {
    intern("");
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
      line = trimmed(line);
      if (line.empty() || line.front() == '#') continue;
      if (line.starts_with("root ")) {
        roots_.push_back(line);
      } else {
        parse_node(line);
      }
    }
    for (const Line& line : lines_) add_edges(line);
    for (const std::string& line : roots_) add_root(line);
    return std::move(result_);
  }

 private:
  StringId intern(const std::string& text) {
    auto [found, is_new] =
        strings_.try_emplace(text, static_cast<StringId>(result_.graph.strings.size()));
    if (is_new) result_.graph.strings.push_back(text);
    return found->second;
  }

  void parse_node(const std::string& line) {
    std::size_t colon = line.find(':');
    if (colon == std::string::npos) throw std::runtime_error("no colon: " + line);
    std::istringstream head(line.substr(0, colon));
    std::string id;
    std::string kind;
    head >> id >> kind;
    Node node = make_node(kind);
    for (std::string word; head >> word;) {
      if (word == "born") {
        head >> node.born;
      } else if (word == "type") {
        head >> word;
        node.type = intern(word);
      } else if (word.front() == '@') {
        node.owner = std::stoi(word.substr(1));
      } else {
        node.name = intern(word);
      }
    }
    auto number = static_cast<NodeId>(result_.graph.nodes.size());
    if (!result_.ids.emplace(id, number).second) throw std::runtime_error("twice: " + id);
    result_.graph.nodes.push_back(node);
    Line edges{number, {}};
    std::istringstream rest(line.substr(colon + 1));
    for (std::string edge; std::getline(rest, edge, ';');) {
      if (!trimmed(edge).empty()) edges.edges.push_back(trimmed(edge));
    }
    lines_.push_back(std::move(edges));
  }

  Node make_node(const std::string& word) {
    for (const KindName& kind : kKinds) {
      if (kind.word != word) continue;
      Node node;
      node.kind = kind.kind;
      node.type = intern(std::string(kind.type));
      return node;
    }
    throw std::runtime_error("unknown kind: " + word);
  }

  void add_edges(const Line& line) {
    Graph& graph = result_.graph;
    graph.nodes[line.node].first_edge = static_cast<std::uint32_t>(graph.edges.size());
    graph.nodes[line.node].edge_count = static_cast<std::uint32_t>(line.edges.size());
    for (const std::string& text : line.edges) {
      Edge edge;
      std::string label = split_target(text, edge.is_atom, edge.target);
      if (label.starts_with('~')) edge.role = EdgeRole::kPlace;
      if (label.starts_with('?')) edge.role = EdgeRole::kNote;
      if (edge.role != EdgeRole::kContent) label.erase(0, 1);
      if (label.starts_with('_')) label.front() = ' ';
      std::ranges::replace(label, '^', ' ');
      edge.kind = kind_of_label(label);
      edge.label = intern(label);
      graph.edges.push_back(edge);
    }
  }

  /// The label before `->` or `=`; the target is looked up.
  std::string split_target(const std::string& text, bool& is_atom, std::uint32_t& target) {
    std::size_t arrow = text.find("-> ");
    std::size_t equals = text.find("= ");
    is_atom = equals < arrow;
    std::size_t at = is_atom ? equals : arrow;
    if (at == std::string::npos) throw std::runtime_error("no target: " + text);
    std::string name = trimmed(text.substr(at + 2));
    if (!is_atom && !result_.ids.contains(name)) throw std::runtime_error("no node: " + name);
    target = is_atom ? intern(name) : result_.ids.at(name);
    return trimmed(text.substr(0, at));
  }

  void add_root(const std::string& line) {
    Root root;
    std::istringstream head(split_target(line, root.is_atom, root.target));
    std::string word;
    std::string group;
    head >> word >> group >> word;
    root.label = intern(word);
    if (head >> word) root.owner = std::stoi(word.substr(1));
    if (group == "modules") {
      root.group = RootGroup::kModules;
    } else if (group == "host") {
      root.group = RootGroup::kHost;
    } else if (group == "interpreter") {
      root.group = RootGroup::kInterpreter;
    } else if (group == "document") {
      root.group = RootGroup::kDocument;
    } else {
      throw std::runtime_error("unknown group: " + group);
    }
    result_.graph.roots.push_back(root);
  }

  NamedGraph result_;
  std::map<std::string, StringId> strings_;
  std::vector<Line> lines_;
  std::vector<std::string> roots_;
};

}  // namespace

EdgeKind kind_of_label(std::string_view label) {
  if (label.empty()) return EdgeKind::kNameless;
  if (label.starts_with('.')) return EdgeKind::kAttribute;
  if (label.starts_with('[')) {
    return std::ranges::all_of(label.substr(1, label.size() - 2),
                               [](char c) { return '0' <= c && c <= '9'; })
               ? EdgeKind::kPosition
               : EdgeKind::kKey;
  }
  for (EdgeKind kind :
       {EdgeKind::kModule, EdgeKind::kGlobals, EdgeKind::kCode, EdgeKind::kPlace,
        EdgeKind::kOwnDict, EdgeKind::kFunction, EdgeKind::kReferent, EdgeKind::kPairKey}) {
    if (label == edge_label(kind)) return kind;
  }
  for (EdgeKind kind : {EdgeKind::kClosure, EdgeKind::kPart}) {
    if (label.starts_with(edge_label_prefix(kind))) return kind;
  }
  return EdgeKind::kTrait;
}

NamedGraph parse_named_graph(std::string_view text) { return Parser().parse(text); }

Graph parse_graph(std::string_view text) { return parse_named_graph(text).graph; }

Snapshot parse_snapshot(std::string_view text) {
  Snapshot snapshot;
  snapshot.graph = parse_graph(text);
  return snapshot;
}

std::string with(std::string text,
                 std::initializer_list<std::pair<std::string, std::string>> changes) {
  for (const auto& [from, to] : changes) {
    std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("not in the text: " + from);
    for (; at != std::string::npos; at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

}  // namespace afresh::testing

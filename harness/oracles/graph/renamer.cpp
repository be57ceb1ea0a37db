// Rewrites what names a module in a graph.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

#include "harness/oracles/graph/graph_view.hpp"
#include "harness/oracles/graph/path_names.hpp"
#include "harness/oracles/graph/renaming.hpp"
#include "harness/values/edge_label.hpp"
#include "harness/values/identifier.hpp"

namespace afresh {
namespace {

std::string text_atom(std::string_view text) { return "str '" + std::string(text) + "'"; }

/// The package that an import in the module is relative to.
std::string_view base_package(std::string_view module, bool is_package) {
  if (is_package) return module;
  std::size_t dot = module.find_last_of('.');
  return dot == std::string_view::npos ? std::string_view{} : module.substr(0, dot);
}

class Renamer {
 public:
  Renamer(const Graph& reference, Graph actual, const std::vector<RenamedModule>& renamed)
      : graph_(std::move(actual)), known_(reference.strings.begin(), reference.strings.end()) {
    for (std::size_t i = 0; i < graph_.strings.size(); ++i)
      ids_.emplace(graph_.strings[i], static_cast<StringId>(i));
    for (const RenamedModule& module : renamed) names_.emplace(module.here, module.there);
  }

  Graph run() {
    for (Root& root : graph_.roots) {
      root.label = root.group == RootGroup::kModules ? whole(root.label) : logger(root.label);
    }
    for (NodeId node = 0; node < graph_.nodes.size(); ++node) {
      // Its namespace is told by the old name.
      rename_edges(node);
      rename(graph_.nodes[node]);
    }
    return std::move(graph_);
  }

 private:
  void rename(Node& node) {
    switch (node.kind) {
      case NodeKind::kModule:
      case NodeKind::kNamespace: node.name = whole(node.name); break;
      case NodeKind::kClass:
      case NodeKind::kFunction: node.type = whole(node.type); return;
      default: break;
    }
    node.type = qualified(node.type, "");
  }

  void rename_edges(NodeId id) {
    const Node& node = graph_.nodes[id];
    bool is_package = find_edge(graph_, id, EdgeKind::kAttribute, "__path__") != kNoEdge;
    for (std::uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) {
      Edge& edge = graph_.edges[e];
      if (edge.is_atom) edge.target = atom(node, is_package, edge);
      // What hangs from C code goes by type, an entry of a registry by class or logger. A key of
      // the add-on's own is quoted.
      if (edge.kind == EdgeKind::kPart)
        edge.label = qualified(edge.label, edge_label_prefix(EdgeKind::kPart));
      if (edge.kind == EdgeKind::kKey) edge.label = logger(qualified(edge.label, "[class "));
    }
  }

  /// Of an atom what it is by its place: the name of a module, or a value.
  StringId atom(const Node& node, bool is_package, const Edge& edge) {
    const StringId target = edge.target;
    if (is_definition(node.kind) && edge.kind == EdgeKind::kModule)
      return whole_text(whole(target));
    std::string_view label = graph_.text(edge.label);
    // What `functools.wraps` copies, what a reference in an annotation is relative to.
    if (label == ".__module__" || label == ".__forward_module__") return whole_text(target);
    bool is_namespace_path = graph_.text(node.type).ends_with("._NamespacePath");
    if (label == "._name" && is_namespace_path) return whole_text(target);
    if (label == ".__doc__" && node.kind == NodeKind::kClass) return written(target);
    if (node.kind == NodeKind::kNamespace) {
      if (label == ".__name__") return whole_text(target);
      if (label == ".__spec__") return spec(target);
      if (label == ".__package__") return package(graph_.text(node.name), is_package, target);
    }
    return logger(target);
  }

  StringId whole(StringId id) {
    auto name = names_.find(graph_.text(id));
    return name == names_.end() ? id : intern(name->second);
  }

  StringId whole_text(StringId id) {
    std::string_view text = graph_.text(id);
    if (!text.starts_with("str '")) return id;
    auto name = names_.find(without_type(text));
    return name == names_.end() ? id : intern(text_atom(name->second));
  }

  /// `demo.Item` for `_hot_demo.Item`, behind a prefix.
  StringId qualified(StringId id, std::string_view prefix) {
    std::string_view text = graph_.text(id);
    if (!text.starts_with(prefix)) return id;
    std::string_view rest = text.substr(prefix.size());
    for (std::size_t dot = rest.find_last_of('.'); dot != std::string_view::npos && dot > 0;
         dot = rest.find_last_of('.', dot - 1)) {
      auto name = names_.find(rest.substr(0, dot));
      if (name == names_.end()) continue;
      return intern(std::string(prefix) + name->second + std::string(rest.substr(dot)));
    }
    return id;
  }

  StringId spec(StringId id) {
    std::string text(graph_.text(id));
    for (const auto& [here, there] : names_) {
      std::string old = " " + text_atom(here) + " ";
      std::size_t at = text.find(old);
      // Behind the type of the specification comes the name.
      if (at == std::string::npos || at != text.find(' ')) continue;
      return intern(text.replace(at, old.size(), " " + text_atom(there) + " "));
    }
    return id;
  }

  /// What follows from the name follows from the other name.
  StringId package(std::string_view module, bool is_package, StringId id) {
    auto name = names_.find(module);
    bool is_usual =
        name != names_.end() && graph_.text(id) == text_atom(base_package(module, is_package));
    return is_usual ? intern(text_atom(base_package(name->second, is_package))) : id;
  }

  /// `getLogger(__name__)`: a logger is called as the module is, unless a fresh start has one that
  /// is called so.
  StringId logger(StringId id) {
    std::string_view text = graph_.text(id);
    for (std::string_view prefix : {"logger '", "logging.getLogger('", "[getLogger('"}) {
      if (!text.starts_with(prefix) || known_.contains(text)) continue;
      std::string_view rest = text.substr(prefix.size());
      std::size_t end = rest.find('\'');
      auto name = names_.find(rest.substr(0, end));
      if (end == std::string_view::npos || name == names_.end()) continue;
      return intern(std::string(prefix) + name->second + std::string(rest.substr(end)));
    }
    return id;
  }

  /// What `dataclasses` writes of a class holds names of classes. A text that a fresh start has
  /// too is the add-on's own.
  StringId written(StringId id) {
    std::string text(graph_.text(id));
    if (known_.contains(text)) return id;
    for (const auto& [here, there] : names_) {
      std::string old = here + ".";
      std::size_t at = text.find(old);
      for (; at != std::string::npos; at = text.find(old, at + 1)) {
        bool is_whole = at == 0 || !(is_name_character(text[at - 1]) || text[at - 1] == '.');
        if (is_whole) text.replace(at, here.size(), there);
      }
    }
    return intern(text);
  }

  StringId intern(const std::string& text) {
    auto [found, is_new] = ids_.try_emplace(text, static_cast<StringId>(graph_.strings.size()));
    if (is_new) graph_.strings.push_back(text);
    return found->second;
  }

  Graph graph_;
  std::set<std::string, std::less<>> known_;  ///< all texts of the reference
  std::unordered_map<std::string, StringId> ids_;
  std::map<std::string, std::string, std::less<>> names_;
};

}  // namespace

Graph with_reference_names(const Graph& reference, Graph actual,
                           const std::vector<RenamedModule>& renamed) {
  return Renamer(reference, std::move(actual), renamed).run();
}

}  // namespace afresh

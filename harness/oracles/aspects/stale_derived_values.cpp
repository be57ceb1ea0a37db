// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/stale_derived_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/oracles/aspects/module_runs.hpp"
#include "harness/oracles/graph/module_names.hpp"

namespace afresh {
namespace {

std::string_view first_part(std::string_view dotted) { return dotted.substr(0, dotted.find('.')); }

/// What `read` may name, written out by each import that binds its first part.
std::vector<std::string> written_out(const std::string& read, const RunModule& module) {
  std::vector<std::string> names;
  std::string_view first = first_part(read);
  std::string rest = read.substr(first.size());
  for (const BindingFact& fact : *module.source) {
    if (fact.name != first) continue;
    if (fact.kind == BindingKind::kImport) {
      if (first_part(fact.module) == first) names.push_back(read);
      names.push_back(fact.module + rest);
    } else if (fact.kind == BindingKind::kFromImport) {
      std::string from = imported_module(fact, module.name, module.file);
      if (!from.empty()) names.push_back(from + "." + fact.original + rest);
    }
  }
  return names;
}

/// Not a module or class, of which its own age says whether it is old.
bool is_value(const Graph& graph, const Target& target) {
  if (target.is_atom) return true;
  const Node& node = graph.nodes[target.id];
  return is_container(node.kind) || node.kind == NodeKind::kDict ||
         node.kind == NodeKind::kInstance || node.kind == NodeKind::kFunction;
}

class StaleDerivedValues {
 public:
  explicit StaleDerivedValues(const CheckpointView& view) : view_(view), runs_(view) {}

  void add_finding(OracleResult& result, Aspect aspect) const {
    for (const RunModule& module : runs_.all()) {
      if (module.source == nullptr) continue;
      for (const BindingFact& fact : *module.source) {
        std::string place = module.name + "." + fact.name;
        if (fact.reads.empty() || is_already_reported(result, aspect, place)) continue;
        if (!is_only_one(fact, *module.source) || !is_there(module.name, fact.name)) continue;
        if (auto finding = stale_derived_value(fact, module, aspect))
          result.findings.push_back(std::move(*finding));
      }
    }
  }

 private:
  static bool is_only_one(const BindingFact& fact, const std::vector<BindingFact>& source) {
    return 1 == std::ranges::count_if(source, [&](const BindingFact& each) {
             return each.kind != BindingKind::kEffect && each.name == fact.name;
           });
  }

  /// In a fresh start, and here as a value.
  [[nodiscard]] bool is_there(const std::string& module, const std::string& name) const {
    std::optional<Target> here = at(view_.actual(), module, name);
    std::optional<Target> fresh = at(view_.checkpoint.reference.base->graph, module, name);
    return here && fresh && is_value(view_.actual(), *here);
  }

  /// What a module has under a name, or its class as an attribute or annotation.
  static std::optional<Target> at(const Graph& graph, const std::string& module,
                                  std::string_view name) {
    NodeId holder = namespace_at(graph, module);
    while (holder != kNoNode) {
      std::string_view first = first_part(name);
      std::uint32_t edge = find_edge(graph, holder, EdgeKind::kAttribute, first);
      if (edge == kNoEdge) {
        std::uint32_t notes = find_edge(graph, holder, EdgeKind::kAttribute, "__annotations__");
        if (notes == kNoEdge || graph.edges[notes].is_atom) return {};
        edge =
            find_edge(graph, graph.edges[notes].target, EdgeKind::kKey, fmt::format("'{}'", first));
      }
      if (edge == kNoEdge) return {};
      Target target = target_of(graph.edges[edge]);
      if (first.size() == name.size()) return target;
      name.remove_prefix(first.size() + 1);
      holder = target.is_atom ? kNoNode : target.id;
    }
    return {};
  }

  /// The longest beginning that is a module of the add-on, and the name in it.
  [[nodiscard]] std::optional<ModuleName> read_from(const std::string& dotted) const {
    for (std::size_t end = dotted.rfind('.'); end != std::string::npos && end > 0;
         end = dotted.rfind('.', end - 1)) {
      if (runs_.module_file(dotted.substr(0, end)) == nullptr) continue;
      std::string_view rest = std::string_view(dotted).substr(end + 1);
      return ModuleName{dotted.substr(0, end), "." + std::string(first_part(rest))};
    }
    return {};
  }

  /// The source has it still, as a logger that its library gives again.
  [[nodiscard]] bool is_the_same_object(const ModuleName& from, const std::string& module,
                                        const std::string& name) const {
    std::optional<Target> here = at(view_.actual(), module, name);
    std::uint32_t edge = edge_at(view_.actual(), from);
    if (!here || here->is_atom || edge == kNoEdge) return false;
    Target there = target_of(view_.actual().edges[edge]);
    return !there.is_atom && there.id == here->id;
  }

  /// Whether an edit of its module could make something else of it.
  [[nodiscard]] bool is_of_its_source(const ModuleName& name) const {
    const Graph& fresh = view_.checkpoint.reference.base->graph;
    std::uint32_t edge = edge_at(fresh, name);
    if (edge == kNoEdge || is_set_by_import_system(name.label)) return false;
    Target target = target_of(fresh.edges[edge]);
    return target.is_atom ? !is_library_object(fresh.text(target.id))
                          : fresh.nodes[target.id].kind != NodeKind::kModule;
  }

  [[nodiscard]] std::optional<Finding> stale_derived_value(const BindingFact& fact,
                                                           const RunModule& module,
                                                           Aspect aspect) const {
    std::vector<std::string> names;
    for (const std::string& read : fact.reads)
      std::ranges::copy(written_out(read, module), std::back_inserter(names));
    for (const std::string& name : names) {
      std::optional<ModuleName> from = read_from(name);
      if (!from || from->module == module.name || !is_of_its_source(*from)) continue;
      if (is_the_same_object(*from, module.name, fact.name)) continue;
      const std::string& from_file = *runs_.module_file(from->module);
      if (!runs_.is_newer(from_file, module.file)) continue;
      const std::string source = from->module + from->label;
      Finding finding = plain_finding(
          view_, FindingKind::kStaleValue, aspect, module.name + "." + fact.name,
          NamedValue{source, Moment::kNow, true}, NamedValue{source, Moment::kBefore, true});
      finding.overtaken_by = from_file;
      finding.cause = {.file = module.file, .line = fact.line, .text = fact.text};
      return finding;
    }
    return {};
  }

  const CheckpointView& view_;
  ModuleRuns runs_;
};

}  // namespace

void add_stale_derived_values(const CheckpointView& view, Aspect aspect, OracleResult& result) {
  if (view.matching && view.input.stands_for_any_edit)
    StaleDerivedValues(view).add_finding(result, aspect);
}

}  // namespace afresh

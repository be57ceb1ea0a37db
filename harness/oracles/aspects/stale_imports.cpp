// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/stale_imports.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "harness/oracles/aspects/module_runs.hpp"
#include "harness/oracles/attribution/cause.hpp"
#include "harness/oracles/graph/module_names.hpp"

namespace afresh {
namespace {

/// The atom that the name is bound to.
std::optional<std::string_view> atom_at(const Graph& graph, const ModuleName& name) {
  std::uint32_t edge = edge_at(graph, name);
  if (edge == kNoEdge || !graph.edges[edge].is_atom) return {};
  return graph.text(graph.edges[edge].target);
}

bool are_equal(const Graph& graph, const ModuleName& a, const ModuleName& b) {
  std::optional<std::string_view> text = atom_at(graph, a);
  return text && text == atom_at(graph, b);
}

bool are_equal_in_all_references(const ReferenceGroup& group, const ModuleName& copy,
                                 const ModuleName& source) {
  return std::ranges::all_of(std::array{group.base, group.other_seed, group.aged},
                             [&](const Snapshot* member) {
                               return member == nullptr || are_equal(member->graph, copy, source);
                             });
}

/// The atoms directly in a module's namespace of which equality says nothing: the masked ones, and
/// all where the edit stands for any other.
std::vector<ModuleName> names_that_may_be_edited(const CheckpointView& view,
                                                 const std::string& module) {
  std::vector<ModuleName> names;
  const Graph& fresh = view.checkpoint.reference.base->graph;
  NodeId space = namespace_at(fresh, module);
  if (space == kNoNode) return names;
  const Node& node = fresh.nodes[space];
  for (std::uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) {
    if (!fresh.edges[e].is_atom) continue;
    bool may_be_edited =
        view.input.stands_for_any_edit && !is_library_object(fresh.text(fresh.edges[e].target));
    if (may_be_edited || view.mask.has_atom(e))
      names.push_back({module, std::string(fresh.text(fresh.edges[e].label))});
  }
  return names;
}

class StaleImports {
 public:
  explicit StaleImports(const CheckpointView& view) : view_(view), runs_(view) {}

  void add_finding(OracleResult& result, Aspect aspect) const {
    for (const RunModule& module : runs_.all()) {
      if (view_.input.stands_for_any_edit && module.is_unread) {
        result.unknown[aspect] = {.kind = ReasonKind::kSourceUnread, .place = module.file};
      }
      if (module.source == nullptr) continue;
      for (const ModuleName& copy : names_that_may_be_edited(view_, module.name)) {
        if (auto finding = stale_import(copy, module, aspect)) {
          result.findings.push_back(std::move(*finding));
        }
      }
    }
  }

 private:
  std::optional<Finding> stale_import(const ModuleName& copy, const RunModule& module,
                                      Aspect aspect) const {
    for (const BindingFact* fact :
         find_imports(*module.source, std::string_view(copy.label).substr(1))) {
      ModuleName original{
          imported_module(*fact, copy.module, module.file),
          fact->kind == BindingKind::kStarImport ? copy.label : "." + fact->original};
      const std::string* original_file = runs_.module_file(original.module);
      if (original_file == nullptr || is_set_by_import_system(original.label)) continue;
      // A star takes no name with an underscore, unless `__all__` says so.
      if (fact->kind == BindingKind::kStarImport && original.label.starts_with("._")) continue;
      if (!are_equal_in_all_references(view_.checkpoint.reference, copy, original)) continue;
      if (!atom_at(view_.actual(), copy) || !atom_at(view_.actual(), original)) return {};
      bool is_current =
          !view_.input.stands_for_any_edit && are_equal(view_.actual(), copy, original);
      if (is_current || !runs_.is_newer(*original_file, module.file)) return {};
      const std::string name = original.module + original.label;
      Finding finding =
          plain_finding(view_, FindingKind::kStaleValue, aspect, copy.module + copy.label,
                        NamedValue{name, Moment::kNow}, NamedValue{name, Moment::kBefore});
      finding.overtaken_by = *original_file;
      finding.cause = {.file = module.file, .line = fact->line, .text = fact->text};
      return finding;
    }
    return {};
  }

  /// The import that binds this name, if nothing else does; else the stars that may have.
  static std::vector<const BindingFact*> find_imports(const std::vector<BindingFact>& source,
                                                      std::string_view name) {
    std::vector<const BindingFact*> own;
    std::vector<const BindingFact*> stars;
    for (const BindingFact& fact : source) {
      if (fact.kind == BindingKind::kEffect) continue;
      if (fact.name == name) own.push_back(&fact);
      if (fact.kind == BindingKind::kStarImport) stars.insert(stars.begin(), &fact);
    }
    if (own.empty()) return stars;
    if (own.size() > 1 || own.front()->kind != BindingKind::kFromImport) return {};
    return own;
  }

  const CheckpointView& view_;
  ModuleRuns runs_;
};

}  // namespace

void add_stale_imports(const CheckpointView& view, Aspect aspect, OracleResult& result) {
  if (!view.matching) return;
  bool hides_anything = view.input.stands_for_any_edit ||
                        std::ranges::find(view.mask.atoms, true) != view.mask.atoms.end();
  if (hides_anything) StaleImports(view).add_finding(result, aspect);
}

}  // namespace afresh

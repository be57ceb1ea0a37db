// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/cause.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "harness/oracles/attribution/effect_lines.hpp"
#include "harness/oracles/attribution/side_names.hpp"
#include "harness/oracles/graph/path_names.hpp"

namespace afresh {
namespace {

/// A name in a file of an add-on: `unit` of `demo.settings`.
struct ResolvedName {
  std::string_view module;
  std::string file;
  std::string_view names;
};

SourceLine source_line(const std::string& file, const BindingFact& fact) {
  return {.file = file, .line = fact.line, .text = fact.text};
}

struct Binding {
  std::string file;
  std::string importer;  ///< the module whose code binds
  const BindingFact* fact = nullptr;
  [[nodiscard]] SourceLine line() const { return source_line(file, *fact); }
};

std::string find_module_file(std::string_view module, const CauseEvidence& evidence) {
  auto known = evidence.modules.find(module);
  return known != evidence.modules.end() ? known->second : file_by_name(module, evidence.facts);
}

std::string find_module_by_file(const std::string& file, const CauseEvidence& evidence) {
  for (const auto& [module, its_file] : evidence.modules) {
    if (its_file == file) return module;
  }
  return {};
}

/// The longest module first: `demo.settings.unit` is a name of `demo.settings` where that exists,
/// whatever a line of `demo` says of `settings`.
std::optional<ResolvedName> resolve_name(std::string_view path, const CauseEvidence& evidence) {
  std::string_view names = leading_names(path);
  for (std::size_t dot = names.find_last_of('.'); dot != std::string_view::npos && dot > 0;
       dot = names.find_last_of('.', dot - 1)) {
    std::string file = find_module_file(names.substr(0, dot), evidence);
    if (!file.empty()) return ResolvedName{names.substr(0, dot), file, names.substr(dot + 1)};
  }
  return {};
}

const BindingFact* last_binding(const std::vector<BindingFact>& bindings, std::string_view name) {
  const BindingFact* last = nullptr;
  for (const BindingFact& binding : bindings) {
    if (binding.kind != BindingKind::kEffect && binding.name == name) last = &binding;
  }
  return last;
}

constexpr int kMaxStarImports = 8;  ///< in a row; star imports may go round in circles

/// `Panel.draw`, then `Panel`; else the star that brings the name from a file that binds it.
std::optional<Binding> find_binding(const ResolvedName& place, const SourceFacts& facts,
                                    const CauseEvidence& evidence, int stars = kMaxStarImports) {
  auto file = facts.files.find(place.file);
  if (file == facts.files.end()) return {};
  for (std::string_view name = place.names; !name.empty();) {
    const BindingFact* found = last_binding(file->second, name);
    if (found != nullptr) return Binding{place.file, std::string(place.module), found};
    std::size_t dot = name.find_last_of('.');
    name = dot == std::string_view::npos ? std::string_view{} : name.substr(0, dot);
  }
  std::string_view first = place.names.substr(0, place.names.find('.'));
  for (auto fact = file->second.rbegin(); stars > 0 && fact != file->second.rend(); ++fact) {
    if (fact->kind != BindingKind::kStarImport || first.starts_with('_')) continue;
    std::string source = imported_module(*fact, place.module, place.file);
    ResolvedName there{source, find_module_file(source, evidence), first};
    if (find_binding(there, facts, evidence, stars - 1))
      return Binding{place.file, std::string(place.module), &*fact};
  }
  return {};
}

/// By what the file said when it ran, latest run first.
std::optional<Binding> executed_binding(const ResolvedName& place, const CauseEvidence& evidence) {
  for (std::size_t run : evidence.history.find_runs(place.file)) {
    const SourceFacts* then = evidence.history.sources_at(run);
    if (then == nullptr) continue;
    if (auto found = find_binding(place, *then, evidence)) return found;
  }
  return {};
}

std::optional<Binding> binding_at(std::string_view path, const CauseEvidence& evidence) {
  std::optional<ResolvedName> place = resolve_name(path, evidence);
  if (!place) return {};
  if (auto found = find_binding(*place, evidence.facts, evidence)) return found;
  return executed_binding(*place, evidence);
}

/// A name that no fresh start has is one of an older source, if that is known.
std::optional<Binding> ghost_binding(std::string_view path, const CauseEvidence& evidence) {
  std::optional<ResolvedName> place = resolve_name(path, evidence);
  if (!place) return {};
  bool has_run = !evidence.history.find_runs(place->file).empty();
  return has_run ? executed_binding(*place, evidence) : binding_at(path, evidence);
}

/// What the import system binds in a module, as long as no line does.
bool is_of_import_system(std::string_view name) {
  constexpr std::array kNames{"__name__", "__file__",   "__path__",
                              "__spec__", "__loader__", "__package__"};
  return std::ranges::find(kNames, name) != kNames.end();
}

/// The line of this file that makes sure that a module is loaded. What lies in a package does not
/// load the package.
SourceLine importing_line(const std::string& file, const SourceFacts& facts,
                          std::string_view module, const CauseEvidence& evidence) {
  auto bindings = facts.files.find(file);
  std::string importer = find_module_by_file(file, evidence);
  bool is_inside = importer == module || importer.starts_with(std::string(module) + ".");
  if (bindings == facts.files.end() || importer.empty() || is_inside) return {};
  const BindingFact* line = nullptr;
  for (const BindingFact& fact : bindings->second) {
    // The first that runs: what stands in a function runs when somebody calls it.
    bool is_sooner = line == nullptr || (line->name.empty() && !fact.name.empty());
    if (is_sooner && loads(fact, importer, file, module)) line = &fact;
  }
  return line == nullptr ? SourceLine{} : source_line(file, *line);
}

/// The only import of this module in a function, which ran when somebody called it.
SourceLine find_late_import(std::string_view module, const CauseEvidence& evidence) {
  std::set<SourceLine> lines;
  for (const std::string& file : known_files(evidence.history)) {
    const std::vector<BindingFact>* source =
        evidence.history.source_at_run(*evidence.history.last_run(file));
    std::string importer = find_module_by_file(file, evidence);
    if (source == nullptr || importer.empty()) continue;
    for (const BindingFact& fact : *source) {
      if (fact.kind == BindingKind::kEffect || !fact.name.empty()) continue;
      std::string from = imported_module(fact, importer, file);
      if (from == module || (!fact.original.empty() && from + "." + fact.original == module))
        lines.insert(source_line(file, fact));
    }
  }
  return lines.size() == 1 ? *lines.begin() : SourceLine{};
}

/// The import that loads it in a fresh start.
SourceLine find_missing_import(std::string_view module, const CauseEvidence& evidence) {
  const ExecutionHistory& history = evidence.reference_history;
  for (std::size_t run : history.find_runs(find_module_file(module, evidence))) {
    std::optional<std::size_t> outer = history.around(run);
    if (!outer) continue;
    return importing_line(std::string(history.run_file(*outer)), evidence.facts, module, evidence);
  }
  return {};
}

/// Whether the paths of the finding lead to it: what a thread or C code holds is only called by its
/// name.
bool has_place(const Finding& finding) {
  const auto* held = std::get_if<HeldObject>(&finding.actual);
  return held == nullptr ||
         (!held->holders.empty() && held->holders.front().kind == LinkKind::kPlace);
}

bool is_module(std::string_view path, const CauseEvidence& evidence) {
  return evidence.modules.contains(path);
}

SourceLine cause_at(const std::string& path, const Finding& finding,
                    const CauseEvidence& evidence) {
  if (finding.kind == FindingKind::kStaleModule) return find_import_line(path, evidence);
  if (finding.kind == FindingKind::kGhostName) {
    std::optional<Binding> binding = ghost_binding(path, evidence);
    if (binding) return binding->line();
  } else if (std::optional<Binding> binding = binding_at(path, evidence)) {
    return binding->line();
  }
  if (finding.kind == FindingKind::kMissingName && is_module(path, evidence))
    return find_missing_import(path, evidence);
  if (std::optional<ResolvedName> place = resolve_name(path, evidence))
    return is_of_import_system(place->names) ? find_import_line(place->module, evidence)
                                             : SourceLine{};
  if (is_module(path, evidence)) return find_import_line(path, evidence);
  SourceLine cause = find_registration_line(path, finding, evidence.ledger);
  return cause.is_known() ? cause : find_effect_line(path, finding.actual, evidence);
}

}  // namespace

SourceLine find_binding_line(std::string_view path, const CauseEvidence& evidence) {
  std::optional<Binding> binding = binding_at(path, evidence);
  return binding ? binding->line() : SourceLine{};
}

SourceLine find_registration_line(std::string_view path, const Finding& finding,
                                  const std::vector<LedgerEntry>& ledger) {
  std::string named;
  std::string last;
  bool is_only = true;
  for (const LedgerEntry& entry : ledger) {
    if (entry.is_removal || entry.where.empty() || !is_below(path, entry.probe)) continue;
    bool is_mentioned = contains_name(path, entry.name) || mentions(finding.actual, entry.name) ||
                        mentions(finding.fresh, entry.name);
    if (is_mentioned) named = entry.where;
    if (!last.empty() && last != entry.where) is_only = false;
    last = entry.where;
  }
  if (!named.empty()) return parse_source_line(named);
  return is_only ? parse_source_line(last) : SourceLine{};
}

SourceLine find_import_line(std::string_view module, const CauseEvidence& evidence) {
  const ExecutionHistory& history = evidence.history;
  if (SourceLine line = entry_in_modules(module, evidence); line.is_known()) return line;
  for (std::size_t run : history.find_runs(find_module_file(module, evidence))) {
    std::optional<std::size_t> outer = history.around(run);
    const SourceFacts* then = outer ? history.sources_at(*outer) : nullptr;
    if (then == nullptr) continue;
    SourceLine line =
        importing_line(std::string(history.run_file(*outer)), *then, module, evidence);
    if (line.is_known()) return line;
  }
  return find_late_import(module, evidence);
}

SourceLine find_cause(const Finding& finding, const CauseEvidence& evidence) {
  if (!has_place(finding)) return {};
  for (const std::string& path : finding.paths) {
    SourceLine cause = cause_at(path, finding, evidence);
    if (cause.is_known()) return cause;
  }
  return {};
}

std::string later_run(const Finding& finding, const CauseEvidence& evidence) {
  bool is_about_copies =
      finding.kind == FindingKind::kStaleCode || finding.kind == FindingKind::kStaleValue ||
      finding.kind == FindingKind::kStalePlace || finding.kind == FindingKind::kIdentitySplit;
  if (!is_about_copies || finding.paths.empty()) return {};
  std::optional<Binding> binding = binding_at(finding.paths.front(), evidence);
  if (!binding || binding->fact->original.empty()) return {};
  std::string source =
      find_module_file(imported_module(*binding->fact, binding->importer, binding->file), evidence);
  bool is_older = !source.empty() && evidence.history.ran_after(source, binding->file) &&
                  !evidence.reference_history.ran_after(source, binding->file);
  return is_older ? source : std::string{};
}

std::set<std::string> known_files(const ExecutionHistory& history) {
  std::set<std::string> files;
  for (const BodyRun& run : history.runs()) files.insert(run.file);
  return files;
}

}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "harness/oracles/cause.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace afresh {
namespace {

bool is_name_char(char c) {
  return c == '_' || static_cast<unsigned char>(c) >= 0x80 ||
         std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// The dotted names at the beginning of a path: `demo.TABLE` of `demo.TABLE['f'] closure x`.
std::string_view leading_names(std::string_view path) {
  std::size_t end = 0;
  while (end < path.size() && (is_name_char(path[end]) || path[end] == '.')) ++end;
  return path.substr(0, end);
}

/// The file of a module and its bindings, as a package or as a single file; null if there is none.
const std::pair<const std::string, std::vector<BindingFact>>* file_of(std::string_view module,
                                                                      const SourceFacts& facts) {
  std::string path(module);
  std::ranges::replace(path, '.', '/');
  for (const char* end : {"/__init__.py", ".py"}) {
    auto found = facts.files.find(path + end);
    if (found != facts.files.end()) return &*found;
  }
  return nullptr;
}

const BindingFact* last_binding(const std::vector<BindingFact>& bindings, std::string_view name) {
  const BindingFact* last = nullptr;
  for (const BindingFact& binding : bindings) {
    if (binding.name == name) last = &binding;
  }
  return last;
}

/// `Panel.draw`, then `Panel`; what no line names may have come with a star.
const BindingFact* binding_in(const std::vector<BindingFact>& bindings, std::string_view names) {
  for (std::string_view name = names; !name.empty();) {
    if (const BindingFact* found = last_binding(bindings, name)) return found;
    std::size_t dot = name.find_last_of('.');
    name = dot == std::string_view::npos ? std::string_view{} : name.substr(0, dot);
  }
  return last_binding(bindings, "*");
}

bool stands_in(std::string_view words, std::string_view name) {
  if (name.empty()) return false;
  for (std::size_t at = words.find(name); at != std::string_view::npos;
       at = words.find(name, at + 1)) {
    bool starts = at == 0 || !is_name_char(words[at - 1]);
    std::size_t end = at + name.size();
    if (starts && (end == words.size() || !is_name_char(words[end]))) return true;
  }
  return false;
}

bool is_below(std::string_view path, std::string_view probe) {
  return path.starts_with(probe) &&
         (path.size() == probe.size() || !is_name_char(path[probe.size()]));
}

}  // namespace

std::string binding_of(std::string_view path, const SourceFacts& facts) {
  std::string_view names = leading_names(path);
  // The longest module first: `demo.settings.unit` is a name of `demo.settings` where that exists.
  for (std::size_t dot = names.find_last_of('.'); dot != std::string_view::npos && dot > 0;
       dot = names.find_last_of('.', dot - 1)) {
    const auto* file = file_of(names.substr(0, dot), facts);
    if (file == nullptr) continue;
    const BindingFact* binding = binding_in(file->second, names.substr(dot + 1));
    if (binding != nullptr) {
      return fmt::format("{}:{}: {}", file->first, binding->line, binding->text);
    }
  }
  return {};
}

std::string registration_of(std::string_view path, std::string_view words,
                            const std::vector<LedgerEntry>& ledger) {
  std::string named;
  std::string last;
  bool is_only = true;
  for (const LedgerEntry& entry : ledger) {
    if (entry.where.empty() || !is_below(path, entry.probe)) continue;
    if (stands_in(words, entry.what)) named = entry.where;
    if (!last.empty() && last != entry.where) is_only = false;
    last = entry.where;
  }
  if (!named.empty()) return named;
  return is_only ? last : std::string{};
}

std::string cause_of(const Finding& finding, const SourceFacts& facts,
                     const std::vector<LedgerEntry>& ledger) {
  for (const std::string& path : finding.paths) {
    std::string cause = binding_of(path, facts);
    // A module is where it is by its own import, never by a star import of names.
    if (finding.kind == FindingKind::kStaleModule && cause.ends_with("import *")) cause.clear();
    if (cause.empty()) {
      std::string words = fmt::format("{} {} {}", path, finding.actual, finding.fresh);
      cause = registration_of(path, words, ledger);
    }
    if (!cause.empty()) return cause;
  }
  return {};
}

}  // namespace afresh

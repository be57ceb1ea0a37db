// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/sources.hpp"

#include <algorithm>

#include "harness/oracles/graph/graph_view.hpp"

namespace afresh {
namespace {

bool is_or_is_below(std::string_view name, std::string_view module) {
  return name == module ||
         (name.starts_with(module) && name.substr(module.size()).starts_with('.'));
}

/// `demo/settings.py` of `/tmp/x/addons/demo/settings.py`: the longest that fits.
const std::string* shown_file(std::string_view path, const std::set<std::string>& known) {
  const std::string* longest = nullptr;
  for (const std::string& file : known) {
    bool fits = path.ends_with(file) &&
                (path.size() == file.size() || path[path.size() - file.size() - 1] == '/');
    if (fits && (longest == nullptr || file.size() > longest->size())) longest = &file;
  }
  return longest;
}

}  // namespace

ModuleFiles module_files(const Graph& graph, const std::set<std::string>& known) {
  ModuleFiles files;
  for (const Root& root : graph.roots) {
    if (root.group != RootGroup::kModules || root.is_atom) continue;
    std::string_view path = file_of_module(graph, root.target);
    const std::string* file = path.empty() ? nullptr : shown_file(path, known);
    if (file != nullptr) files.emplace(graph.text(root.label), *file);
  }
  return files;
}

std::string file_by_name(std::string_view module, const SourceFacts& facts) {
  std::string path(module);
  std::ranges::replace(path, '.', '/');
  for (const char* end : {"/__init__.py", ".py"}) {
    if (facts.files.contains(path + end)) return path + end;
  }
  return {};
}

std::string imported_module(const BindingFact& fact, std::string_view importer,
                            std::string_view file) {
  std::string_view name = fact.module;
  if (!name.starts_with('.')) return std::string(name);
  std::string_view package = importer;
  auto go_up = [&package] {
    std::size_t dot = package.find_last_of('.');
    package = dot == std::string_view::npos ? std::string_view{} : package.substr(0, dot);
  };
  if (!file.ends_with("/__init__.py")) go_up();
  for (name.remove_prefix(1); name.starts_with('.'); name.remove_prefix(1)) go_up();
  if (package.empty()) return {};
  std::string absolute(package);
  return name.empty() ? absolute : absolute.append(".").append(name);
}

bool loads(const BindingFact& fact, std::string_view importer, std::string_view file,
           std::string_view module) {
  if (fact.module.empty()) return false;
  std::string from = imported_module(fact, importer, file);
  if (from.empty()) return false;
  if (is_or_is_below(from, module)) return true;
  return !fact.original.empty() && from + "." + fact.original == module;
}

}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/renaming.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "harness/oracles/graph/graph_view.hpp"

namespace afresh {
namespace {

using Roots = std::map<std::string_view, const Root*>;

Roots modules_by_key(const Graph& graph) {
  Roots roots;
  for (const Root& root : graph.roots) {
    bool is_module = root.group == RootGroup::kModules && !root.is_atom &&
                     graph.nodes[root.target].kind == NodeKind::kModule;
    if (is_module) roots.emplace(graph.text(root.label), &root);
  }
  return roots;
}

std::string_view parent_package(std::string_view module) {
  std::size_t dot = module.find_last_of('.');
  return dot == std::string_view::npos ? std::string_view{} : module.substr(0, dot);
}

/// The key that the trial has instead: of the same file, new, and of several the youngest.
const Root* new_key_for(const Graph& actual, const Roots& here, const Roots& there,
                        const Root& missing, std::string_view file) {
  std::set<NodeId> known;
  for (const auto& [key, root] : here) {
    if (there.contains(key)) known.insert(root->target);
  }
  const Root* found = nullptr;
  for (const Root& root : actual.roots) {
    auto key = here.find(actual.text(root.label));
    if (key == here.end() || key->second != &root || there.contains(key->first)) continue;
    bool fits = root.owner == missing.owner && !known.contains(root.target) &&
                file_of_module(actual, root.target) == file;
    bool is_younger =
        found == nullptr || actual.nodes[root.target].born >= actual.nodes[found->target].born;
    if (fits && is_younger) found = &root;
  }
  return found;
}

/// What has no file (a namespace package) is told by the package that it lies in.
void add_by_parents(const Graph& actual, const Graph& reference, const Roots& here,
                    const Roots& there, std::vector<RenamedModule>& renamed) {
  for (const auto& [key, root] : there) {
    if (here.contains(key) || !file_of_module(reference, root->target).empty()) continue;
    auto parent = std::ranges::find(renamed, parent_package(key), &RenamedModule::there);
    if (parent == renamed.end()) continue;
    std::string name = parent->here + std::string(key.substr(parent->there.size()));
    auto found = here.find(name);
    bool is_new = found != here.end() && !there.contains(name);
    if (is_new && file_of_module(actual, found->second->target).empty())
      renamed.push_back({name, std::string(key), root->owner});
  }
}

}  // namespace

std::vector<RenamedModule> renamed_modules(const Graph& actual, const Graph& reference) {
  Roots here = modules_by_key(actual);
  Roots there = modules_by_key(reference);
  std::vector<RenamedModule> renamed;
  std::set<NodeId> used;
  for (const auto& [key, root] : there) {
    if (here.contains(key)) continue;
    std::string_view file = file_of_module(reference, root->target);
    if (file.empty()) continue;
    const Root* found = new_key_for(actual, here, there, *root, file);
    if (found != nullptr && used.insert(found->target).second) {
      renamed.push_back({std::string(actual.text(found->label)), std::string(key), root->owner});
    }
  }
  if (!renamed.empty()) add_by_parents(actual, reference, here, there, renamed);
  std::ranges::sort(renamed, {}, &RenamedModule::there);
  return renamed;
}

}  // namespace afresh

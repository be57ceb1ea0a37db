// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/library_changes.hpp"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <string_view>

namespace afresh {
namespace {

/// A library module as a snapshot has it: the number that it was loaded with, or a word for what
/// became of one that was there before everything.
struct Module {
  std::uint32_t born = 0;  ///< 0: not known
  std::string_view word;
  bool operator==(const Module&) const = default;
};
using Modules = std::map<std::string_view, Module>;

Module module_from(std::string_view atom) {
  Module module;
  auto [end, error] = std::from_chars(atom.data(), atom.data() + atom.size(), module.born);
  if (error != std::errc() || end != atom.data() + atom.size()) module.word = atom;
  return module;
}

Modules libraries_in(const Graph& graph) {
  Modules libraries;
  for (const Root& root : graph.roots) {
    if (root.group == RootGroup::kModules && root.owner == -1 && root.is_atom)
      libraries[graph.text(root.label)] = module_from(graph.text(root.target));
  }
  return libraries;
}

const Module* find(const Modules& modules, std::string_view name) {
  auto found = modules.find(name);
  return found == modules.end() ? nullptr : &found->second;
}

std::string words_for(std::string_view name, const Module* module) {
  if (module == nullptr || module->word.empty()) return fmt::format("module {}", name);
  return std::string(module->word);
}

}  // namespace

std::vector<LibraryHarm> harm_to_libraries(const Graph& before, const Graph& actual,
                                           const Graph* fresh, bool is_restarted) {
  Modules were = libraries_in(before);
  Modules are = libraries_in(actual);
  Modules on_fresh_start = fresh != nullptr ? libraries_in(*fresh) : Modules{};
  std::vector<LibraryHarm> harm;
  for (const auto& [name, is] : are) {
    const Module* was = find(were, name);
    const Module* there = find(on_fresh_start, name);
    if (!is.word.empty()) {
      bool is_as_before = was != nullptr && *was == is;
      bool is_as_on_fresh_start = there != nullptr && *there == is;
      if (!is_as_before && !is_as_on_fresh_start)
        harm.push_back({std::string(name), words_for(name, was), std::string(is.word)});
    } else if (was != nullptr && was->born != 0 && is.born > was->born) {
      harm.push_back({std::string(name), words_for(name, was), "the module, loaded again"});
    }
  }
  for (const auto& [name, was] : were) {
    if (is_restarted || !was.word.empty() || are.contains(name)) continue;
    harm.push_back({std::string(name), words_for(name, &was), "absent"});
  }
  return harm;
}

}  // namespace afresh

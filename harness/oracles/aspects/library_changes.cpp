// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/library_changes.hpp"

#include <charconv>
#include <map>
#include <string_view>

#include "harness/oracles/graph/object_refs.hpp"

namespace afresh {
namespace {

/// A library module as a snapshot has it: the load that its code last ran in, or what became of one
/// that was there before everything.
struct Library {
  std::uint32_t load = 0;  ///< 0: not known
  ModuleChange change = ModuleChange::kNone;
  bool operator==(const Library&) const = default;
};
using Libraries = std::map<std::string_view, Library>;

Library parse_library(std::string_view text) {
  const ObjectRef atom = parse_atom(text);
  Library library;
  if (atom.type == "change") {
    library.change = parse_word<ModuleChange>(atom.value).value_or(ModuleChange::kNone);
  } else {
    std::from_chars(atom.value.data(), atom.value.data() + atom.value.size(), library.load);
  }
  return library;
}

Libraries libraries_in(const Graph& graph) {
  Libraries libraries;
  for (const Root& root : graph.roots) {
    if (root.group == RootGroup::kModules && root.owner == -1 && root.is_atom)
      libraries[graph.text(root.label)] = parse_library(graph.text(root.target));
  }
  return libraries;
}

const Library* find(const Libraries& libraries, std::string_view name) {
  auto found = libraries.find(name);
  return found == libraries.end() ? nullptr : &found->second;
}

ModuleChange to_module_change(const Library* library) {
  return library == nullptr ? ModuleChange::kNone : library->change;
}

}  // namespace

std::vector<LibraryChange> find_library_changes(const Graph& before, const Graph& actual,
                                                const Graph* fresh, bool is_restarted) {
  Libraries were = libraries_in(before);
  Libraries are = libraries_in(actual);
  Libraries on_fresh_start = fresh != nullptr ? libraries_in(*fresh) : Libraries{};
  std::vector<LibraryChange> changes;
  auto add = [&](std::string_view name, const Library* was, ModuleChange is) {
    std::string module(name);
    changes.push_back({{module, to_module_change(was)}, {module, is}});
  };
  for (const auto& [name, is] : are) {
    const Library* was = find(were, name);
    const Library* there = find(on_fresh_start, name);
    if (is.change != ModuleChange::kNone) {
      bool is_as_before = was != nullptr && *was == is;
      bool is_as_on_fresh_start = there != nullptr && *there == is;
      if (!is_as_before && !is_as_on_fresh_start) add(name, was, is.change);
    } else if (was != nullptr && was->load != 0 && is.load > was->load) {
      add(name, was, ModuleChange::kLoadedAgain);
    }
  }
  for (const auto& [name, was] : were) {
    if (is_restarted || was.change != ModuleChange::kNone || are.contains(name)) continue;
    add(name, &was, ModuleChange::kGone);
  }
  return changes;
}

}  // namespace afresh

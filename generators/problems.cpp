// SPDX-License-Identifier: MIT
#include "generators/problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "generators/repair.hpp"
#include "generators/uses.hpp"

namespace afresh::generators {
namespace {

using Sentences = std::vector<std::string>;
using Graph = std::map<std::string, std::set<std::string>>;

void check_tree(const PackageModel& model, Sentences& problems) {
  if (model.modules.empty() || !model.modules.back().path.empty()) {
    problems.emplace_back("the root is not the last module");
  }
  for (const Module& module : model.modules) {
    if (module.path.empty()) continue;
    const Module* package = find_module(model, parent_path(module.path));
    if (!package || !package->is_package) {
      problems.push_back(fmt::format("{} does not lie in a package", module.path));
    }
  }
}

void check_names(const PackageModel& model, Sentences& problems) {
  std::set<std::string> seen;
  for (const std::string& name : names_in_use(model)) {
    if (!seen.insert(name).second) problems.push_back(fmt::format("{} is there twice", name));
  }
}

void check_uses(const PackageModel& model, const Module& module, Sentences& problems) {
  for (const Use& use : collect_uses(model, module)) {
    bool is_imported =
        std::ranges::find(module.imports, use.what.module, &Import::target) != module.imports.end();
    const Module* from = find_module(model, use.what.module);
    bool is_pair =
        from && has_registrations(*from) &&
        (use.what.name == register_name(*from) || use.what.name == unregister_name(*from));
    if (!is_imported || (!is_pair && !find_definition(model, use.what))) {
      problems.push_back(fmt::format("{} uses {} of {}, which it {}", module.path, use.what.name,
                                     use.what.module, is_imported ? "does not have" : "lacks"));
    }
  }
}

void check_late_imports(const PackageModel& model, const Module& module, Sentences& problems) {
  for (const Function& function : module.functions) {
    if (!function.late) continue;
    for (const std::string& name : late_names(function)) {
      if (find_definition(model, {function.late->target, name})) continue;
      problems.push_back(fmt::format("{} imports {} in vain", function.name, name));
    }
  }
}

/// What must be complete before a module is: what it imports, and the packages above that but for
/// those that the module lies in, which are loading already.
Graph loading_graph(const PackageModel& model) {
  Graph graph;
  for (const Module& module : model.modules) {
    std::set<std::string>& needs = graph[module.path];
    for (const Import& import : module.imports) {
      needs.insert(import.target);
      for (const std::string& package : packages_above(import.target)) {
        if (!is_within(module.path, package)) needs.insert(package);
      }
    }
  }
  return graph;
}

/// What each definition needs to have a value, by name.
Graph evaluation_graph(const PackageModel& model) {
  Graph graph;
  auto add = [&](const std::string& name, const std::vector<Reference>& plus) {
    for (const Reference& what : plus) graph[name].insert(what.name);
  };
  for (const Module& module : model.modules) {
    for (const Constant& c : module.constants) add(c.name, c.plus);
    for (const Function& f : module.functions) add(f.name, f.plus);
    for (const Class& c : module.classes) {
      add(c.name, c.plus);
      if (c.base) add(c.name, {*c.base});
      for (const Property& p : c.properties) {
        if (points(p.kind)) add(c.name, {p.target});
      }
    }
  }
  return graph;
}

/// Takes away what needs nothing that is left; what cannot be taken away is in or behind a circle.
void check_circles(Graph graph, const char* what, Sentences& problems) {
  std::size_t size = 0;
  while (size != graph.size()) {
    size = graph.size();
    std::erase_if(graph, [&](const auto& node) {
      return std::ranges::none_of(node.second, [&](auto& need) { return graph.contains(need); });
    });
  }
  for (const auto& [name, needs] : graph) {
    problems.push_back(fmt::format("'{}' needs itself to {}", name, what));
  }
}

}  // namespace

std::vector<std::string> find_problems(const PackageModel& model) {
  Sentences problems;
  check_tree(model, problems);
  check_names(model, problems);
  for (const Module& module : model.modules) {
    check_uses(model, module, problems);
    check_late_imports(model, module, problems);
  }
  check_circles(loading_graph(model), "load", problems);
  check_circles(evaluation_graph(model), "have a value", problems);
  // Kinds, forms and loading order are what mending knows; it has nothing to do in a valid model.
  if (problems.empty() && !(repaired(model) == model)) {
    problems.emplace_back("mending changes it");
  }
  return problems;
}

}  // namespace afresh::generators

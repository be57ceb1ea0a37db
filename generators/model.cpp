// SPDX-License-Identifier: MIT
#include "generators/model.hpp"

#include <algorithm>

namespace afresh::generators {
namespace {

template <typename T>
const T* find_named(const std::vector<T>& all, std::string_view name, std::size_t& index) {
  auto found = std::ranges::find(all, name, &T::name);
  if (found == all.end()) return nullptr;
  index = static_cast<std::size_t>(found - all.begin());
  return &*found;
}

Definition find_own(const Module& module, std::size_t rank, std::string_view name) {
  Definition found{.at = {.rank = rank}};
  found.constant = find_named(module.constants, name, found.at.index);
  if (found.constant) return found;
  found.at.section = 1;
  found.function = find_named(module.functions, name, found.at.index);
  if (found.function) return found;
  found.at.section = 2;
  found.a_class = find_named(module.classes, name, found.at.index);
  return found;
}

}  // namespace

std::string_view last_part(std::string_view path) {
  auto dot = path.rfind('.');
  return dot == std::string_view::npos ? path : path.substr(dot + 1);
}

std::string parent_path(std::string_view path) {
  auto dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string() : std::string(path.substr(0, dot));
}

std::vector<std::string> packages_above(std::string_view path) {
  std::vector<std::string> above;
  while (!path.empty()) {
    above.push_back(parent_path(path));
    path = path.substr(0, above.back().size());
  }
  return above;
}

bool is_within(std::string_view path, std::string_view above) {
  if (above.empty() || path == above) return true;
  return path.starts_with(above) && path[above.size()] == '.';
}

const Module* find_module(const PackageModel& model, std::string_view path) {
  std::size_t rank = loading_rank(model, path);
  return rank == model.modules.size() ? nullptr : &model.modules[rank];
}

Module* find_module(PackageModel& model, std::string_view path) {
  std::size_t rank = loading_rank(model, path);
  return rank == model.modules.size() ? nullptr : &model.modules[rank];
}

std::size_t loading_rank(const PackageModel& model, std::string_view path) {
  auto found = std::ranges::find(model.modules, path, &Module::path);
  return static_cast<std::size_t>(found - model.modules.begin());
}

Definition find_definition(const PackageModel& model, const Reference& reference) {
  Reference at = reference;
  // A re-export leads to another module; more hops than modules is a circle.
  for (std::size_t hops = 0; hops <= model.modules.size(); ++hops) {
    std::size_t rank = loading_rank(model, at.module);
    if (rank == model.modules.size()) return {};
    const Module& module = model.modules[rank];
    if (Definition found = find_own(module, rank, at.name)) return found;
    auto next = std::ranges::find(module.re_exports, at.name, &Reference::name);
    if (next == module.re_exports.end()) return {};
    at = *next;
  }
  return {};
}

bool has_registrations(const Module& module) {
  return !module.host_properties.empty() ||
         std::ranges::any_of(module.classes, [](auto& c) { return is_registered(c.kind); }) ||
         std::ranges::any_of(module.functions,
                             [](auto& f) { return f.role != FunctionRole::kPlain; });
}

std::string register_name(const Module& module) {
  return "register_" + std::string(last_part(module.path));
}

std::string unregister_name(const Module& module) { return "un" + register_name(module); }

std::vector<std::string> names_in_use(const PackageModel& model) {
  std::vector<std::string> names{model.name};
  for (const Module& module : model.modules) {
    names.emplace_back(last_part(module.path));
    for (const Constant& c : module.constants) names.push_back(c.name);
    for (const Function& f : module.functions) names.push_back(f.name);
    for (const Class& c : module.classes) names.push_back(c.name);
    for (const HostProperty& p : module.host_properties) names.push_back(p.property.name);
  }
  return names;
}

}  // namespace afresh::generators

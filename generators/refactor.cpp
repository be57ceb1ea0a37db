// SPDX-License-Identifier: MIT
#include "generators/refactor.hpp"

#include <algorithm>
#include <iterator>

namespace afresh::generators {
namespace {

using Visit = std::function<void(Reference&)>;

void visit_all(std::vector<Reference>& all, const Visit& visit) {
  for (Reference& each : all) visit(each);
}

void visit_class(Class& a_class, const Visit& visit) {
  if (a_class.base) visit(*a_class.base);
  for (Property& p : a_class.properties) visit(p.target);
  visit_all(a_class.plus, visit);
}

void visit_module(Module& module, const Visit& visit) {
  visit_all(module.re_exports, visit);
  for (Constant& c : module.constants) visit_all(c.plus, visit);
  for (Function& f : module.functions) visit_all(f.plus, visit);
  for (Class& c : module.classes) visit_class(c, visit);
  for (HostProperty& p : module.host_properties) visit(p.property.target);
}

/// Puts `more` in front: what is folded into the root is what its own code may build on.
template <typename T>
void prepend(std::vector<T>& to, std::vector<T>& more) {
  to.insert(to.begin(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void rename_path(std::string& path, const std::string& old_path, const std::string& new_path) {
  if (!path.empty() && is_within(path, old_path)) path.replace(0, old_path.size(), new_path);
}

}  // namespace

void for_each_reference(PackageModel& model, const Visit& visit) {
  for (Module& module : model.modules) visit_module(module, visit);
  visit_all(model.probe, visit);
}

void rename_class(PackageModel& model, const std::string& name, const std::string& new_name) {
  for (Module& module : model.modules) {
    for (Class& c : module.classes) {
      if (c.name == name) c.name = new_name;
    }
  }
  for_each_reference(model, [&](Reference& what) {
    if (what.name == name) what.name = new_name;
  });
}

void move_module(PackageModel& model, const std::string& path, const std::string& new_path) {
  for (Module& module : model.modules) {
    rename_path(module.path, path, new_path);
    for (Import& i : module.imports) rename_path(i.target, path, new_path);
    for (Function& f : module.functions) {
      if (f.late) rename_path(f.late->target, path, new_path);
    }
  }
  for_each_reference(model, [&](Reference& what) { rename_path(what.module, path, new_path); });
}

void fold_into_root(PackageModel& model, const std::string& path) {
  std::vector<std::string> below;
  for (const Module& module : model.modules) {
    if (!module.path.empty() && parent_path(module.path) == path) below.push_back(module.path);
  }
  std::string above = parent_path(path);
  for (const std::string& each : below) {
    std::string leaf(last_part(each));
    move_module(model, each, above.empty() ? leaf : above + "." + leaf);
  }
  std::size_t rank = loading_rank(model, path);
  Module folded = std::move(model.modules[rank]);
  model.modules.erase(model.modules.begin() + static_cast<std::ptrdiff_t>(rank));
  Module& root = model.modules.back();
  for (const Import& i : folded.imports) {
    std::erase_if(root.imports, [&](const Import& own) { return own.target == i.target; });
  }
  prepend(root.imports, folded.imports);
  prepend(root.constants, folded.constants);
  prepend(root.functions, folded.functions);
  prepend(root.classes, folded.classes);
  prepend(root.host_properties, folded.host_properties);
  for_each_reference(model, [&](Reference& what) {
    if (what.module == path) what.module.clear();
  });
}

Module* find_by_last_part(PackageModel& model, std::string_view part) {
  auto found = std::ranges::find_if(
      model.modules, [&](const Module& module) { return last_part(module.path) == part; });
  return found == model.modules.end() ? nullptr : &*found;
}

}  // namespace afresh::generators

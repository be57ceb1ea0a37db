// SPDX-License-Identifier: MIT
#include "generators/edit.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "generators/evaluate.hpp"
#include "generators/refactor.hpp"
#include "generators/repair.hpp"

namespace afresh::generators {
namespace {

template <typename T>
T* find_in(std::vector<T>& all, const std::string& name) {
  auto found = std::ranges::find(all, name, &T::name);
  return found == all.end() ? nullptr : &*found;
}

void change_constant(PackageModel& model, const Edit& edit) {
  for (Module& module : model.modules) {
    if (Constant* constant = find_in(module.constants, edit.subject)) constant->value = edit.value;
  }
}

void change_number(PackageModel& model, const Edit& edit) {
  for (Module& module : model.modules) {
    if (Function* f = find_in(module.functions, edit.subject)) f->number += edit.number;
    Class* c = find_in(module.classes, edit.subject);
    if (!c) continue;
    // The last member of an enum is its greatest, and stays so.
    (c->kind == ClassKind::kEnum ? c->fields.back().number : c->number) += edit.number;
  }
}

void change_references(PackageModel& model, const Edit& edit) {
  for (Module& module : model.modules) {
    Function* f = find_in(module.functions, edit.subject);
    if (!f) continue;
    f->plus = std::get<Function>(edit.made).plus;
    f->late.reset();
  }
}

/// Shrinking can take away the edit that made room for a name.
bool is_taken(const PackageModel& model, const std::string& name) {
  std::vector<std::string> names = names_in_use(model);
  return std::ranges::find(names, name) != names.end();
}

/// Appends the definition to the list of its type.
struct Append {
  Module& to;

  void operator()(std::monostate) const {}
  void operator()(const Constant& c) const { to.constants.push_back(c); }
  void operator()(const Function& f) const { to.functions.push_back(f); }
  void operator()(const Class& c) const { to.classes.push_back(c); }
  void operator()(const Module&) const {}
};

void add_definition(PackageModel& model, const Edit& edit) {
  Module* module = find_by_last_part(model, edit.subject);
  if (!module || is_taken(model, edit.other)) return;
  std::visit(Append{*module}, edit.made);
  model.probe.push_back({module->path, edit.other});
}

void remove_definition(PackageModel& model, const Edit& edit) {
  auto is_subject = [&](const auto& each) { return each.name == edit.subject; };
  for (Module& module : model.modules) {
    std::erase_if(module.constants, is_subject);
    std::erase_if(module.functions, is_subject);
    std::erase_if(module.classes, is_subject);
  }
}

void rename(PackageModel& model, const Edit& edit) {
  if (!is_taken(model, edit.other)) rename_class(model, edit.subject, edit.other);
}

void change_property(Property& property) {
  property.number += 1;
  if (property.kind == PropertyKind::kPointer) {
    property.kind = PropertyKind::kCollection;
  } else if (property.kind == PropertyKind::kCollection) {
    property.kind = PropertyKind::kPointer;
  }
}

void change_properties(PackageModel& model, const Edit& edit) {
  if (edit.subject == kPreferences) {
    for (Property& p : model.preferences) change_property(p);
  }
  for (Module& module : model.modules) {
    if (Class* c = find_in(module.classes, edit.subject)) {
      for (Property& p : c->properties) change_property(p);
    }
    for (HostProperty& p : module.host_properties) {
      if (p.property.name == edit.subject) change_property(p.property);
    }
  }
}

void add_module(PackageModel& model, const Edit& edit) {
  const Module* package = find_by_last_part(model, edit.subject);
  if (!package || is_taken(model, edit.other)) return;
  Module module = std::get<Module>(edit.made);
  for (const Constant& c : module.constants) {
    if (is_taken(model, c.name)) return;
  }
  for (const Function& f : module.functions) {
    if (is_taken(model, f.name)) return;
  }
  if (!package->path.empty()) module.path = package->path + "." + module.path;
  for (const Function& f : module.functions) model.probe.push_back({module.path, f.name});
  model.modules.back().imports.push_back({module.path, edit.form});
  // Just before the root, so that nothing else can need it yet.
  model.modules.insert(model.modules.end() - 1, std::move(module));
}

void remove_module(PackageModel& model, const Edit& edit) {
  const Module* module = find_by_last_part(model, edit.subject);
  if (!module || module->path.empty()) return;
  std::string path = module->path;
  std::erase_if(model.modules, [&](const Module& each) { return each.path == path; });
}

void module_to_package(PackageModel& model, const Edit& edit) {
  if (Module* module = find_by_last_part(model, edit.subject)) module->is_package = true;
}

void change_import(PackageModel& model, const Edit& edit) {
  Module* module = find_by_last_part(model, edit.subject);
  if (!module) return;
  for (Import& import : module->imports) {
    if (last_part(import.target) == edit.other) import.form = edit.form;
  }
}

void change(PackageModel& model, const Edit& edit) {
  switch (edit.kind) {
    case EditKind::kChangeConstant: return change_constant(model, edit);
    case EditKind::kChangeNumber: return change_number(model, edit);
    case EditKind::kChangeReferences: return change_references(model, edit);
    case EditKind::kAddDefinition: return add_definition(model, edit);
    case EditKind::kRemoveDefinition: return remove_definition(model, edit);
    case EditKind::kRenameClass: return rename(model, edit);
    case EditKind::kChangeProperty: return change_properties(model, edit);
    case EditKind::kAddModule: return add_module(model, edit);
    case EditKind::kRemoveModule: return remove_module(model, edit);
    case EditKind::kModuleToPackage: return module_to_package(model, edit);
    case EditKind::kChangeImport: return change_import(model, edit);
  }
}

std::string module_words(const std::string& part) {
  return part.empty() ? "the package itself" : "module " + part;
}

}  // namespace

PackageModel apply(const Edit& edit, PackageModel model) {
  change(model, edit);
  return repaired(std::move(model));
}

std::string describe_edit(const Edit& edit) {
  switch (edit.kind) {
    case EditKind::kChangeConstant:
      return fmt::format("change {} to {}", edit.subject, repr(edit.value));
    case EditKind::kChangeNumber: return fmt::format("add {} to {}", edit.number, edit.subject);
    case EditKind::kChangeReferences: return fmt::format("rewrite {}", edit.subject);
    case EditKind::kAddDefinition:
      return fmt::format("add {} to {}", edit.other, module_words(edit.subject));
    case EditKind::kRemoveDefinition: return fmt::format("remove {}", edit.subject);
    case EditKind::kRenameClass:
      return fmt::format("rename class {} to {}", edit.subject, edit.other);
    case EditKind::kChangeProperty: return fmt::format("change properties of {}", edit.subject);
    case EditKind::kAddModule:
      return fmt::format("add module {} to {}", edit.other, module_words(edit.subject));
    case EditKind::kRemoveModule: return fmt::format("remove {}", module_words(edit.subject));
    case EditKind::kModuleToPackage:
      return fmt::format("make {} a folder", module_words(edit.subject));
    case EditKind::kChangeImport:
      return fmt::format("import {} in another way in {}", edit.other, module_words(edit.subject));
  }
  return {};
}

std::vector<PackageModel> build_versions(const History& history) {
  std::vector<PackageModel> versions{history.first};
  for (const std::vector<Edit>& edits : history.edits) {
    PackageModel next = versions.back();
    for (const Edit& edit : edits) next = apply(edit, std::move(next));
    versions.push_back(std::move(next));
  }
  return versions;
}

bool shows_every_edit(const History& history) {
  std::vector<PackageModel> versions = build_versions(history);
  for (std::size_t i = 1; i < versions.size(); ++i) {
    if (evaluate_probe(versions[i]) == evaluate_probe(versions[i - 1])) return false;
  }
  return true;
}

}  // namespace afresh::generators

// SPDX-License-Identifier: MIT
#include "generators/uses.hpp"

#include <algorithm>

namespace afresh::generators {
namespace {

/// Collects uses, leaving out the module's own names.
class Collector {
 public:
  explicit Collector(const Module& module) : module_(module) {}

  void add(const Reference& what, bool while_loading, bool re_exported = false) {
    if (what.module != module_.path) uses_.push_back({what, while_loading, re_exported});
  }
  void add_all(const std::vector<Reference>& all, bool while_loading) {
    for (const Reference& what : all) add(what, while_loading);
  }
  std::vector<Use> take() { return std::move(uses_); }

 private:
  const Module& module_;
  std::vector<Use> uses_;
};

void collect_definitions(const Module& module, Collector& collector) {
  for (const Reference& what : module.re_exports) collector.add(what, true, true);
  for (const Constant& c : module.constants) collector.add_all(c.plus, true);
  for (const Function& f : module.functions) {
    for (const Reference& what : f.plus) {
      bool is_late = f.late && f.late->target == what.module;
      if (!is_late) collector.add(what, false);
    }
  }
  for (const Class& c : module.classes) {
    if (c.base) collector.add(*c.base, true);
    for (const Property& p : c.properties) {
      if (points(p.kind)) collector.add(p.target, true);
    }
    collector.add_all(c.plus, false);
  }
}

void collect_host_properties(const Module& module, Collector& collector) {
  for (const HostProperty& p : module.host_properties) {
    if (points(p.property.kind)) collector.add(p.property.target, false);
  }
}

/// What the root needs of one module to register what that offers.
void collect_registrations(const PackageModel& model, const Module& module, Collector& collector) {
  if (!has_registrations(module)) return;
  if (model.registration == RegistrationStyle::kByModule) {
    collector.add({module.path, register_name(module)}, false);
    collector.add({module.path, unregister_name(module)}, false);
    return;
  }
  for (const Class& c : module.classes) {
    if (is_registered(c.kind)) collector.add({module.path, c.name}, true);
  }
  collect_host_properties(module, collector);
  for (const Function& f : module.functions) {
    if (f.role != FunctionRole::kPlain) collector.add({module.path, f.name}, false);
  }
}

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

/// Whether `import pkg.a.b` leaves `pkg.a` without its attribute while the module's body runs:
/// a package sets the attribute on its parent only when it is complete.
bool is_inside_loading_package(const Module& module, const std::string& target) {
  for (const std::string& package : packages_above(target)) {
    if (!package.empty() && is_within(module.path, package)) return true;
  }
  return false;
}

}  // namespace

std::vector<Use> collect_uses(const PackageModel& model, const Module& module) {
  Collector collector(module);
  collect_definitions(module, collector);
  if (module.path.empty()) {
    for (const Module& each : model.modules) collect_registrations(model, each, collector);
    collector.add_all(model.probe, false);
  }
  if (model.registration == RegistrationStyle::kByModule)
    collect_host_properties(module, collector);
  return collector.take();
}

std::vector<std::string> names_used_from(const std::vector<Use>& uses, const std::string& target) {
  std::vector<std::string> names;
  for (const Use& use : uses) {
    if (use.what.module == target) add_once(names, use.what.name);
  }
  return names;
}

std::vector<std::string> late_names(const Function& function) {
  std::vector<std::string> names;
  for (const Reference& what : function.plus) {
    if (function.late && function.late->target == what.module) add_once(names, what.name);
  }
  return names;
}

bool may_import(const PackageModel& model, std::size_t rank, const std::string& target) {
  const Module& importer = model.modules[rank];
  if (loading_rank(model, target) >= rank) return false;
  return std::ranges::all_of(packages_above(target), [&](const std::string& package) {
    return is_within(importer.path, package) || loading_rank(model, package) < rank;
  });
}

bool is_reachable(const PackageModel& model, const Position& user, const Reference& reference) {
  Definition found = find_definition(model, reference);
  if (!found || !(found.at < user)) return false;
  return reference.module == model.modules[user.rank].path ||
         may_import(model, user.rank, reference.module);
}

bool is_reachable_late(const PackageModel& model, const Position& user,
                       const Reference& reference) {
  if (reference.module == model.modules[user.rank].path) return false;
  Definition found = find_definition(model, reference);
  bool is_literal = found.constant && found.constant->plus.empty();
  return is_literal || (found && found.at < user);
}

bool is_countable(const Definition& definition) {
  if (definition.constant || definition.function) return true;
  return definition.a_class && definition.a_class->kind != ClassKind::kPanel &&
         definition.a_class->kind != ClassKind::kGroup;
}

ImportForm working_form(const Module& module, const Import& wanted, const std::vector<Use>& uses) {
  bool is_used = false;
  bool while_loading = false;
  bool re_exported = false;
  for (const Use& use : uses) {
    if (use.what.module != wanted.target) continue;
    is_used = true;
    while_loading = while_loading || use.while_loading;
    re_exported = re_exported || use.re_exported;
  }
  ImportForm form = wanted.form;
  if (re_exported && (!binds_names(form) || form == ImportForm::kNamesAs))
    return ImportForm::kNames;
  if (binds_names(form) && form != ImportForm::kStar && !is_used) form = ImportForm::kRelative;
  if (form == ImportForm::kDotted && while_loading &&
      is_inside_loading_package(module, wanted.target)) {
    form = ImportForm::kRelative;
  }
  bool binds_root = wanted.target.empty() && !binds_names(form);
  return binds_root ? ImportForm::kDotted : form;
}

ImportForm working_late_form(const Import& wanted) {
  if (wanted.form == ImportForm::kStar) return ImportForm::kNames;
  bool binds_root = wanted.target.empty() && !binds_names(wanted.form);
  return binds_root ? ImportForm::kDotted : wanted.form;
}

}  // namespace afresh::generators

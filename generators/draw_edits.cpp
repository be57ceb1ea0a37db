// SPDX-License-Identifier: MIT
#include "generators/draw_edits.hpp"

#include <algorithm>
#include <optional>

#include "generators/build.hpp"
#include "generators/build_definitions.hpp"
#include "generators/evaluate.hpp"
#include "generators/uses.hpp"

namespace afresh::generators {
namespace {

/// Draws one edit; each function gives nothing when the package has no subject for its kind.
class EditDrawer {
 public:
  EditDrawer(RandomSource& rng, const Profile& profile, const PackageModel& model)
      : rng_(rng), profile_(profile), model_(model), names_(names_in_use(model)) {}

  std::optional<Edit> any() {
    const Profile& p = profile_;
    switch (rng_.weighted(
        {p.change_constant_weight, p.change_number_weight, p.change_references_weight,
         p.add_constant_weight, p.remove_constant_weight, p.add_function_weight,
         p.remove_function_weight, p.add_class_weight, p.remove_class_weight, p.rename_class_weight,
         p.change_property_weight, p.add_module_weight, p.remove_module_weight,
         p.module_to_package_weight, p.change_import_weight})) {
      case 0: return on(constants(), [&](const Constant& c) { return change(c); });
      case 1: return change_number();
      case 2: return change_references();
      case 3: return add_constant();
      case 4: return on(constants(), [](const Constant& c) { return remove(c.name); });
      case 5: return add_function();
      case 6: return on(functions(), [](const Function& f) { return remove(f.name); });
      case 7: return add_class();
      case 8: return on(classes(), [](const Class& c) { return remove(c.name); });
      case 9: return on(classes(), [&](const Class& c) { return rename(c); });
      case 10: return change_property();
      case 11: return add_module();
      case 12: return remove_module();
      case 13: return module_to_package();
      default: return change_import();
    }
  }

  /// An edit that changes what the probe returns: of something that the probe itself names.
  Edit visible_edit() {
    const Reference& what = rng_.pick(model_.probe);
    Definition found = find_definition(model_, what);
    if (found.constant) return change(*found.constant);
    return grow(found.function ? found.function->name : found.a_class->name);
  }

 private:
  template <typename T, typename Make>
  std::optional<Edit> on(const std::vector<T>& subjects, Make make) {
    if (subjects.empty()) return std::nullopt;
    return make(rng_.pick(subjects));
  }

  template <typename T>
  std::vector<T> collect_all(std::vector<T> Module::*member) const {
    std::vector<T> all;
    for (const Module& module : model_.modules) {
      all.insert(all.end(), (module.*member).begin(), (module.*member).end());
    }
    return all;
  }
  std::vector<Constant> constants() const { return collect_all(&Module::constants); }
  std::vector<Function> functions() const { return collect_all(&Module::functions); }
  std::vector<Class> classes() const { return collect_all(&Module::classes); }

  std::string part(const Module& module) const { return std::string(last_part(module.path)); }

  Edit change(const Constant& constant) {
    Value value =
        constant.plus.empty() ? build_value(rng_, profile_) : int_value(rng_.between(0, 99));
    if (value == constant.value) value = int_value(summand(value) + 100);
    return {.kind = EditKind::kChangeConstant, .subject = constant.name, .value = std::move(value)};
  }
  Edit grow(const std::string& name) {
    return {.kind = EditKind::kChangeNumber, .subject = name, .number = rng_.between(1, 9)};
  }
  static Edit remove(const std::string& name) {
    return {.kind = EditKind::kRemoveDefinition, .subject = name};
  }
  Edit rename(const Class& a_class) {
    return {.kind = EditKind::kRenameClass, .subject = a_class.name, .other = names_.a_class(rng_)};
  }

  std::optional<Edit> change_number() {
    std::vector<std::string> names;
    for (const Function& f : functions()) names.push_back(f.name);
    for (const Class& c : classes()) {
      if (c.kind != ClassKind::kGroup) names.push_back(c.name);
    }
    return on(names, [&](const std::string& name) { return grow(name); });
  }

  /// What a definition at `at` can refer to, through imports that its module has already.
  DefinitionBuilder builder_at(const Position& at) {
    const Module& module = model_.modules[at.rank];
    std::vector<Reference> pool;
    for (const Module& from : model_.modules) {
      bool is_near = &from == &module || std::ranges::find(module.imports, from.path,
                                                           &Import::target) != module.imports.end();
      if (!is_near) continue;
      for (const Constant& c : from.constants) pool.push_back({from.path, c.name});
      for (const Function& f : from.functions) pool.push_back({from.path, f.name});
      for (const Class& c : from.classes) pool.push_back({from.path, c.name});
    }
    std::erase_if(pool, [&](const Reference& what) { return !is_reachable(model_, at, what); });
    return {rng_, profile_, model_, std::move(pool)};
  }

  std::optional<Edit> change_references() {
    return on(functions(), [&](const Function& f) {
      std::size_t rank = 0;
      while (std::ranges::find(model_.modules[rank].functions, f.name, &Function::name) ==
             model_.modules[rank].functions.end()) {
        ++rank;
      }
      Position at = find_definition(model_, {model_.modules[rank].path, f.name}).at;
      return Edit{.kind = EditKind::kChangeReferences,
                  .subject = f.name,
                  .made = builder_at(at).function(f.name)};
    });
  }

  Edit add(const Module& module, std::string name, decltype(Edit::made) made) {
    return {.kind = EditKind::kAddDefinition,
            .subject = part(module),
            .other = std::move(name),
            .made = std::move(made)};
  }
  std::optional<Edit> add_constant() {
    std::size_t rank = rng_.index(model_.modules.size());
    const Module& module = model_.modules[rank];
    std::string name = names_.constant(rng_);
    return add(module, name, builder_at({rank, 0, module.constants.size()}).constant(name));
  }
  std::optional<Edit> add_function() {
    std::size_t rank = rng_.index(model_.modules.size());
    const Module& module = model_.modules[rank];
    std::string name = names_.function(rng_);
    return add(module, name, builder_at({rank, 1, module.functions.size()}).function(name));
  }
  std::optional<Edit> add_class() {
    std::size_t rank = rng_.index(model_.modules.size());
    const Module& module = model_.modules[rank];
    std::string name = names_.a_class(rng_);
    return add(module, name, builder_at({rank, 2, module.classes.size()}).a_class(name));
  }

  std::optional<Edit> change_property() {
    std::vector<std::string> names;
    for (const Class& c : classes()) {
      if (!c.properties.empty()) names.push_back(c.name);
    }
    for (const HostProperty& p : collect_all(&Module::host_properties))
      names.push_back(p.property.name);
    if (!model_.preferences.empty()) names.emplace_back(kPreferences);
    return on(names, [](const std::string& name) {
      return Edit{.kind = EditKind::kChangeProperty, .subject = name};
    });
  }

  std::optional<Edit> add_module() {
    std::vector<std::string> parents;
    for (const Module& module : model_.modules) {
      int depth = 1 + static_cast<int>(packages_above(module.path).size());
      if (depth < profile_.depth_max) parents.push_back(part(module));
    }
    return on(parents, [&](const std::string& parent) {
      std::string name = names_.module(rng_);
      DefinitionBuilder builder(rng_, profile_, model_, {});
      Module module{.path = name};
      module.constants.push_back(builder.constant(names_.constant(rng_)));
      module.functions.push_back(builder.function(names_.function(rng_)));
      return Edit{.kind = EditKind::kAddModule,
                  .subject = parent,
                  .other = name,
                  .form = build_import_form(rng_, profile_),
                  .made = std::move(module)};
    });
  }

  std::optional<Edit> remove_module() {
    std::vector<std::string> parts;
    for (const Module& module : model_.modules) {
      if (!module.path.empty()) parts.push_back(part(module));
    }
    return on(parts, [](const std::string& name) {
      return Edit{.kind = EditKind::kRemoveModule, .subject = name};
    });
  }

  std::optional<Edit> module_to_package() {
    std::vector<std::string> parts;
    for (const Module& module : model_.modules) {
      if (!module.is_package) parts.push_back(part(module));
    }
    return on(parts, [](const std::string& name) {
      return Edit{.kind = EditKind::kModuleToPackage, .subject = name};
    });
  }

  std::optional<Edit> change_import() {
    const Module& module = rng_.pick(model_.modules);
    return on(module.imports, [&](const Import& import) {
      return Edit{.kind = EditKind::kChangeImport,
                  .subject = part(module),
                  .other = std::string(last_part(import.target)),
                  .form = build_import_form(rng_, profile_)};
    });
  }

  RandomSource& rng_;
  const Profile& profile_;
  const PackageModel& model_;
  Names names_;
};

/// Edits of called functions multiply what one call costs; calls must stay quick.
bool is_affordable(const PackageModel& model, const Profile& profile) {
  int cost = 0;
  for (const Reference& what : model.probe) cost += evaluation_cost(model, what);
  return cost <= 50 * profile.cost_max;
}

}  // namespace

std::vector<Edit> draw_edits(RandomSource& rng, const Profile& profile, const PackageModel& model) {
  std::vector<Edit> edits;
  PackageModel current = model;
  for (int i = rng.between(0, profile.edits_max); i > 0; --i) {
    std::optional<Edit> edit = EditDrawer(rng, profile, current).any();
    if (!edit) continue;
    PackageModel next = apply(*edit, current);
    if (next == current || next.probe.empty() || !is_affordable(next, profile)) continue;
    edits.push_back(std::move(*edit));
    current = std::move(next);
  }
  std::string before = evaluate_probe(model);
  // More than once only if the drawn edits and this one cancel each other out.
  do {
    edits.push_back(EditDrawer(rng, profile, current).visible_edit());
    current = apply(edits.back(), std::move(current));
  } while (evaluate_probe(current) == before);
  return edits;
}

History build_history(RandomSource& rng, const Profile& profile) {
  History history{.first = build_package(rng, profile)};
  int edits = rng.chance(profile.third_version_percent) ? 2 : 1;
  for (int i = 0; i < edits; ++i) {
    PackageModel current = build_versions(history).back();
    history.edits.push_back(draw_edits(rng, profile, current));
  }
  return history;
}

}  // namespace afresh::generators

// SPDX-License-Identifier: MIT
#include "generators/build.hpp"

#include <algorithm>

#include "generators/build_definitions.hpp"
#include "generators/evaluate.hpp"
#include "generators/repair.hpp"
#include "generators/uses.hpp"

namespace afresh::generators {
namespace {

/// Paths of all modules but the root. The number of nodes is given, so the tree cannot explode.
std::vector<std::string> build_paths(RandomSource& rng, const Profile& profile, Names& names) {
  int size = std::min(rng.between(profile.modules_min, profile.modules_max),
                      rng.between(profile.modules_min, profile.modules_max));
  std::vector<std::string> paths;
  std::vector<std::string> possible_parents;
  for (int i = 1; i < size; ++i) {
    std::string path = names.module(rng);
    bool is_nested = !possible_parents.empty() && !rng.chance(profile.below_root_percent);
    if (is_nested) path = rng.pick(possible_parents) + "." + path;
    int depth = 2 + static_cast<int>(std::ranges::count(path, '.'));
    if (depth < profile.depth_max) possible_parents.push_back(path);
    paths.push_back(path);
  }
  return paths;
}

void add_re_exports(const Module& from, std::vector<Reference>& pool) {
  for (const Constant& c : from.constants) pool.push_back({from.path, c.name});
  for (const Function& f : from.functions) pool.push_back({from.path, f.name});
  for (const Class& c : from.classes) pool.push_back({from.path, c.name});
  for (const Reference& what : from.re_exports) pool.push_back({from.path, what.name});
}

/// What the module gets from its imports: their definitions and what they re-export.
std::vector<Reference> importable(const PackageModel& model, const Module& module) {
  std::vector<Reference> pool;
  for (const Import& import : module.imports) {
    add_re_exports(*find_module(model, import.target), pool);
  }
  return pool;
}

bool imports_while_loading(const Module& module, const std::string& path) {
  return std::ranges::find(module.imports, path, &Import::target) != module.imports.end();
}

class PackageBuilder {
 public:
  PackageBuilder(RandomSource& rng, const Profile& profile)
      : rng_(rng),
        profile_(profile),
        model_{.name = package_name(rng), .host = profile.host},
        names_({model_.name}) {}

  PackageModel run() {
    build_tree();
    for (std::size_t rank = 0; rank < model_.modules.size(); ++rank) build_module(rank);
    for (std::size_t rank = 0; rank < model_.modules.size(); ++rank) add_cycles(rank);
    if (rng_.chance(profile_.by_module_percent)) model_.registration = RegistrationStyle::kByModule;
    if (is_blender(profile_.host) && rng_.chance(profile_.preferences_percent))
      model_.preferences = DefinitionBuilder(rng_, profile_, model_, {}).preferences();
    build_probe();
    PackageModel whole = repaired(model_);
    vary_added_imports(whole);
    return repaired(std::move(whole));
  }

 private:
  /// Mending brings in what is missing, always in the same form.
  void vary_added_imports(PackageModel& whole) {
    for (std::size_t rank = 0; rank < whole.modules.size(); ++rank) {
      for (Import& import : whole.modules[rank].imports) {
        bool is_drawn = imports_while_loading(model_.modules[rank], import.target);
        if (!is_drawn) import.form = build_import_form(rng_, profile_);
      }
    }
  }

  void build_tree() {
    std::vector<std::string> paths = build_paths(rng_, profile_, names_);
    rng_.shuffle(paths);
    paths.emplace_back();
    for (const std::string& path : paths) {
      model_.modules.push_back(
          {.path = path, .is_package = rng_.chance(profile_.empty_package_percent)});
    }
    for (const std::string& path : paths) {
      if (!path.empty()) find_module(model_, parent_path(path))->is_package = true;
    }
    for (const Module& module : model_.modules) {
      bool may_be_lazy = !module.is_package && !module.path.empty();
      if (may_be_lazy && rng_.chance(profile_.lazy_module_percent)) lazy_.push_back(module.path);
    }
  }

  void build_module(std::size_t rank) {
    Module& module = model_.modules[rank];
    module.has_all = rng_.chance(profile_.all_percent);
    build_imports(rank);
    std::vector<Reference> pool = importable(model_, module);
    if (module.is_package && !module.path.empty() && !pool.empty() &&
        rng_.chance(profile_.re_export_percent)) {
      module.re_exports = {rng_.pick(pool)};
    }
    DefinitionBuilder builder(rng_, profile_, model_, std::move(pool));
    build_constants(module, builder);
    build_functions(module, builder);
    build_classes(module, builder);
    if (std::ranges::find(lazy_, module.path) != lazy_.end()) return make_unregistered(module);
    if (rng_.chance(profile_.host_properties_percent)) {
      std::string name = names_.host_property(rng_, model_.name);
      module.host_properties.push_back(builder.host_property(name));
    }
  }

  /// What is registered has to be loaded by the root.
  static void make_unregistered(Module& module) {
    std::erase_if(module.classes, [](const Class& c) { return is_registered(c.kind); });
    for (Function& function : module.functions) function.role = FunctionRole::kPlain;
  }

  void build_imports(std::size_t rank) {
    std::vector<std::string> targets;
    for (const Module& other : model_.modules) {
      bool is_lazy = std::ranges::find(lazy_, other.path) != lazy_.end();
      if (!is_lazy && may_import(model_, rank, other.path)) targets.push_back(other.path);
    }
    rng_.shuffle(targets);
    int wanted = rng_.between(targets.empty() ? 0 : 1, profile_.imports_max);
    // Nobody else imports what nobody has imported yet once the root is built.
    bool is_root = rank + 1 == model_.modules.size();
    for (const std::string& target : targets) {
      if (wanted-- <= 0 && !(is_root && !is_imported(target))) continue;
      model_.modules[rank].imports.push_back({target, build_import_form(rng_, profile_)});
    }
  }

  bool is_imported(const std::string& path) const {
    return std::ranges::any_of(
        model_.modules, [&](const Module& module) { return imports_while_loading(module, path); });
  }

  void build_constants(Module& module, DefinitionBuilder& builder) {
    for (int i = rng_.between(0, profile_.constants_max); i > 0; --i) {
      module.constants.push_back(builder.constant(names_.constant(rng_)));
      builder.add_to_pool({module.path, module.constants.back().name});
    }
  }

  void build_functions(Module& module, DefinitionBuilder& builder) {
    for (int i = rng_.between(profile_.functions_min, profile_.functions_max); i > 0; --i) {
      Function function = builder.function(names_.function(rng_));
      if (!function.plus.empty() && rng_.chance(profile_.late_percent)) make_late(module, function);
      module.functions.push_back(std::move(function));
      builder.add_to_pool({module.path, module.functions.back().name});
    }
  }

  void make_late(const Module& module, Function& function) {
    std::vector<Reference> lazy = lazy_re_exports(module);
    if (!lazy.empty()) function.plus.push_back(rng_.pick(lazy));
    if (function.plus.empty()) return;
    const std::string& target = function.plus.back().module;
    if (target != module.path) function.late = Import{target, build_import_form(rng_, profile_)};
  }

  std::vector<Reference> lazy_re_exports(const Module& module) const {
    std::vector<Reference> re_exported;
    for (const std::string& path : lazy_) {
      if (!may_import(model_, loading_rank(model_, module.path), path)) continue;
      add_re_exports(*find_module(model_, path), re_exported);
    }
    std::erase_if(re_exported, [&](const Reference& what) {
      return !is_countable(find_definition(model_, what));
    });
    return re_exported;
  }

  void build_classes(Module& module, DefinitionBuilder& builder) {
    for (int i = rng_.between(0, profile_.classes_max); i > 0; --i) {
      module.classes.push_back(builder.a_class(names_.a_class(rng_)));
      builder.add_to_pool({module.path, module.classes.back().name});
    }
  }

  /// A function that imports a literal constant, when called, from a module that loads later.
  void add_cycles(std::size_t rank) {
    std::vector<Reference> later;
    for (std::size_t i = rank + 1; i < model_.modules.size(); ++i) {
      for (const Constant& c : model_.modules[i].constants) {
        if (c.plus.empty()) later.push_back({model_.modules[i].path, c.name});
      }
    }
    if (later.empty()) return;
    for (Function& function : model_.modules[rank].functions) {
      if (function.late || !rng_.chance(profile_.cycle_percent)) continue;
      const Reference& what = rng_.pick(later);
      function.plus.push_back(what);
      function.late = Import{what.module, build_import_form(rng_, profile_)};
    }
  }

  void build_probe() {
    std::vector<Reference> pool;
    for (const Module& module : model_.modules) {
      // The probe needs imports of the root, which would load what is meant to be loaded late.
      bool is_lazy = std::ranges::find(lazy_, module.path) != lazy_.end();
      if (!is_lazy) add_re_exports(module, pool);
    }
    std::erase_if(
        pool, [&](const Reference& what) { return !is_countable(find_definition(model_, what)); });
    rng_.shuffle(pool);
    pool.resize(std::min(pool.size(), static_cast<std::size_t>(profile_.probe_max)));
    model_.probe = std::move(pool);
  }

  RandomSource& rng_;
  const Profile& profile_;
  PackageModel model_;
  Names names_;
  std::vector<std::string> lazy_;  ///< paths of modules that no module imports while it loads
};

}  // namespace

PackageModel build_package(RandomSource& rng, const Profile& profile) {
  return PackageBuilder(rng, profile).run();
}

}  // namespace afresh::generators

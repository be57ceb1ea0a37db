// SPDX-License-Identifier: MIT
#include "generators/repair.hpp"

#include <algorithm>

#include "generators/uses.hpp"

namespace afresh::generators {
namespace {

void repair_tree(PackageModel& model) {
  bool dropped = true;
  while (dropped) {
    dropped = std::erase_if(model.modules, [&](const Module& module) {
                return !module.path.empty() && !find_module(model, parent_path(module.path));
              }) > 0;
  }
  for (const Module& module : model.modules) {
    if (!module.path.empty()) find_module(model, parent_path(module.path))->is_package = true;
  }
}

bool is_group(const Definition& found) {
  return found.a_class && found.a_class->kind == ClassKind::kGroup;
}

/// Mends the references of one module; all modules before it are mended already.
class ReferenceRepairer {
 public:
  ReferenceRepairer(PackageModel& model, std::size_t rank)
      : model_(model), module_(model.modules[rank]), rank_(rank) {}

  void run() {
    std::erase_if(module_.re_exports, [&](const Reference& what) {
      return what.module == module_.path || !is_reachable(model_, start(), what);
    });
    for (std::size_t i = 0; i < module_.constants.size(); ++i)
      mend(module_.constants[i], {rank_, 0, i});
    for (std::size_t i = 0; i < module_.functions.size(); ++i)
      mend(module_.functions[i], {rank_, 1, i});
    for (std::size_t i = 0; i < module_.classes.size(); ++i)
      mend(module_.classes[i], {rank_, 2, i});
    std::erase_if(module_.host_properties, [&](const HostProperty& p) {
      return points(p.property.kind) && !reaches_group({rank_, 3, 0}, p.property.target);
    });
  }

 private:
  Position start() const { return {rank_, 0, 0}; }

  bool reaches_group(const Position& user, const Reference& what) const {
    return is_reachable(model_, user, what) && is_group(find_definition(model_, what));
  }
  bool counts(const Position& user, const Reference& what) const {
    return is_reachable(model_, user, what) && is_countable(find_definition(model_, what));
  }

  void mend(Constant& constant, const Position& at) {
    std::erase_if(constant.plus, [&](const Reference& what) {
      return !is_reachable(model_, at, what) || !find_definition(model_, what).constant;
    });
    bool is_sum = !constant.plus.empty();
    if (is_sum) constant.value = int_value(summand(constant.value));
  }

  void mend(Function& function, const Position& at) {
    if (function.late && !find_module(model_, function.late->target)) function.late.reset();
    std::erase_if(function.plus, [&](const Reference& what) {
      bool is_late = function.late && function.late->target == what.module;
      if (!is_late) return !counts(at, what);
      return !is_reachable_late(model_, at, what) || !is_countable(find_definition(model_, what));
    });
    if (late_names(function).empty()) function.late.reset();
    if (function.late) function.late->form = working_late_form(*function.late);
  }

  void mend(Class& a_class, const Position& at) {
    if (!has_fields(a_class.kind)) a_class.fields.clear();
    // An enum without members has nothing to count for.
    if (a_class.kind == ClassKind::kEnum && a_class.fields.empty())
      a_class.kind = ClassKind::kPlain;
    if (a_class.kind != ClassKind::kGroup) a_class.properties.clear();
    if (a_class.kind != ClassKind::kOperator) a_class.has_key = false;
    if (a_class.base && !may_derive(a_class, at)) a_class.base.reset();
    std::erase_if(a_class.properties, [&](const Property& p) {
      return points(p.kind) && !reaches_group(at, p.target);
    });
    std::erase_if(a_class.plus, [&](const Reference& what) { return !counts(at, what); });
  }

  bool may_derive(const Class& a_class, const Position& at) const {
    if (!is_reachable(model_, at, *a_class.base)) return false;
    const Class* base = find_definition(model_, *a_class.base).a_class;
    if (!base) return false;
    switch (a_class.kind) {
      case ClassKind::kGroup: return base->kind == ClassKind::kGroup;
      case ClassKind::kPlain:
      case ClassKind::kOperator:
      case ClassKind::kPanel: return base->kind == ClassKind::kPlain;
      default: return false;
    }
  }

  PackageModel& model_;
  Module& module_;
  std::size_t rank_;
};

void repair_imports(PackageModel& model, std::size_t rank) {
  Module& module = model.modules[rank];
  std::erase_if(module.imports,
                [&](const Import& i) { return !may_import(model, rank, i.target); });
  std::vector<Use> uses = collect_uses(model, module);
  for (const Use& use : uses) {
    bool is_imported =
        std::ranges::find(module.imports, use.what.module, &Import::target) != module.imports.end();
    if (!is_imported) module.imports.push_back({use.what.module, ImportForm::kRelative});
  }
  for (Import& import : module.imports) import.form = working_form(module, import, uses);
}

}  // namespace

PackageModel repaired(PackageModel model) {
  repair_tree(model);
  for (std::size_t rank = 0; rank < model.modules.size(); ++rank) {
    ReferenceRepairer(model, rank).run();
  }
  Position after_all{model.modules.size() - 1, 3, 0};
  std::erase_if(model.probe, [&](const Reference& what) {
    return !is_reachable(model, after_all, what) || !is_countable(find_definition(model, what));
  });
  // Only now, because the root's imports depend on what every module still offers.
  for (std::size_t rank = 0; rank < model.modules.size(); ++rank) repair_imports(model, rank);
  return model;
}

}  // namespace afresh::generators

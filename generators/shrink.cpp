// SPDX-License-Identifier: MIT
#include "generators/shrink.hpp"

#include <algorithm>
#include <utility>

#include "generators/refactor.hpp"
#include "generators/repair.hpp"

namespace afresh::generators {
namespace {

std::size_t weight_of(const Value& value) {
  std::size_t weight = value.kind == Value::Kind::kInt ? 0 : 2 + value.text.size();
  if (value.number != 0) ++weight;
  for (const Value& item : value.items) weight += 1 + weight_of(item);
  return weight;
}

std::size_t weight_of(const std::vector<Reference>& all) { return 4 * all.size(); }

std::size_t weight_of(const Import& import) { return 8 + static_cast<std::size_t>(import.form); }

std::size_t weight_of(const Property& property) {
  return 4 + static_cast<std::size_t>(property.kind) + (property.number != 0 ? 1 : 0);
}

std::size_t weight_of(const Constant& c) { return 10 + weight_of(c.value) + weight_of(c.plus); }

std::size_t weight_of(const Function& f) {
  return 10 + static_cast<std::size_t>(f.role) + weight_of(f.plus) + (f.number != 0 ? 1 : 0) +
         (f.late ? weight_of(*f.late) : 0);
}

std::size_t weight_of(const Class& c) {
  std::size_t weight = 10 + static_cast<std::size_t>(c.kind) + weight_of(c.plus);
  weight += (c.base ? 4 : 0) + (c.number != 0 ? 1 : 0) + (c.has_key ? 1 : 0) + 2 * c.fields.size();
  for (const Property& p : c.properties) weight += weight_of(p);
  return weight;
}

std::size_t weight_of(const Module& module) {
  std::size_t weight = 40 + 5 * packages_above(module.path).size();
  weight += (module.is_package ? 1 : 0) + (module.has_all ? 1 : 0) + weight_of(module.re_exports);
  for (const Import& i : module.imports) weight += weight_of(i);
  for (const Constant& c : module.constants) weight += weight_of(c);
  for (const Function& f : module.functions) weight += weight_of(f);
  for (const Class& c : module.classes) weight += weight_of(c);
  for (const HostProperty& p : module.host_properties) weight += weight_of(p.property);
  return weight;
}

/// Collects changed copies of one model that turn out lighter when mended.
class Candidates {
 public:
  explicit Candidates(const PackageModel& model) : model_(model), weight_(weight_of(model)) {}

  template <typename Change>
  void add(Change change) {
    PackageModel candidate = model_;
    change(candidate);
    candidate = repaired(std::move(candidate));
    if (weight_of(candidate) < weight_) found_.push_back(std::move(candidate));
  }
  std::vector<PackageModel> take() { return std::move(found_); }

 private:
  const PackageModel& model_;
  std::size_t weight_;
  std::vector<PackageModel> found_;
};

using At = std::size_t;

template <typename T>
void erase_at(std::vector<T>& all, At i) {
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
}

/// One candidate for each element of a list, which `list(model)` finds in the copy.
template <typename List>
void drop_each(Candidates& candidates, At size, List list) {
  for (At i = 0; i < size; ++i) {
    candidates.add([&](PackageModel& model) { erase_at(list(model), i); });
  }
}

void drop_modules(const PackageModel& model, Candidates& candidates) {
  for (At m = 0; m + 1 < model.modules.size(); ++m) {
    candidates.add([&](PackageModel& copy) { erase_at(copy.modules, m); });
  }
  for (const Module& module : model.modules) {
    const std::string& path = module.path;
    if (path.empty()) continue;
    candidates.add([&](PackageModel& copy) { fold_into_root(copy, path); });
    std::string above = parent_path(path);
    if (above.empty()) continue;
    std::string higher = parent_path(above);
    if (!higher.empty()) higher += ".";
    higher += last_part(path);
    candidates.add([&](PackageModel& copy) { move_module(copy, path, higher); });
  }
}

void drop_definitions(const Module& module, At m, Candidates& candidates) {
  auto drop = [&](auto member) {
    drop_each(candidates, (module.*member).size(),
              [=](PackageModel& copy) -> decltype(auto) { return (copy.modules[m].*member); });
  };
  drop(&Module::classes);
  drop(&Module::functions);
  drop(&Module::constants);
  drop(&Module::host_properties);
  drop(&Module::re_exports);
  drop(&Module::imports);
}

std::vector<Reference> referenced_parts(const Constant& c) { return c.plus; }
std::vector<Reference> referenced_parts(const Function& f) { return f.plus; }
std::vector<Reference> referenced_parts(const Class& c) {
  std::vector<Reference> parts = c.plus;
  if (c.base) parts.push_back(*c.base);
  return parts;
}

/// Takes out what only passes on something else, and lets the probe look at that directly.
void bypass_definitions(const Module& module, At m, Candidates& candidates) {
  auto bypass = [&](auto member) {
    for (At i = 0; i < (module.*member).size(); ++i) {
      candidates.add([&](PackageModel& copy) {
        std::vector<Reference> parts = referenced_parts((copy.modules[m].*member)[i]);
        erase_at(copy.modules[m].*member, i);
        copy.probe.insert(copy.probe.end(), parts.begin(), parts.end());
      });
    }
  };
  bypass(&Module::classes);
  bypass(&Module::functions);
  bypass(&Module::constants);
}

void shrink_constants(const Module& module, At m, Candidates& candidates) {
  for (At i = 0; i < module.constants.size(); ++i) {
    auto constant = [=](PackageModel& copy) -> Constant& { return copy.modules[m].constants[i]; };
    drop_each(candidates, module.constants[i].plus.size(),
              [=](PackageModel& copy) -> decltype(auto) { return (constant(copy).plus); });
    candidates.add([&](PackageModel& copy) { constant(copy).value = int_value(0); });
    candidates.add([&](PackageModel& copy) {
      Value& value = constant(copy).value;
      if (!value.items.empty()) value.items.pop_back();
      if (!value.keys.empty()) value.keys.pop_back();
    });
  }
}

void shrink_functions(const Module& module, At m, Candidates& candidates) {
  for (At i = 0; i < module.functions.size(); ++i) {
    auto function = [=](PackageModel& copy) -> Function& { return copy.modules[m].functions[i]; };
    drop_each(candidates, module.functions[i].plus.size(),
              [=](PackageModel& copy) -> decltype(auto) { return (function(copy).plus); });
    candidates.add([&](PackageModel& copy) { function(copy).late.reset(); });
    candidates.add([&](PackageModel& copy) { function(copy).role = FunctionRole::kPlain; });
    candidates.add([&](PackageModel& copy) { function(copy).number = 0; });
    if (!module.functions[i].late) continue;
    for (int form = 0; form < static_cast<int>(module.functions[i].late->form); ++form) {
      candidates.add(
          [&](PackageModel& copy) { function(copy).late->form = static_cast<ImportForm>(form); });
    }
  }
}

void shrink_properties(const Class& a_class, At m, At i, Candidates& candidates) {
  auto properties = [=](PackageModel& copy) -> decltype(auto) {
    return (copy.modules[m].classes[i].properties);
  };
  drop_each(candidates, a_class.properties.size(), properties);
  for (At p = 0; p < a_class.properties.size(); ++p) {
    candidates.add([&](PackageModel& copy) { properties(copy)[p].kind = PropertyKind::kInt; });
    candidates.add([&](PackageModel& copy) { properties(copy)[p].number = 0; });
  }
}

void shrink_classes(const Module& module, At m, Candidates& candidates) {
  for (At i = 0; i < module.classes.size(); ++i) {
    auto a_class = [=](PackageModel& copy) -> Class& { return copy.modules[m].classes[i]; };
    candidates.add([&](PackageModel& copy) { a_class(copy).kind = ClassKind::kPlain; });
    candidates.add([&](PackageModel& copy) { a_class(copy).base.reset(); });
    candidates.add([&](PackageModel& copy) { a_class(copy).number = 0; });
    candidates.add([&](PackageModel& copy) { a_class(copy).has_key = false; });
    drop_each(candidates, module.classes[i].plus.size(),
              [=](PackageModel& copy) -> decltype(auto) { return (a_class(copy).plus); });
    drop_each(candidates, module.classes[i].fields.size(),
              [=](PackageModel& copy) -> decltype(auto) { return (a_class(copy).fields); });
    shrink_properties(module.classes[i], m, i, candidates);
  }
}

void shrink_module(const Module& module, At m, Candidates& candidates) {
  candidates.add([&](PackageModel& copy) { copy.modules[m].is_package = false; });
  candidates.add([&](PackageModel& copy) { copy.modules[m].has_all = false; });
  for (At i = 0; i < module.imports.size(); ++i) {
    for (int form = 0; form < static_cast<int>(module.imports[i].form); ++form) {
      candidates.add([&](PackageModel& copy) {
        copy.modules[m].imports[i].form = static_cast<ImportForm>(form);
      });
    }
  }
}

}  // namespace

std::size_t weight_of(const PackageModel& model) {
  std::size_t weight = model.name.size() + weight_of(model.probe);
  if (model.registration == RegistrationStyle::kByModule) ++weight;
  for (const Property& p : model.preferences) weight += weight_of(p);
  for (const Module& module : model.modules) weight += weight_of(module);
  return weight;
}

std::vector<PackageModel> shrink_candidates(const PackageModel& model) {
  Candidates candidates(model);
  drop_modules(model, candidates);
  for (At m = 0; m < model.modules.size(); ++m) drop_definitions(model.modules[m], m, candidates);
  for (At m = 0; m < model.modules.size(); ++m) bypass_definitions(model.modules[m], m, candidates);
  drop_each(candidates, model.probe.size(),
            [](PackageModel& copy) -> std::vector<Reference>& { return copy.probe; });
  for (At m = 0; m < model.modules.size(); ++m) {
    const Module& module = model.modules[m];
    shrink_constants(module, m, candidates);
    shrink_functions(module, m, candidates);
    shrink_classes(module, m, candidates);
    shrink_module(module, m, candidates);
  }
  drop_each(candidates, model.preferences.size(),
            [](PackageModel& copy) -> std::vector<Property>& { return copy.preferences; });
  candidates.add([](PackageModel& copy) { copy.registration = RegistrationStyle::kCentral; });
  candidates.add([](PackageModel& copy) { copy.name = "demo"; });
  return candidates.take();
}

}  // namespace afresh::generators

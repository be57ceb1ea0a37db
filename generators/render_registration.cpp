// SPDX-License-Identifier: MIT
#include "generators/render_registration.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "generators/host_syntax.hpp"
#include "generators/render_names.hpp"
#include "generators/render_property.hpp"

namespace afresh::generators {
namespace {

void add_classes(const PackageModel& model, const Module& writer, const Module& from,
                 std::vector<UndoPair>& pairs) {
  for (const Class& c : from.classes) {
    if (!is_registered(c.kind)) continue;
    std::string name = name_in(model, writer, {from.path, c.name});
    pairs.push_back(class_pair(model.host, name));
  }
}

void add_properties(const PackageModel& model, const Module& writer, const Module& from,
                    std::vector<UndoPair>& pairs) {
  for (const HostProperty& p : from.host_properties) {
    pairs.push_back(property_pair(model.host, p, property_expression(model, writer, p.property)));
  }
}

UndoPair callback_pair(HostKind host, FunctionRole role, const std::string& name) {
  if (role == FunctionRole::kMenu) return menu_pair(name);
  return role == FunctionRole::kHandler ? handler_pair(host, name) : timer_pair(host, name);
}

void add_keys(const PackageModel& model, const std::vector<const Module*>& modules,
              std::vector<UndoPair>& pairs) {
  std::vector<const Class*> operators;
  for (const Module* module : modules) {
    for (const Class& c : module->classes) {
      if (c.has_key) operators.push_back(&c);
    }
  }
  if (!operators.empty()) pairs.push_back(keys_pair(model, operators));
}

/// The list that `keys_pair` speaks of, where it is needed.
std::string keys_text(bool are_there) { return are_there ? "\n\nkeys = []\n" : ""; }

void add_callbacks(const PackageModel& model, const Module& writer, const Module& from,
                   std::vector<UndoPair>& pairs) {
  for (const Function& f : from.functions) {
    if (f.role == FunctionRole::kPlain) continue;
    std::string name = name_in(model, writer, {from.path, f.name});
    pairs.push_back(callback_pair(model.host, f.role, name));
  }
}

std::string function_text(const std::string& name, const std::vector<std::string>& lines) {
  std::string text = fmt::format("\n\ndef {}():\n", name);
  for (const std::string& line : lines) text += fmt::format("    {}\n", line);
  if (lines.empty()) text += "    pass\n";
  return text;
}

std::string both_functions(const std::string& done_name, const std::string& undone_name,
                           const std::vector<UndoPair>& pairs) {
  std::vector<std::string> done;
  std::vector<std::string> undone;
  for (const UndoPair& pair : pairs) done.push_back(pair.done);
  for (const UndoPair& pair : pairs) undone.push_back(pair.undone);
  std::ranges::reverse(undone);
  return function_text(done_name, done) + function_text(undone_name, undone);
}

bool has_keys(const Module& module) { return std::ranges::any_of(module.classes, &Class::has_key); }

void add_preferences(const PackageModel& model, std::vector<UndoPair>& pairs) {
  if (!model.preferences.empty()) pairs.push_back(class_pair(model.host, kPreferencesClass));
}

void add_own(const PackageModel& model, const Module& module, std::vector<UndoPair>& pairs) {
  if (module.path.empty()) add_preferences(model, pairs);
  add_classes(model, module, module, pairs);
  add_properties(model, module, module, pairs);
  add_callbacks(model, module, module, pairs);
  add_keys(model, {&module}, pairs);
}

/// The root's pair when each module has its own: calls in loading order, its own things last.
std::string calls_text(const PackageModel& model, const Module& root) {
  std::vector<UndoPair> pairs;
  for (const Module& module : model.modules) {
    if (&module == &root || !has_registrations(module)) continue;
    pairs.push_back({name_in(model, root, {module.path, register_name(module)}) + "()",
                     name_in(model, root, {module.path, unregister_name(module)}) + "()"});
  }
  add_own(model, root, pairs);
  return keys_text(has_keys(root)) + both_functions("register", "unregister", pairs);
}

/// The usual idiom: a tuple of classes made at import time, and two loops over it.
std::string central_text(const PackageModel& model, const Module& root) {
  std::string classes;
  for (const Module& module : model.modules) {
    for (const Class& c : module.classes) {
      if (!is_registered(c.kind)) continue;
      classes += fmt::format("    {},\n", name_in(model, root, {module.path, c.name}));
    }
  }
  std::vector<UndoPair> pairs;
  add_preferences(model, pairs);
  if (!classes.empty()) {
    UndoPair each = class_pair(model.host, "cls");
    pairs.push_back({"for cls in classes:\n        " + each.done,
                     "for cls in reversed(classes):\n        " + each.undone});
    classes = fmt::format("\n\nclasses = (\n{})\n", classes);
  }
  for (const Module& module : model.modules) add_properties(model, root, module, pairs);
  for (const Module& module : model.modules) add_callbacks(model, root, module, pairs);
  std::vector<const Module*> modules;
  for (const Module& module : model.modules) modules.push_back(&module);
  add_keys(model, modules, pairs);
  classes += keys_text(std::ranges::any_of(model.modules, has_keys));
  return classes + both_functions("register", "unregister", pairs);
}

}  // namespace

std::string registration_text(const PackageModel& model, const Module& module) {
  bool is_root = module.path.empty();
  if (model.registration == RegistrationStyle::kCentral) {
    return is_root ? central_text(model, module) : "";
  }
  if (is_root) return calls_text(model, module);
  if (!has_registrations(module)) return "";
  std::vector<UndoPair> pairs;
  add_own(model, module, pairs);
  return keys_text(has_keys(module)) +
         both_functions(register_name(module), unregister_name(module), pairs);
}

}  // namespace afresh::generators

// SPDX-License-Identifier: MIT
#include "generators/render.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "generators/host_syntax.hpp"
#include "generators/render_names.hpp"
#include "generators/render_property.hpp"
#include "generators/render_registration.hpp"
#include "generators/uses.hpp"

namespace afresh::generators {
namespace {

bool has_class_kind(const Module& module, ClassKind kind) {
  return std::ranges::find(module.classes, kind, &Class::kind) != module.classes.end();
}

/// Whether the text of the module names the host: it defines host classes, or registers something.
bool needs_host(const PackageModel& model, const Module& module) {
  bool defines = std::ranges::any_of(module.classes, [](auto& c) { return is_registered(c.kind); });
  bool is_root = module.path.empty();
  if (defines || (is_root && !model.preferences.empty())) return true;
  if (model.registration == RegistrationStyle::kByModule) return has_registrations(module);
  return is_root && std::ranges::any_of(model.modules, has_registrations);
}

std::string imports_text(const PackageModel& model, const Module& module) {
  std::string text;
  if (has_class_kind(module, ClassKind::kDataclass)) text += "import dataclasses\n";
  if (has_class_kind(module, ClassKind::kEnum)) text += "import enum\n";
  if (has_class_kind(module, ClassKind::kNamedTuple)) text += "import typing\n";
  if (needs_host(model, module)) text += fmt::format("import {}\n", host_module(model.host));
  std::vector<Use> uses = collect_uses(model, module);
  for (const Import& import : module.imports) {
    text += import_line(model, module, import, names_used_from(uses, import.target)) + "\n";
  }
  return text;
}

std::string all_text(const PackageModel& model, const Module& module) {
  std::vector<std::string> names;
  auto add = [&](const std::string& name) { names.push_back("'" + name + "'"); };
  for (const Reference& what : module.re_exports) add(what.name);
  for (const Constant& c : module.constants) add(c.name);
  for (const Function& f : module.functions) add(f.name);
  for (const Class& c : module.classes) add(c.name);
  bool has_pair = model.registration == RegistrationStyle::kByModule && has_registrations(module);
  if (has_pair && !module.path.empty()) {
    add(register_name(module));
    add(unregister_name(module));
  }
  return fmt::format("__all__ = [{}]\n", fmt::join(names, ", "));
}

std::string constant_text(const PackageModel& model, const Module& module, const Constant& c) {
  std::string value =
      c.plus.empty() ? repr(c.value) : sum_expression(model, module, c.value.number, c.plus);
  return fmt::format("{} = {}\n", c.name, value);
}

bool takes_arguments(FunctionRole role) {
  return role == FunctionRole::kHandler || role == FunctionRole::kMenu;
}

std::string function_text(const PackageModel& model, const Module& module, const Function& f) {
  std::string text =
      fmt::format("\n\ndef {}({}):\n", f.name, takes_arguments(f.role) ? "*args" : "");
  if (f.late) {
    text += fmt::format("    {}\n", import_line(model, module, *f.late, late_names(f)));
  }
  return text + fmt::format("    return {}\n", sum_expression(model, module, f.number, f.plus, &f));
}

std::string class_head(const PackageModel& model, const Module& module, const Class& c) {
  std::string bases = c.base ? name_in(model, module, *c.base) : "";
  auto with = [&](std::string_view base) {
    return fmt::format("({}{}{})", bases, bases.empty() ? "" : ", ", base);
  };
  switch (c.kind) {
    case ClassKind::kPlain: return bases.empty() ? c.name : fmt::format("{}({})", c.name, bases);
    case ClassKind::kDataclass: return c.name;
    case ClassKind::kEnum: return c.name + with("enum.Enum");
    case ClassKind::kNamedTuple: return c.name + with("typing.NamedTuple");
    case ClassKind::kOperator:
    case ClassKind::kPanel: return c.name + with(host_base_class(model.host, c.kind));
    case ClassKind::kGroup:
      return fmt::format("{}({})", c.name,
                         bases.empty() ? host_base_class(model.host, c.kind) : bases);
  }
  return {};
}

std::string fields_text(const Class& c) {
  std::string text;
  for (const Field& field : c.fields) {
    std::string_view type = c.kind == ClassKind::kEnum ? "" : ": int";
    text += fmt::format("    {}{} = {}\n", field.name, type, field.number);
  }
  return text.empty() ? text : text + "\n";
}

std::string method_text(const PackageModel& model, const Module& module, const Class& c) {
  std::string sum = c.base && c.kind == ClassKind::kPlain ? "super().total() + " : "";
  for (const Field& field : c.fields) sum += fmt::format("self.{} + ", field.name);
  sum += sum_expression(model, module, c.number, c.plus);
  if (c.kind == ClassKind::kOperator) return operator_methods(model.host, sum);
  return fmt::format("    def total(self):\n        return {}\n", sum);
}

std::string panel_text(const PackageModel& model, const Module& module, const Class& c) {
  return fmt::format("    def draw(self, context):\n        return {}\n",
                     sum_expression(model, module, c.number, c.plus));
}

std::string group_text(const PackageModel& model, const Module& module, const Class& c) {
  std::string text;
  for (const Property& p : c.properties) {
    text += fmt::format("    {}: {}\n", p.name, property_expression(model, module, p));
  }
  return text.empty() ? "    pass\n" : text;
}

std::string class_body(const PackageModel& model, const Module& module, const Class& c) {
  switch (c.kind) {
    case ClassKind::kEnum: return fields_text(c);
    case ClassKind::kPanel: return panel_text(model, module, c);
    case ClassKind::kGroup: return group_text(model, module, c);
    default: return fields_text(c) + method_text(model, module, c);
  }
}

std::string class_text(const PackageModel& model, const Module& module, const Class& c) {
  std::string decorator = c.kind == ClassKind::kDataclass ? "@dataclasses.dataclass\n" : "";
  std::string body = class_attributes(model, c) + class_body(model, module, c);
  if (body.ends_with("\n\n")) body.pop_back();
  return fmt::format("\n\n{}class {}:\n{}", decorator, class_head(model, module, c), body);
}

std::string preferences_text(const PackageModel& model, const Module& root) {
  if (model.preferences.empty()) return "";
  std::string properties;
  for (const Property& p : model.preferences)
    properties += fmt::format("    {}: {}\n", p.name, property_expression(model, root, p));
  return preferences_class(model) + properties;
}

std::string probe_text(const PackageModel& model, const Module& root) {
  if (model.probe.empty()) return "\n\ndef probe():\n    return ()\n";
  std::string text = "\n\ndef probe():\n    return (\n";
  for (const Reference& what : model.probe) {
    text += fmt::format("        {},\n", value_expression(model, root, what));
  }
  return text + "    )\n";
}

/// Blocks as they come, without blank lines at the head of the file.
std::string tidied(std::string text) {
  text.erase(0, text.find_first_not_of('\n'));
  return text;
}

std::string module_text(const PackageModel& model, const Module& module) {
  std::string text = module.path.empty() ? info_line(model) : "";
  text += imports_text(model, module);
  std::string constants = module.has_all ? all_text(model, module) : "";
  for (const Constant& c : module.constants) constants += constant_text(model, module, c);
  if (!text.empty() && !constants.empty()) text += "\n";
  text += constants;
  for (const Function& f : module.functions) text += function_text(model, module, f);
  for (const Class& c : module.classes) text += class_text(model, module, c);
  if (module.path.empty()) text += preferences_text(model, module) + probe_text(model, module);
  return tidied(text + registration_text(model, module));
}

}  // namespace

std::string module_file(const PackageModel& model, const Module& module) {
  std::string path = model.name + (module.path.empty() ? "" : "/") + module.path;
  std::ranges::replace(path, '.', '/');
  return path + (module.is_package ? "/__init__.py" : ".py");
}

std::map<std::string, std::string> render_package(const PackageModel& model) {
  std::map<std::string, std::string> files;
  for (const Module& module : model.modules) {
    files[module_file(model, module)] = module_text(model, module);
  }
  return files;
}

}  // namespace afresh::generators

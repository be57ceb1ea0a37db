// SPDX-License-Identifier: MIT
#include "generators/host_syntax.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace afresh::generators {
namespace {

bool is_plain(HostKind host) { return host == HostKind::kPlain; }

std::string changed(std::string text, int (*change)(int)) {
  std::ranges::transform(text, text.begin(),
                         [change](unsigned char each) { return static_cast<char>(change(each)); });
  return text;
}

std::string operator_id(const PackageModel& model, const Class& a_class) {
  return fmt::format("{}.{}", changed(model.name, std::tolower),
                     changed(a_class.name, std::tolower));
}

}  // namespace

std::string_view host_module(HostKind host) { return is_plain(host) ? "hostapi" : "bpy"; }

std::string info_line(const PackageModel& model) {
  if (is_plain(model.host)) return "";
  return fmt::format("bl_info = {{'name': '{}', 'blender': (3, 4, 0)}}\n\n", model.name);
}

std::string host_base_class(HostKind host, ClassKind kind) {
  std::string_view where = is_plain(host) ? "hostapi." : "bpy.types.";
  switch (kind) {
    case ClassKind::kOperator: return fmt::format("{}Operator", where);
    case ClassKind::kPanel: return fmt::format("{}Panel", where);
    default: return fmt::format("{}PropertyGroup", where);
  }
}

std::string class_attributes(const PackageModel& model, const Class& a_class) {
  const std::string label = fmt::format("{} {}", a_class.name, a_class.number);
  if (a_class.kind == ClassKind::kPanel) {
    if (is_plain(model.host)) return fmt::format("    label = '{}'\n\n", label);
    return fmt::format(
        "    bl_idname = '{}_PT_{}'\n    bl_label = '{}'\n    bl_space_type = 'VIEW_3D'\n"
        "    bl_region_type = 'UI'\n\n",
        changed(model.name, std::toupper), a_class.name, label);
  }
  if (a_class.kind != ClassKind::kOperator || is_plain(model.host)) return "";
  return fmt::format("    bl_idname = '{}'\n    bl_label = '{}'\n\n", operator_id(model, a_class),
                     label);
}

std::string operator_methods(HostKind host, const std::string& expression) {
  if (is_plain(host)) return fmt::format("    def execute(self):\n        return {}\n", expression);
  // Blender wants one of a few words of it.
  return fmt::format(
      "    def total(self):\n        return {}\n\n"
      "    def execute(self, context):\n"
      "        return {{'FINISHED'}} if self.total() % 2 else {{'CANCELLED'}}\n",
      expression);
}

std::string total_call(HostKind host, const std::string& name) {
  return name + (is_plain(host) ? ".execute(None)" : ".total(None)");
}

std::string operator_expectation(const PackageModel& model, const Class& a_class, long long total) {
  return fmt::format("H.ops.{}() == {{'{}'}}", operator_id(model, a_class),
                     total % 2 != 0 ? "FINISHED" : "CANCELLED");
}

std::string preferences_class(const PackageModel& model) {
  return fmt::format("\n\nclass {}(bpy.types.AddonPreferences):\n    bl_idname = '{}'\n\n",
                     kPreferencesClass, model.name);
}

std::string property_declaration(HostKind host, const Property& property,
                                 const std::string& target) {
  std::string_view where = is_plain(host) ? "hostapi." : "bpy.props.";
  std::string_view suffix = is_plain(host) ? "" : "Property";
  const auto with_default = [&](std::string_view kind, const std::string& value) {
    return fmt::format("{}{}{}(default={})", where, kind, suffix, value);
  };
  const auto to_group = [&](std::string_view kind) {
    return fmt::format("{}{}{}({}{})", where, kind, suffix, is_plain(host) ? "" : "type=", target);
  };
  switch (property.kind) {
    case PropertyKind::kInt: return with_default("Int", fmt::format("{}", property.number));
    case PropertyKind::kFloat: return with_default("Float", fmt::format("{}.5", property.number));
    case PropertyKind::kBool:
      return with_default("Bool", property.number % 2 == 0 ? "False" : "True");
    case PropertyKind::kString:
      return with_default("String", fmt::format("'s{}'", property.number));
    case PropertyKind::kPointer: return to_group("Pointer");
    case PropertyKind::kCollection: return to_group("Collection");
  }
  return {};
}

UndoPair class_pair(HostKind host, const std::string& name) {
  std::string_view where = is_plain(host) ? "hostapi." : "bpy.utils.";
  return {fmt::format("{}register_class({})", where, name),
          fmt::format("{}unregister_class({})", where, name)};
}

UndoPair property_pair(HostKind host, const HostProperty& property,
                       const std::string& declaration) {
  std::string_view type = property.on == HostType::kScene ? "Scene" : "Object";
  const std::string& name = property.property.name;
  if (is_plain(host)) {
    return {fmt::format("hostapi.define_property(hostapi.{}, '{}', {})", type, name, declaration),
            fmt::format("hostapi.remove_property(hostapi.{}, '{}')", type, name)};
  }
  return {fmt::format("bpy.types.{}.{} = {}", type, name, declaration),
          fmt::format("del bpy.types.{}.{}", type, name)};
}

UndoPair handler_pair(HostKind host, const std::string& name) {
  std::string_view list = is_plain(host) ? "hostapi.handlers" : "bpy.app.handlers.load_post";
  return {fmt::format("{}.append({})", list, name), fmt::format("{}.remove({})", list, name)};
}

UndoPair timer_pair(HostKind host, const std::string& name) {
  if (is_plain(host)) {
    return {fmt::format("hostapi.add_timer({})", name),
            fmt::format("hostapi.remove_timer({})", name)};
  }
  return {fmt::format("bpy.app.timers.register({})", name),
          fmt::format("bpy.app.timers.unregister({})", name)};
}

UndoPair menu_pair(const std::string& name) {
  return {fmt::format("bpy.types.VIEW3D_MT_object.append({})", name),
          fmt::format("bpy.types.VIEW3D_MT_object.remove({})", name)};
}

UndoPair keys_pair(const PackageModel& model, const std::vector<const Class*>& operators) {
  std::string ids;
  for (const Class* each : operators) ids += fmt::format("'{}', ", operator_id(model, *each));
  return {fmt::format("keymaps = bpy.context.window_manager.keyconfigs.addon.keymaps\n"
                      "    items = keymaps.new(name='3D View', space_type='VIEW_3D').keymap_items\n"
                      "    for each in ({}):\n"
                      "        keys.append((items, items.new(each, 'A', 'PRESS')))",
                      ids),
          "for items, item in keys:\n        items.remove(item)\n    keys.clear()"};
}

}  // namespace afresh::generators

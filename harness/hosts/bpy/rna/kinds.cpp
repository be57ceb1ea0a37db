// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/rna/kinds.hpp"

#include <algorithm>
#include <array>

namespace afresh::bpy {
namespace {

constexpr const char* kLabel[] = {"bl_label"};
constexpr const char* kLabelSpaceRegion[] = {"bl_label", "bl_space_type", "bl_region_type"};
constexpr const char* kSpace[] = {"bl_space_type"};
constexpr const char* kLabelIcon[] = {"bl_label", "bl_icon"};
constexpr std::span<const char* const> kNothing;

using enum AnnotationErrors;

constexpr std::array kKinds{
    RegistrableKind{"Operator", "operator class", nullptr, true, false, true, true, kPrinted,
                    kLabel},
    RegistrableKind{"Macro", "operator class", nullptr, true, false, true, false, kPrintedAndRaised,
                    kLabel},
    RegistrableKind{"Panel", "panel class", "_PT_", true, false, true, false, kNeverLookedAt,
                    kLabelSpaceRegion},
    RegistrableKind{"Menu", "menu class", "_MT_", true, false, true, false, kNeverLookedAt, kLabel},
    RegistrableKind{"Header", "header class", "_HT_", true, false, true, false, kRaised, kSpace},
    RegistrableKind{"UIList", "uilist class", "_UL_", true, false, true, false, kRaised, kNothing},
    RegistrableKind{"PropertyGroup", "id property class", nullptr, false, true, false, false,
                    kRaised, kNothing},
    RegistrableKind{"AddonPreferences", "add-on preferences class", nullptr, false, true, true,
                    false, kRaised, kNothing},
    RegistrableKind{"KeyingSetInfo", "keying set info class", nullptr, false, false, true, false,
                    kRaised, kLabel},
    RegistrableKind{"RenderEngine", "render engine class", nullptr, false, false, true, false,
                    kRaised, kLabel},
    RegistrableKind{"Gizmo", "gizmo class", nullptr, false, false, true, true, kPrinted, kNothing},
    RegistrableKind{"GizmoGroup", "gizmogroup class", nullptr, false, false, true, true, kPrinted,
                    kLabelSpaceRegion},
    RegistrableKind{"NodeTree", "node tree class", nullptr, false, false, true, false, kRaised,
                    kLabelIcon},
    RegistrableKind{"Node", "node class", nullptr, false, false, true, false, kRaised, kLabel},
    RegistrableKind{"NodeSocket", "node socket class", nullptr, false, false, true, false, kRaised,
                    kNothing},
};

}  // namespace

const RegistrableKind* find_kind(const StructType& type) {
  for (const StructType* at = &type; at != nullptr; at = at->base.get()) {
    if (at->kind != nullptr) return at->kind;
    if (at->is_runtime) continue;
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const RegistrableKind& each) {
      return at->identifier == each.struct_name;
    });
    if (found != kKinds.end()) return &*found;
  }
  return nullptr;
}

}  // namespace afresh::bpy

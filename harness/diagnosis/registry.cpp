// SPDX-License-Identifier: MIT
#include "harness/diagnosis/registry.hpp"

#include <algorithm>
#include <array>

#include "harness/values/probe_id.hpp"

namespace afresh {
namespace {

using enum DiagnosticCode;

constexpr std::array kRows{
    // Blender.
    RegistryRow{"bpy.app.handlers.", kLeftoverHandler, "handler", "", UndoKind::kCall,
                "{registry}.remove({object})"},
    RegistryRow{"bpy.app.timers", kLeftoverTimer, "timer", "", UndoKind::kCall,
                "bpy.app.timers.unregister({object})"},
    RegistryRow{"bpy.msgbus", kLeftoverCallback, "subscription", "", UndoKind::kKeep,
                "bpy.msgbus.clear_by_owner({kept})"},
    RegistryRow{"bpy.draw_handlers", kLeftoverCallback, "draw handler",
                "the editors' draw handlers", UndoKind::kKeep,
                "{space}.draw_handler_remove({kept}, {region})"},
    RegistryRow{"bpy.app.translations", kLeftoverEntry, "translation", "", UndoKind::kCall,
                "bpy.app.translations.unregister({label_literal})"},
    RegistryRow{"bpy.app.driver_namespace", kLeftoverEntry, "driver function", "", UndoKind::kCall,
                "del bpy.app.driver_namespace[{label_literal}]"},
    RegistryRow{"bpy.utils.manual_map", kLeftoverEntry, "manual map", "", UndoKind::kCall,
                "bpy.utils.unregister_manual_map({object})"},
    RegistryRow{"bpy.classes", kLeftoverClass, "class", "bpy.types", UndoKind::kCall,
                "bpy.utils.unregister_class({object})"},
    RegistryRow{"bpy.properties", kLeftoverProperty, "property", "bpy.types", UndoKind::kCall,
                "del bpy.types.{label}"},
    RegistryRow{"bpy.types.", kLeftoverMenuEntry, "menu entry", "", UndoKind::kCall,
                "{registry}.remove({object})"},
    RegistryRow{"bpy.keymaps", kLeftoverKeymap, "key", "keyconfigs.addon", UndoKind::kKeep,
                "keymap.keymap_items.remove({kept})"},
    RegistryRow{"bpy.utils.tools", kLeftoverEntry, "tool", "the toolbars", UndoKind::kKeep,
                "bpy.utils.unregister_tool({kept})"},
    RegistryRow{"bpy.utils.previews", kLeftoverEntry, "collection of previews", "", UndoKind::kKeep,
                "bpy.utils.previews.remove({kept})"},
    RegistryRow{"bpy.utils.cli_commands", kLeftoverEntry, "command", "", UndoKind::kKeep,
                "bpy.utils.unregister_cli_command({kept})"},
    RegistryRow{"bpy.utils.preset_paths", kLeftoverEntry, "preset folder", "", UndoKind::kCall,
                "bpy.utils.unregister_preset_path({label_literal})"},
    RegistryRow{"nodeitems_utils.categories", kLeftoverEntry, "node category", "", UndoKind::kCall,
                "nodeitems_utils.unregister_node_categories({label_literal})"},
    RegistryRow{
        .prefix = "bpy.panels.COMPAT_ENGINES", .code = kLeftoverEntry, .noun = "render engine"},
    RegistryRow{
        .prefix = "bpy.modal_operators", .code = kLeftoverEntry, .noun = "running operator"},
    RegistryRow{.prefix = "bpy.preferences.extension_repositories",
                .code = kLeftoverSetting,
                .noun = "extension repository"},
    RegistryRow{.prefix = "bpy.preferences.asset_libraries",
                .code = kLeftoverSetting,
                .noun = "asset library"},
    RegistryRow{.prefix = "bpy.preferences.script_directories",
                .code = kLeftoverSetting,
                .noun = "script folder"},
    RegistryRow{.prefix = "bpy.addons", .noun = "add-on", .is_of_the_host = true},
    RegistryRow{.prefix = "bpy.preferences.addons", .noun = "add-on", .is_of_the_host = true},
    RegistryRow{.prefix = "bpy.document", .code = kLostState, .noun = "value"},
    // The plain host.
    RegistryRow{"hostapi.handlers", kLeftoverHandler, "handler", "", UndoKind::kCall,
                "hostapi.handlers.remove({object})"},
    RegistryRow{"hostapi.timers", kLeftoverTimer, "timer", "", UndoKind::kCall,
                "hostapi.remove_timer({object})"},
    RegistryRow{"hostapi.classes", kLeftoverClass, "class", "", UndoKind::kCall,
                "hostapi.unregister_class({object})"},
    RegistryRow{"hostapi.properties", kLeftoverProperty, "property", "", UndoKind::kCall,
                "hostapi.remove_property(hostapi.{owner}, {name_literal})"},
    RegistryRow{"hostapi.claims", kLeftoverEntry, "claim", "", UndoKind::kCall,
                "hostapi.release({label_literal})"},
    RegistryRow{"hostapi.draw", kLeftoverPatch, "function", "", UndoKind::kOriginal,
                "hostapi.draw = {kept}"},
    RegistryRow{.prefix = "hostapi.enabled", .noun = "add-on", .is_of_the_host = true},
    RegistryRow{.prefix = "hostapi.document", .code = kLostState, .noun = "value"},
    // The interpreter.
    RegistryRow{name_of(ProbeId::kSysPath), kLeftoverImportHook, "folder", "", UndoKind::kCall,
                "sys.path.remove({object})"},
    RegistryRow{name_of(ProbeId::kMetaPath), kLeftoverImportHook, "finder", "", UndoKind::kKeep,
                "sys.meta_path.remove({kept})"},
    RegistryRow{name_of(ProbeId::kPathHooks), kLeftoverImportHook, "path hook", "", UndoKind::kKeep,
                "sys.path_hooks.remove({kept})"},
    RegistryRow{name_of(ProbeId::kSysHooks), kLeftoverSetting, "hook", "sys", UndoKind::kOriginal,
                "sys.{label} = {kept}"},
    RegistryRow{name_of(ProbeId::kAtexit), kLeftoverCallback, "callback", "", UndoKind::kCall,
                "atexit.unregister({object})"},
    RegistryRow{name_of(ProbeId::kFinalizers), kLeftoverCallback, "callback", "", UndoKind::kKeep,
                "{kept}.detach()"},
    RegistryRow{name_of(ProbeId::kCodecSearches), kLeftoverCallback, "search function", "codecs",
                UndoKind::kCall, "codecs.unregister({object})"},
    RegistryRow{.prefix = name_of(ProbeId::kCodecErrors),
                .code = kLeftoverCallback,
                .noun = "error handler",
                .shown = "codecs"},
    RegistryRow{
        .prefix = name_of(ProbeId::kForkHooks), .code = kLeftoverCallback, .noun = "callback"},
    RegistryRow{
        .prefix = name_of(ProbeId::kAuditHooks), .code = kLeftoverCallback, .noun = "audit hook"},
    RegistryRow{"logging.", kLeftoverLogging, "log handler", "", UndoKind::kKeep,
                "{logger}.removeHandler({kept})"},
    RegistryRow{
        .prefix = name_of(ProbeId::kLogging), .code = kLeftoverLogging, .noun = "log setting"},
    RegistryRow{
        .prefix = name_of(ProbeId::kWarningFilters), .code = kLeftoverSetting, .noun = "filter"},
    RegistryRow{name_of(ProbeId::kSignalHandlers), kLeftoverSetting, "signal handler", "signal",
                UndoKind::kOriginal, "signal.signal({label}, {kept})"},
    RegistryRow{name_of(ProbeId::kThreads), kLeftoverThread, "thread", "threading", UndoKind::kStop,
                ""},
    RegistryRow{name_of(ProbeId::kGcCallbacks), kLeftoverCallback, "callback", "", UndoKind::kCall,
                "gc.callbacks.remove({object})"},
    RegistryRow{
        .prefix = name_of(ProbeId::kCopyregTable), .code = kLeftoverEntry, .noun = "reducer"},
    RegistryRow{name_of(ProbeId::kEnvironment), kLeftoverSetting, "variable", "os.environ",
                UndoKind::kCall, "os.environ.pop({label_literal}, None)"},
    RegistryRow{name_of(ProbeId::kWorkingDirectory), kLeftoverSetting, "folder", "os.getcwd()",
                UndoKind::kOriginal, "os.chdir({kept})"},
    RegistryRow{name_of(ProbeId::kRecursionLimit), kLeftoverSetting, "limit",
                "sys.getrecursionlimit()", UndoKind::kOriginal, "sys.setrecursionlimit({kept})"},
    RegistryRow{name_of(ProbeId::kMonkeypatches), kLeftoverPatch, "function", "",
                UndoKind::kOriginal, "{label} = {kept}"},
    RegistryRow{name_of(ProbeId::kLibraryNames), kLeftoverPatch, "function", "",
                UndoKind::kOriginal, "{label} = {kept}"},
    RegistryRow{
        .prefix = name_of(ProbeId::kLibraryContainers), .code = kLeftoverEntry, .noun = "entry"},
    RegistryRow{
        .prefix = name_of(ProbeId::kAbcRegistries), .code = kLeftoverEntry, .noun = "class"},
};

/// Whether the path is in the registry: it goes on with an entry, or the prefix is open.
bool is_in(std::string_view path, const RegistryRow& row) {
  if (!path.starts_with(row.prefix)) return false;
  if (row.prefix.ends_with('.') || path.size() == row.prefix.size()) return true;
  char next = path[row.prefix.size()];
  return next == '[' || next == '.';
}

bool is_index(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Where the entry begins; names in quotes may have brackets.
std::size_t entry_begin(std::string_view path) {
  char quote = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (quote != 0) {
      if (path[i] == quote) quote = 0;
    } else if (path[i] == '\'' || path[i] == '"') {
      quote = path[i];
    } else if (path[i] == '[') {
      return i;
    }
  }
  return path.size();
}

}  // namespace

std::string RegistryPlace::shown() const {
  return row == nullptr || row->shown.empty() ? registry : std::string(row->shown);
}

RegistryPlace registry_place(std::string_view path) {
  RegistryPlace place;
  for (const RegistryRow& row : kRows) {
    bool is_longer = place.row == nullptr || row.prefix.size() > place.row->prefix.size();
    if (is_in(path, row) && is_longer) place.row = &row;
  }
  if (place.row == nullptr) return place;
  std::size_t begin = entry_begin(path);
  place.registry = path.substr(0, begin);
  if (begin == path.size()) return place;
  std::string_view label = path.substr(begin + 1);
  label = label.substr(0, label.find(']'));
  if (!is_index(label)) place.label = label;
  return place;
}

}  // namespace afresh

// What the host knows of the Blender that it is in: its modules, its own classes as they were
// before any add-on, and lists of what Blender itself cannot list.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "harness/hosts/blender/built_in_classes.hpp"
#include "harness/hosts/blender/owners.hpp"
#include "harness/hosts/ledger.hpp"
#include "harness/python/passive.hpp"

namespace afresh::blender {

/// Registries as the ledger and snapshots call them, where more than one file names them.
inline constexpr const char* kClasses = "bpy.classes";
inline constexpr const char* kProperties = "bpy.properties";
inline constexpr const char* kTimers = "bpy.app.timers";
inline constexpr const char* kSubscriptions = "bpy.msgbus";
inline constexpr const char* kDrawHandlers = "bpy.draw_handlers";
inline constexpr const char* kCommands = "bpy.utils.cli_commands";
inline constexpr const char* kPreviews = "bpy.utils.previews";
inline constexpr const char* kKeymaps = "bpy.keymaps";
inline constexpr const char* kHandlers = "bpy.app.handlers.";

/// One registration that went through an interposed function and was not taken back since.
struct Recorded {
  py::Ref object;  ///< what was registered; a weak reference to a class or a preview collection
  std::string owner;
  py::Ref handle = {};        ///< what takes it back: a capsule, or the owner of a subscription
  std::string place = {};     ///< a command's name, or the space of a draw handler
  std::string region = {};    ///< of a draw handler
  bool is_persistent = true;  ///< Blender keeps it when it opens another file
};

/// A list of Blender's that is there for as long as Blender is.
struct HandlerList {
  std::string name;  ///< `load_post`
  py::Ref list;
};

/// A collection of data blocks: `scenes`.
using CollectionName = std::string;

class Interposers;

struct Runtime {
  py::PassiveReader passive;
  hosts::Ledger ledger;
  std::pair<int, int> version;  ///< (5, 0)

  py::Ref bpy, addon_utils, app, timers, context, data, previews;
  py::Ref structure;  ///< `bpy_struct`, whose own methods no class of an add-on overrides
  py::Ref get_owner_id, set_owner_id;  ///< Blender's own idea of whose `register()` it is calling
  py::Ref changes;                     ///< namespace of our Python part that changes things

  std::vector<HandlerList> handlers;
  std::vector<CollectionName> collections;
  std::set<std::string> modules;         ///< top-level modules that are not add-ons
  std::set<std::string> driver_names;    ///< that Blender itself gives to drivers
  std::set<std::string> keymap_names;    ///< of Blender's own key maps
  std::set<std::string> document_names;  ///< values that the start file has
  std::vector<std::pair<std::string, py::Ref>> tool_lists;  ///< `_tools` of each toolbar
  std::set<PyObject*> own_tools;
  BuiltInClasses built_in;

  std::vector<Recorded> classes, timer_list, subscriptions, draw_handlers, commands;
  std::vector<Recorded> collections_of_previews;
  py::Ref subscription_canary;  ///< weak; dead once Blender has dropped its subscriptions
  std::vector<py::Ref> leaked_groups;
  Owners owners;
  std::unique_ptr<Interposers> interposers;  ///< last, since they keep the lists above

  Runtime();
  ~Runtime();
  Runtime(const Runtime&) = delete;
  Runtime& operator=(const Runtime&) = delete;
  [[nodiscard]] bool leaks_groups() const { return version < std::pair(4, 5); }
};

}  // namespace afresh::blender

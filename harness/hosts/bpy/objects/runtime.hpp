// The embedded Blender: its types, its document and the Python types that show them, wired
// together. One in an interpreter: the slots of a metaclass get nothing from CPython but the class,
// so that what they work on is found through `runtime()`. SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "harness/hosts/bpy/document/database.hpp"
#include "harness/hosts/bpy/rna/types.hpp"
#include "harness/hosts/bpy/rna/version.hpp"
#include "harness/hosts/ledger.hpp"
#include "harness/python/passive.hpp"

namespace afresh::bpy {

/// The heap types by which Python sees us.
struct PythonTypes {
  py::Ref meta;        ///< `bpy_struct_meta_idprop`: metaclass of types that take properties
  py::Ref structure;   ///< `bpy_struct`
  py::Ref collection;  ///< `bpy_prop_collection`
  py::Ref array;       ///< `bpy_prop_array`
  py::Ref group;       ///< `IDPropertyGroup`
  py::Ref id_array;    ///< `IDPropertyArray`
  py::Ref deferred;    ///< `_PropertyDeferred`
};

class Runtime {
 public:
  Runtime(std::string_view schema, std::string_view operators)
      : types(schema, operators), database(types) {}
  Runtime(const Runtime&) = delete;
  Runtime& operator=(const Runtime&) = delete;

  py::PassiveReader passive;
  Types types;
  Database database;
  PythonTypes python;
  hosts::Ledger ledger;
  BlenderVersion version = BlenderVersion::k34;
  bool debugs_python = false;  ///< `bpy.app.debug_python`
  /// As Blender 3.4 does: a property group that was registered is never let go.
  bool leaks_groups = false;
  std::vector<py::Ref> leaked_groups;
  std::string user_scripts;  ///< the folder, or empty
  /// Modules of our own Python part, by the name that they have in 3.4 (`bpy_types`).
  std::map<std::string, py::Ref> modules;
};

// Registries as the ledger and snapshots call them.
inline constexpr const char* kClasses = "bpy.classes";
inline constexpr const char* kProperties = "bpy.properties";
/// Classes of Blender's own interface, as far as somebody changed them.
inline constexpr const char* kInterface = "bpy.types of Blender";
/// What an add-on did that is undefined behaviour in the real Blender.
inline constexpr const char* kViolation = "bpy.violation";

/// Whether the Blender that is worked alike is as those from 4.2 on.
[[nodiscard]] bool is_newer();
/// RuntimeError (Python's) when there is none.
[[nodiscard]] Runtime& runtime();
/// The bare name of an object's class, as Blender's messages have it.
[[nodiscard]] std::string type_name(PyObject* object);
/// Makes one the current one; null: none.
void set_runtime(Runtime* current);

}  // namespace afresh::bpy

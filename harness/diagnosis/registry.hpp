// The registries that snapshots look into, as an author knows them: what an entry is called, which
// diagnostic is made of one that stays, and the Python that takes it out again. A new registry is
// one row. SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "harness/diagnosis/code.hpp"

namespace afresh {

/// How an author undoes a registration.
enum class UndoKind : std::uint8_t {
  kNone,      ///< nothing can be said
  kCall,      ///< `undo` with the object's own name
  kKeep,      ///< `undo` with what the registration gave, which must be kept for it
  kOriginal,  ///< `undo` with what was there before
  kStop,      ///< it is to be ended: a thread
};

struct RegistryRow {
  std::string_view prefix;  ///< of paths: `bpy.app.handlers.`; the row with the longest one counts
  DiagnosticCode code = DiagnosticCode::kLeftoverEntry;
  std::string_view noun;   ///< of one entry: `handler`
  std::string_view shown;  ///< the registry as its author knows it; empty: as in the path
  UndoKind undo_kind = UndoKind::kNone;
  /// Python, with `{object}` (a name, or the literal of an atom), `{registry}`, and of the entry's
  /// label `{label}`, its part before the last dot `{owner}` and the one behind `{name}`.
  std::string_view undo;
  bool is_of_the_host = false;  ///< which add-ons are on: no add-on puts anything there itself
};

/// One place in a registry, from the path of a finding.
struct RegistryPlace {
  const RegistryRow* row = nullptr;  ///< static; null: no registry
  std::string registry;              ///< `bpy.app.handlers.save_post`
  std::string label;                 ///< `Scene.size` of `bpy.properties[Scene.size]`; no index

  /// As an author knows it: `bpy.app.handlers.save_post`, `os.environ`.
  [[nodiscard]] std::string shown() const;
};

[[nodiscard]] RegistryPlace registry_place(std::string_view path);

}  // namespace afresh

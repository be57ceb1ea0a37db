// What turns one version of a package into the next.
// Edits are values that name their subject, so that they still apply to a shrunk package; one whose
// subject is gone changes nothing.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "generators/model.hpp"

namespace afresh::generators {

enum class EditKind {
  kChangeConstant,    ///< `subject` gets `value`
  kChangeNumber,      ///< what the function or class `subject` counts by itself grows
  kChangeReferences,  ///< the function `subject` returns another sum, that of `made`
  kAddDefinition,     ///< the module `subject` gets `made`, and the probe returns it
  kRemoveDefinition,  ///< the constant, function or class `subject` and all uses of it go
  kRenameClass,       ///< `subject` becomes `other` everywhere
  kChangeProperty,    ///< the group, host property or `kPreferences`: other defaults, pointers ↔
                      ///< collections
  kAddModule,         ///< the package `subject` gets the module `made`, which the root imports
  kRemoveModule,      ///< `subject`, all below it and all uses go
  kModuleToPackage,   ///< `subject.py` becomes `subject/__init__.py`
  kChangeImport,      ///< the module `subject` imports `other` in another form
};

/// The subject of an edit of the add-on's preferences.
inline constexpr const char* kPreferences = "preferences";

/// `subject` is the name of a definition or the last part of a module path (empty: the root).
struct Edit {
  EditKind kind{};
  std::string subject;
  std::string other;
  long long number = 0;
  Value value;
  ImportForm form{};
  std::variant<std::monostate, Constant, Function, Class, Module> made;

  bool operator==(const Edit&) const = default;
};

/// The package after the edit; valid when `model` is.
[[nodiscard]] PackageModel apply(const Edit& edit, PackageModel model);

/// `rename class Brush to Layer_2`.
[[nodiscard]] std::string describe_edit(const Edit& edit);

/// A package and what becomes of it: `edits[0]` leads from version 1 to 2, and so on.
struct History {
  PackageModel first;
  std::vector<std::vector<Edit>> edits;
  bool operator==(const History&) const = default;
};

/// The package of each version.
[[nodiscard]] std::vector<PackageModel> build_versions(const History& history);

/// Whether each version's probe returns something else than that of the one before.
[[nodiscard]] bool shows_every_edit(const History& history);

}  // namespace afresh::generators

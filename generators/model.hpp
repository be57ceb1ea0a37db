// The model of a generated add-on package: what it defines and who refers to whom, but no text.
// Between the dice (build, edit) and the rendering. A model can say nothing that outlives a purge
// of `sys.modules`: what is not in these structs cannot be generated. SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generators/value.hpp"
#include "harness/values/case.hpp"

namespace afresh::generators {

/// A definition as seen from elsewhere: `name` in the module at `module`, which defines it or
/// re-exports it.
struct Reference {
  std::string module;  ///< path below the package (`a.b`); empty: the package's own `__init__`
  std::string name;

  auto operator<=>(const Reference&) const = default;
};

/// How one module gets at another. Ordered from plain to special: shrinking goes left.
enum class ImportForm {
  kRelative,       ///< `from .a import b`
  kFromParent,     ///< `from pkg.a import b`
  kDottedAs,       ///< `import pkg.a.b as b`
  kDotted,         ///< `import pkg.a.b`
  kNames,          ///< `from .a.b import NAME`
  kAbsoluteNames,  ///< `from pkg.a.b import NAME`
  kNamesAs,        ///< `from .a.b import NAME as other_NAME`
  kStar,           ///< `from .a.b import *`
};
inline constexpr int kImportForms = 8;

/// Whether the form binds names of the target instead of the target.
[[nodiscard]] constexpr bool binds_names(ImportForm form) { return form >= ImportForm::kNames; }

struct Import {
  std::string target;  ///< path of a module
  ImportForm form = ImportForm::kRelative;
  bool operator==(const Import&) const = default;
};

/// `NAME = value`, or `NAME = number + X + len(Y)` when `plus` names other constants.
struct Constant {
  std::string name;
  Value value;
  std::vector<Reference> plus;
  bool operator==(const Constant&) const = default;
};

/// `kMenu`: draws an entry of a menu that is not the add-on's; only where the host has such.
enum class FunctionRole { kPlain, kHandler, kTimer, kMenu };

/// A function without arguments that returns `number` plus all of `plus`. References into the
/// module that `late` names go through an import at the head of the body.
struct Function {
  std::string name;
  FunctionRole role = FunctionRole::kPlain;
  long long number = 0;
  std::vector<Reference> plus;
  std::optional<Import> late;
  bool operator==(const Function&) const = default;
};

enum class ClassKind { kPlain, kDataclass, kEnum, kNamedTuple, kOperator, kPanel, kGroup };

/// A field of a dataclass or named tuple with its default, or a member of an enum.
struct Field {
  std::string name;
  long long number = 0;
  bool operator==(const Field&) const = default;
};

enum class PropertyKind { kInt, kFloat, kBool, kString, kPointer, kCollection };

struct Property {
  std::string name;
  PropertyKind kind = PropertyKind::kInt;
  long long number = 0;  ///< what the default is made from
  Reference target;      ///< of a pointer or collection: a group
  bool operator==(const Property&) const = default;
};
[[nodiscard]] constexpr bool points(PropertyKind kind) { return kind >= PropertyKind::kPointer; }

/// A class whose method `total` (operators and panels: `execute`) returns what its base gives, its
/// fields, `number` and all of `plus`. An enum counts for its last member, a group for nothing.
struct Class {
  std::string name;
  ClassKind kind = ClassKind::kPlain;
  std::optional<Reference> base;  ///< a plain class, or of a group another group
  std::vector<Field> fields;
  std::vector<Property> properties;  ///< of a group
  bool has_key = false;              ///< of an operator: a key is bound to it
  long long number = 0;
  std::vector<Reference> plus;
  bool operator==(const Class&) const = default;
};
[[nodiscard]] constexpr bool is_registered(ClassKind kind) { return kind >= ClassKind::kOperator; }
[[nodiscard]] constexpr bool has_fields(ClassKind kind) {
  return kind >= ClassKind::kDataclass && kind <= ClassKind::kNamedTuple;
}

enum class HostType { kScene, kObject };

/// A property that the add-on defines on one of the host's own types.
struct HostProperty {
  HostType on = HostType::kScene;
  Property property;
  bool operator==(const HostProperty&) const = default;
};

/// One module; within it constants come first, then functions, then classes.
struct Module {
  std::string path;  ///< `a.b`; empty for the package's own `__init__`
  bool is_package = false;
  bool has_all = false;               ///< states `__all__`
  std::vector<Import> imports;        ///< at module level, one for each target
  std::vector<Reference> re_exports;  ///< names of others that this module offers as its own
  std::vector<Constant> constants;
  std::vector<Function> functions;
  std::vector<Class> classes;
  std::vector<HostProperty> host_properties;
  bool operator==(const Module&) const = default;
};

enum class RegistrationStyle {
  kCentral,  ///< the root registers everything itself
  kByModule  ///< each module has its own pair of functions, which the root calls
};

/// `modules` is in loading order: whatever a module needs while it loads stands before it, so the
/// root is last. Definitions and last parts of module paths have names unique in the package.
struct PackageModel {
  std::string name;
  HostKind host = HostKind::kPlain;  ///< whose words its text uses
  std::vector<Module> modules;
  RegistrationStyle registration = RegistrationStyle::kCentral;
  std::vector<Property>
      preferences;               ///< of the add-on, if the host keeps such; none of them points
  std::vector<Reference> probe;  ///< what the root's `probe()` returns
  bool operator==(const PackageModel&) const = default;
};

/// `a.b` → `b`; the root has none.
[[nodiscard]] std::string_view last_part(std::string_view path);
/// `a.b` → `a`; `a` → `` (the root).
[[nodiscard]] std::string parent_path(std::string_view path);
/// Packages above `path`, nearest first, the root last; none for the root itself.
[[nodiscard]] std::vector<std::string> packages_above(std::string_view path);
/// Whether `path` is `above` or lies below it.
[[nodiscard]] bool is_within(std::string_view path, std::string_view above);

/// Null when there is no such module. The pointer lives as long as `modules` is not changed.
[[nodiscard]] const Module* find_module(const PackageModel& model, std::string_view path);
[[nodiscard]] Module* find_module(PackageModel& model, std::string_view path);
/// Place in loading order; the number of modules when there is no such module.
[[nodiscard]] std::size_t loading_rank(const PackageModel& model, std::string_view path);

/// Where a definition stands: module rank, section of the module, place in the section.
struct Position {
  std::size_t rank = 0;
  int section = 0;
  std::size_t index = 0;
  auto operator<=>(const Position&) const = default;
};

/// What a reference leads to: exactly one of the pointers is set, or none.
struct Definition {
  const Constant* constant = nullptr;
  const Function* function = nullptr;
  const Class* a_class = nullptr;
  Position at;

  explicit operator bool() const { return constant || function || a_class; }
};

/// Follows re-exports to the definition; empty when the reference leads nowhere.
[[nodiscard]] Definition find_definition(const PackageModel& model, const Reference& reference);

/// Whether the module gives the host anything to register.
[[nodiscard]] bool has_registrations(const Module& module);
/// `register_b` and `unregister_b` of the module `a.b`: what the root calls with `kByModule`.
[[nodiscard]] std::string register_name(const Module& module);
[[nodiscard]] std::string unregister_name(const Module& module);

/// Every name in use: of modules, definitions and the package, which new names must avoid.
[[nodiscard]] std::vector<std::string> names_in_use(const PackageModel& model);

}  // namespace afresh::generators

// The kinds of classes that Blender registers, as a table: how each is named, shown and checked.
// Source: Blender 3.4.1 (tests/conformance, cases reg-* and spec-*).
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "harness/hosts/bpy/rna/rna.hpp"

namespace afresh::bpy {

/// What becomes of an error in an annotated property.
enum class AnnotationErrors : std::uint8_t { kRaised, kPrinted, kPrintedAndRaised, kNeverLookedAt };

struct RegistrableKind {
  const char* struct_name;
  const char* words;            ///< `panel class`, as messages call it
  const char* infix;            ///< `_PT_` expected in the id; null: no such custom
  bool is_public;               ///< in `bpy.types`, where ids are shared with all other types
  bool is_named_by_class;       ///< its type's identifier is the class's name whatever its id
  bool is_pushed_out;           ///< a later class of the same id takes its place
  bool keeps_properties_apart;  ///< those it declares are of a struct of their own, not the class's
  AnnotationErrors on_error;
  std::span<const char* const> must_have;
};

[[nodiscard]] inline bool is_operator(const RegistrableKind& kind) {
  return std::string_view(kind.words) == "operator class";
}
[[nodiscard]] inline bool is_panel(const RegistrableKind& kind) {
  return std::string_view(kind.struct_name) == "Panel";
}

/// The kind that a type is of, by its nearest built-in struct; null where it has none.
[[nodiscard]] const RegistrableKind* find_kind(const StructType& type);

}  // namespace afresh::bpy

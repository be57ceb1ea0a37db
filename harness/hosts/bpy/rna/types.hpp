// The table of struct types: those built in, as the real Blender described them, and those made
// when classes are registered. Finds by identifier; decides nothing about registration.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "harness/hosts/bpy/rna/rna.hpp"

namespace afresh::bpy {

/// A class of Blender's own user interface, which add-ons append to: made when first asked for.
struct InterfaceClass {
  std::string kind;    ///< `Panel`, `Menu`, `Header`, `UIList`
  std::string module;  ///< `bl_ui.space_view3d`
  std::string space_type;
  std::string region_type;
};

class Types {
 public:
  using TypeRef = std::shared_ptr<StructType>;

  /// Reads the record of a Blender's own answers: `schema/record_schema.py` writes it, one fact a
  /// line, fields separated by tabs. `std::runtime_error` with the line's number when malformed.
  /// What is recorded of Blender's own operators is read when it is asked for, and must live as
  /// long.
  Types(std::string_view schema, std::string_view operators);

  /// A built-in type, or a public one of an add-on; nothing when there is none.
  [[nodiscard]] TypeRef find(std::string_view identifier) const;
  /// A built-in type that must be there (`std::logic_error`).
  [[nodiscard]] TypeRef built_in(std::string_view identifier) const;

  void add(const TypeRef& type);
  /// Marks it as freed, and lets go of its class and of what its properties hold.
  void remove(const TypeRef& type);

  /// Lets go of every class and of all that properties hold: the collector does not see through
  /// C++, and a class and its type hold each other. Nothing may be asked of the types afterwards.
  void let_go();

  /// Types of classes that add-ons registered, in that order.
  [[nodiscard]] const std::vector<TypeRef>& registered() const { return registered_; }
  /// By identifier: built-in types, and public ones of add-ons.
  [[nodiscard]] const std::map<std::string, TypeRef, std::less<>>& public_types() const {
    return public_;
  }
  /// Identifiers that `dir(bpy.types)` gives, without the interface's own classes.
  [[nodiscard]] std::vector<std::string> public_names() const;

  [[nodiscard]] const std::map<std::string, InterfaceClass, std::less<>>& interface() const {
    return interface_;
  }
  /// Space to the regions that it has.
  [[nodiscard]] const std::map<std::string, std::vector<std::string>, std::less<>>& regions()
      const {
    return regions_;
  }
  /// The struct of the arguments of one of Blender's own operators, by identifier
  /// (`WM_OT_call_menu`); nothing when there is none.
  [[nodiscard]] TypeRef arguments_of_own(const std::string& identifier);
  /// Whether Blender has an operator of this id of its own.
  [[nodiscard]] bool has_operator(const std::string& id) const;
  /// Module of `bpy.ops` to the names of Blender's own operators in it.
  [[nodiscard]] const std::map<std::string, std::vector<std::string>, std::less<>>& operators()
      const {
    return operators_;
  }

 private:
  std::string_view operator_record_;
  std::map<std::string, TypeRef, std::less<>> arguments_of_own_;  ///< those asked for so far
  std::map<std::string, TypeRef, std::less<>> public_;
  std::vector<TypeRef> registered_;
  std::map<std::string, InterfaceClass, std::less<>> interface_;
  std::map<std::string, std::vector<std::string>, std::less<>> regions_;
  std::map<std::string, std::vector<std::string>, std::less<>> operators_;
};

}  // namespace afresh::bpy

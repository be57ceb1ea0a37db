// What Blender knows of types: structs with their properties and functions, whether built in or
// made when an add-on registers a class. Plain data with owners; what is done with it is elsewhere.
// Names (RNA, struct, property, function) are those of Blender's own interface for asking about it.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "harness/python/ref.hpp"

namespace afresh::bpy {

struct StructType;
struct RegistrableKind;

enum class PropertyType : std::uint8_t {
  kBoolean,
  kInt,
  kFloat,
  kString,
  kEnum,
  kPointer,
  kCollection
};

/// `BOOLEAN`, `INT`, … as `Property.type` shows it.
[[nodiscard]] const char* name_of(PropertyType type);

struct EnumItem {
  std::string identifier;
  std::string name;
  std::string description;
  std::string icon = "NONE";
  int value = 0;
};
using EnumItems = std::vector<EnumItem>;

/// What a property without a stored value gives: nothing (pointers, collections), a number (truth
/// values and enumerations are numbers), a text, or the elements of an array.
using DefaultValue =
    std::variant<std::monostate, int, double, std::string, std::vector<int>, std::vector<double>>;

struct Limits {
  double hard_min = std::numeric_limits<int>::min();
  double hard_max = std::numeric_limits<int>::max();
  double soft_min = std::numeric_limits<int>::min();
  double soft_max = std::numeric_limits<int>::max();
};

/// The add-on's functions that a property calls; empty where there are none. Held strongly.
struct Callbacks {
  py::Ref update;
  py::Ref get;
  py::Ref set;
  py::Ref items;
  py::Ref poll;
};

struct RnaProperty {
  std::string identifier;
  std::string name;
  std::string description;
  PropertyType type = PropertyType::kInt;
  std::string subtype = "NONE";
  std::string unit = "NONE";
  int array_length = 0;  ///< 0: one value
  int text_limit = 0;    ///< bytes; 0: none
  DefaultValue default_value;
  Limits limits;
  EnumItems items;
  std::set<std::string> options{"ANIMATABLE"};
  Callbacks callbacks;
  bool is_readonly = false;
  bool is_registered = false;  ///< an attribute that a class of this kind may have (`bl_label`)
  bool is_never_none = false;
  bool is_enum_flag = false;
  bool is_hidden = false;
  bool is_skip_save = false;
  py::Ref name_object;      ///< `identifier` for lookups in classes; of registered attributes only
  bool is_output = false;   ///< of a function's parameter: what it returns
  bool is_runtime = false;  ///< defined by Python and not built in
  /// Of a pointer or a collection: what it leads to. By name where built in; a type that an add-on
  /// registered is held weakly, so that one that is gone is seen.
  std::string target_name;
  std::weak_ptr<StructType> target;
  std::string collection_struct;  ///< `BlendDataObjects`: has the collection's own functions
  py::Ref declaration;            ///< what Python wrote; empty where built in
  std::string owner;              ///< add-on that defined it
};

struct Parameter {
  std::string identifier;
  bool is_output = false;
  bool is_optional = false;  ///< an add-on's function may end before it
};

struct RnaFunction {
  std::string identifier;
  bool is_static = false;
  bool is_registered = false;
  bool is_registered_optional = false;
  std::vector<Parameter> parameters;
  py::Ref name_object;  ///< `identifier` for lookups in classes; of registered ones only

  /// As a method that an add-on writes has: `self` or `cls`, and what goes in.
  [[nodiscard]] int argument_count() const;
  /// How many of them there must be at least.
  [[nodiscard]] int least_argument_count() const;
};

/// What a class that was registered told of itself, by kind; empty texts where it has none.
struct ClassFacts {
  std::string id_name;  ///< under which a later class pushes it out
  std::string label;
  std::string description;
  std::string space_type;
  std::string region_type;
  std::string parent_id;
  std::set<std::string> options;
  std::set<std::string> functions;  ///< of those that the kind knows, which the class had
};

struct StructType {
  std::string identifier;
  std::string name;
  std::string description;
  std::shared_ptr<StructType> base;
  bool takes_properties = false;  ///< assignment to its class defines a property
  bool is_runtime = false;        ///< made for a class that an add-on registered
  bool is_public = true;          ///< shown by `bpy.types`
  bool is_own = false;            ///< of a class of Blender's own interface
  bool is_freed = false;          ///< unregistered; whoever still holds it must not use it
  std::vector<std::shared_ptr<RnaProperty>> properties;  ///< its own, without its bases'
  std::vector<std::shared_ptr<RnaFunction>> functions;   ///< its own
  /// The class that stands for it; empty until asked for, and when a subclass has cut it off.
  py::Ref python_class;
  /// The class that was registered; Blender holds it until it is unregistered.
  py::Ref registered_class;
  ClassFacts facts;
  const RegistrableKind* kind = nullptr;  ///< of one that was registered
  std::string owner;                      ///< add-on that registered it, or empty
  /// Of an operator: the struct of what it is called with, apart from what an operator is.
  std::shared_ptr<StructType> arguments;
  /// Of one that is freed: names of what it had, so that a use of them is known for what it is.
  std::set<std::string> former_properties;

  /// Its own, its arguments, then its bases'; nothing when there is none. Of one name the one added
  /// last.
  [[nodiscard]] std::shared_ptr<RnaProperty> find_property(std::string_view property) const;
  [[nodiscard]] std::shared_ptr<RnaProperty> find_own_property(std::string_view property) const;
  /// Its bases' first, in order; an own one takes the place of a base's of the same name.
  [[nodiscard]] std::vector<std::shared_ptr<RnaProperty>> all_properties() const;
  [[nodiscard]] bool is_a(std::string_view struct_identifier) const;
};

}  // namespace afresh::bpy

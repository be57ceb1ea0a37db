// What a Python object of type `bpy_struct` stands for: a data-block, a group of values in one, or
// something about types. It holds no value itself and is made anew at each look.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <variant>

#include "harness/hosts/bpy/objects/runtime.hpp"

namespace afresh::bpy {

/// A type, property, function or item of an enumeration, where the object is about that.
using RnaDefinition =
    std::variant<std::monostate, std::shared_ptr<StructType>, std::shared_ptr<RnaProperty>,
                 std::shared_ptr<RnaFunction>, std::shared_ptr<const EnumItem>>;

struct RnaPlace {
  std::shared_ptr<StructType> type;
  StructRef record;              ///< the struct it is, or is in; empty for operators and subjects
  std::shared_ptr<Group> group;  ///< where its values are; the record's own or one below
  RnaDefinition definition;
  std::string path;  ///< `bpy.data.scenes['Scene'].settings`, or empty

  /// Whether it is the record itself and not a group below it.
  [[nodiscard]] bool is_record() const { return record && group == record->custom; }
  /// Equal for two objects that stand for the same.
  [[nodiscard]] const void* identity() const;
};

[[nodiscard]] RnaPlace record_place(const StructRef& record);
[[nodiscard]] RnaPlace definition_place(const std::shared_ptr<StructType>& type);
[[nodiscard]] RnaPlace definition_place(const std::shared_ptr<RnaProperty>& property);

/// An object of the class that stands for the place's type.
[[nodiscard]] py::Ref make_object(RnaPlace place);
/// Of the record, or None where there is none.
[[nodiscard]] py::Ref make_object_or_none(const StructRef& record);
/// Null when it is no `bpy_struct`.
[[nodiscard]] const RnaPlace* place_in(PyObject* object);
/// ReferenceError when the data-block is removed.
void check_is_there(const RnaPlace& place);

}  // namespace afresh::bpy

// Reading and writing properties of a place, by the rules of stored values: what is there is read
// through the definition of the moment, and dropped when it is of another kind.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/hosts/bpy/objects/rna_place.hpp"

namespace afresh::bpy {

/// The value as Python sees it. Callbacks of the add-on may run; what they raise is printed.
/// RuntimeError of our own where Blender would read freed memory.
[[nodiscard]] py::Ref get_property(const RnaPlace& place,
                                   const std::shared_ptr<RnaProperty>& property);
/// AttributeError when read-only; TypeError or ValueError when the value does not fit.
void set_property(const RnaPlace& place, const RnaProperty& property, PyObject* value);
/// Forgets what is stored.
void unset_property(const RnaPlace& place, const RnaProperty& property);
[[nodiscard]] bool is_set(const RnaPlace& place, const RnaProperty& property);

/// Where values of this property are kept, and under its name.
[[nodiscard]] Group& value_group(const RnaPlace& place, const RnaProperty& property);

/// The items of a collection at this place, made when there is none yet or one of another kind.
[[nodiscard]] std::shared_ptr<GroupList> list_at(const RnaPlace& place,
                                                 const RnaProperty& property);

/// Calls the property's update callback, if it has one.
void notify(const RnaPlace& place, const RnaProperty& property);

/// Notes that an add-on did what is undefined in Blender, then raises RuntimeError with `what`.
[[noreturn]] void report_violation(const std::string& what);

}  // namespace afresh::bpy

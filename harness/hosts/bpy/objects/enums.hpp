// Items of enumerations: read from what an add-on wrote or what its callback gives, and found by
// identifier or number.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/hosts/bpy/objects/rna_place.hpp"

namespace afresh::bpy {

/// Tuples of (identifier, name, description), and then a number, or an icon and a number. Without
/// numbers they count from 0, or in powers of two where several can be set at once.
/// TypeError when it is anything else.
[[nodiscard]] EnumItems parse_items(PyObject* sequence, bool is_flag);

/// The items of a property as seen from `place`: fixed ones, or those that its callback gives now
/// (an exception in it is printed and gives none).
[[nodiscard]] EnumItems items_at(const RnaPlace& place, const RnaProperty& property);

/// `('A', 'B')` as messages show the choices.
[[nodiscard]] std::string choices(const EnumItems& items);

[[nodiscard]] const EnumItem* find_item(const EnumItems& items, const std::string& identifier);
[[nodiscard]] const EnumItem* find_item(const EnumItems& items, int value);

/// The numbers of a set of identifiers together. TypeError when it is no set, ValueError for an
/// unknown one, both with `prefix` in front; `what` is `Panel.bl_options`.
[[nodiscard]] int value_of_set(const EnumItems& items, PyObject* set, const std::string& prefix,
                               const std::string& what);
/// The set of identifiers that a number stands for.
[[nodiscard]] py::Ref set_of_value(const EnumItems& items, int value);

/// Prints the current error as a callback's, with the function's place, as Blender does.
void print_callback_error(const py::PythonError& error, const py::Ref& function);

}  // namespace afresh::bpy

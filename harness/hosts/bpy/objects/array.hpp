// `bpy_prop_array`: the elements of an array property, read and written where they are.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/hosts/bpy/objects/rna_place.hpp"

namespace afresh::bpy {

[[nodiscard]] py::Ref make_array_type();
[[nodiscard]] py::Ref make_array(const RnaPlace& place,
                                 const std::shared_ptr<RnaProperty>& property);

/// `IDPropertyArray`: an array stored by item, without a property.
[[nodiscard]] py::Ref make_id_array_type();
[[nodiscard]] py::Ref make_id_array(const RnaPlace& place,
                                    const std::shared_ptr<RnaProperty>& property);

}  // namespace afresh::bpy

// A property from the keywords of its declaration, checked in Blender's order and words.
// Source: Blender 3.4.1 (tests/conformance, cases prop-*).
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "harness/hosts/bpy/objects/rna_place.hpp"

namespace afresh::bpy {

/// `function` is `IntProperty`, …; `keywords` a dictionary. TypeError, ValueError or OverflowError
/// for what does not fit. Callbacks are held by the property.
[[nodiscard]] std::shared_ptr<RnaProperty> property_from(const std::string& function,
                                                         const std::string& name,
                                                         const py::Ref& keywords,
                                                         const StructType& type);

}  // namespace afresh::bpy

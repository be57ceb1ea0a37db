// `bpy_struct` as a Python type: attributes by the rules of properties, values by item.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/python/ref.hpp"

namespace afresh::bpy {

[[nodiscard]] py::Ref make_struct_type();

}  // namespace afresh::bpy

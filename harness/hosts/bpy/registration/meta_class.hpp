// The metaclass by whose assignment properties are defined and removed.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/python/ref.hpp"

namespace afresh::bpy {

/// `bpy_struct_meta_idprop`.
[[nodiscard]] py::Ref make_meta_type();

}  // namespace afresh::bpy

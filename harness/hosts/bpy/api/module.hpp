// The module `_bpy`, on which our Python part stands, and the modules made in C++: `bpy.types` and
// `bpy.props`.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/hosts/bpy/objects/runtime.hpp"

namespace afresh::bpy {

/// Makes the heap types and the modules, and puts them into `sys.modules`; then runs the Python
/// part
/// (`lib/`), which makes `bpy`, `addon_utils` and the rest. Fills `runtime.modules`. The runtime
/// must be the current one.
void install_modules(Runtime& runtime);
/// Takes all of them out again, as far as they are still ours.
void withdraw_modules(Runtime& runtime) noexcept;

}  // namespace afresh::bpy

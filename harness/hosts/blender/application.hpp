// Starts the Blender that is the module `bpy` of this interpreter: private folders, its version,
// and everything that it makes only when it is first needed.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "harness/hosts/blender/runtime.hpp"

namespace afresh::blender {

/// Imports Blender and makes it ready. `addons` is the folder of add-ons; all else that Blender
/// writes goes beside it. Throws `py::PythonError` where Blender cannot be imported or is another
/// version.
[[nodiscard]] std::unique_ptr<Runtime> start_blender(std::pair<int, int> version,
                                                     const std::string& addons);

/// Makes `bpy.app` say that it is in a window. After all that needs to know better.
void look_like_a_window(Runtime& runtime);

}  // namespace afresh::blender

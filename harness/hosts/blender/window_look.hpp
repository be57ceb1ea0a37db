// What an add-on sees of `bpy.app`: the real one, but for `background`.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/python/ref.hpp"

namespace afresh::blender {

/// An object that answers as `app` does, and says that it is not in the background. Its class is C
/// code of ours.
[[nodiscard]] py::Ref as_in_a_window(PyObject* app);

}  // namespace afresh::blender

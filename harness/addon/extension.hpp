// Extensions of Blender 4.2 and later, as far as a test needs to know of them.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/addon/addon_files.hpp"

namespace afresh {

/// Whether the add-on says in a manifest that it is one.
[[nodiscard]] bool is_extension(const AddonFiles& addon);
/// The add-on where Blender puts an extension: in the package of the user's repository.
[[nodiscard]] AddonFiles as_installed(const AddonFiles& extension);

}  // namespace afresh

// The Blender-like host: `import bpy`, as in a Blender in the background.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "harness/hosts/bpy/rna/version.hpp"
#include "harness/hosts/host.hpp"

namespace afresh {

[[nodiscard]] std::unique_ptr<Host> make_bpy_host(bpy::BlenderVersion version,
                                                  const HostOptions& options);

}  // namespace afresh

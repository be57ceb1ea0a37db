// The real Blender as a host: the module `bpy` of this interpreter, whose registries are read as
// they are. SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "harness/hosts/host.hpp"
#include "harness/values/host_kind.hpp"

namespace afresh {

/// Imports Blender. Throws `py::PythonError` where it cannot be imported, or is another version
/// than `kind` says.
std::unique_ptr<Host> make_blender_host(HostKind kind, const HostOptions& options);

}  // namespace afresh

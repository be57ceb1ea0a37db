// Makes the host of a kind: the one place that knows all of them.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "harness/hosts/host.hpp"

namespace afresh {

/// The host of a kind. A real Blender is imported: it must be one of this interpreter's packages.
/// Must be made once, after the interpreter has started.
std::unique_ptr<Host> make_host(HostKind kind, const HostOptions& options = {});

}  // namespace afresh

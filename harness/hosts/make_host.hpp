// Makes the host of a kind: the one place that knows all of them.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "harness/hosts/host.hpp"

namespace afresh {

/// The host of a kind: `hostapi`, or a Blender in the background. Must be made once, after the
/// interpreter has started.
std::unique_ptr<Host> make_host(HostKind kind, const HostOptions& options = {});

}  // namespace afresh

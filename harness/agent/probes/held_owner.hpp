// Whose something is that lies in a place of the library's or the interpreter's.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/agent/probes/snapshot_context.hpp"

namespace afresh::agent {

/// The add-on that something held elsewhere belongs to, or -1: its class, function or module, an
/// instance of its class, and what is only a wrapping of these: a bound method, weak reference,
/// property, `partial`, or a tuple, list or dictionary with one in it.
[[nodiscard]] int owner_of_held(const SnapshotContext& context, PyObject* object);

}  // namespace afresh::agent

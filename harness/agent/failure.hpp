// What an operation's Python exception was, as a record says it.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/agent/ownership/ownership.hpp"
#include "harness/python/ref.hpp"
#include "harness/values/observation.hpp"

namespace afresh::agent {

/// Type, message, traceback, and the place in an add-on.
[[nodiscard]] OpResult describe_failure(const py::PythonError& error, const Ownership& ownership);

}  // namespace afresh::agent

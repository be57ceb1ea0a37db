// How trials are run in an installation. SPDX-License-Identifier: MIT
#pragma once

#include "harness/installations/installation.hpp"
#include "harness/worker/protocol.hpp"

namespace afresh {

/// The program to start, and the folders that its Python does not look into by itself.
[[nodiscard]] worker::Interpreter interpreter_of(const Installation& installation);

}  // namespace afresh

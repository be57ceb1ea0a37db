// Whether an add-on can be enabled at all, asked before anything else is.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/engine/worker_pool.hpp"
#include "harness/values/case.hpp"
#include "harness/values/observation.hpp"

namespace afresh::engine {

/// What came of enabling the case's first version in a new process: of the first add-on that
/// could not be enabled its result, else that of the last one. `kNotReached`: the process ended. An
/// error: it could not be asked.
[[nodiscard]] Result<OpResult> try_enable(WorkerPool& worker_pool, const Case& a_case);

}  // namespace afresh::engine

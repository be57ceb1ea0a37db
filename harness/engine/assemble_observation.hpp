// What a worker's events say of one script, put together. Pure: believes nothing of what a trial
// may have written over. SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/engine/worker_process.hpp"
#include "harness/values/observation.hpp"
#include "harness/values/script.hpp"

namespace afresh::engine {

/// Where no private disk is allowed each run has a `folder` of another name: in all texts it is the
/// private scratch.
[[nodiscard]] Observation assemble_observation(const Script& script, Served served,
                                               const std::string& folder);

}  // namespace afresh::engine

// One request, served in a process of its own with the agent that is prepared there.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/agent/agent.hpp"
#include "harness/wire/mapping.hpp"

namespace afresh::agent {

/// Serve the request in the mapping, committing events; a handed-over script is resumed.
/// Whatever goes wrong becomes an event. Does not return when a strategy restarts.
void serve(Agent& agent, wire::Mapping& mapping);

}  // namespace afresh::agent

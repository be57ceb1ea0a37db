// Which modules of the library and the host are still the ones that they were: a root for each that
// was imported since the baseline, and for each of the baseline that is not what it was. Says
// nothing of what is in them: a snapshot must not grow with the library.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/agent/snapshot/object_walk.hpp"

namespace afresh::agent {

/// Adds them as modules without owner, each an atom: of one imported since the baseline
/// (`libraries`) the number that its code last ran with, as `Node::born` (`load 3`); of one of the
/// baseline what became of it (`change replaced`).
void add_library_roots(ObjectWalk& walk, const std::vector<std::string>& libraries);

}  // namespace afresh::agent

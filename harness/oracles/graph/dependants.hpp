// Which other add-ons hold objects of an add-on, and so have to follow its reload.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "harness/values/graph.hpp"

namespace afresh {

/// By add-on: whether an object owned by `subject` is reachable from its module roots without going
/// through the subject's own. The subject itself is none of its dependants.
[[nodiscard]] std::vector<bool> find_dependants(const Graph& graph, std::int32_t subject,
                                                std::size_t addons);

}  // namespace afresh

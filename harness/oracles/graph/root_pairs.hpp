// Which root of one snapshot is which root of the other: by group, label and owner.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "harness/oracles/graph/scope.hpp"
#include "harness/values/graph.hpp"

namespace afresh {

/// Indexes into `Graph::roots`; submodules come before their packages, which import from them.
struct RootPairs {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  std::vector<std::uint32_t> extra;
  std::vector<std::uint32_t> missing;
};

[[nodiscard]] RootPairs pair_roots(const Graph& actual, const Graph& reference, const Scope& scope);

}  // namespace afresh

// One numbering for the strings of two graphs, in the order of their texts.
// Lets labels and atoms be compared, and walked in an order that no node number decides.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "harness/values/graph.hpp"

namespace afresh {

/// By `StringId` of each graph: equal texts have equal ranks, smaller texts smaller ranks.
struct SharedRanks {
  std::vector<std::uint32_t> actual;
  std::vector<std::uint32_t> reference;
};

[[nodiscard]] SharedRanks rank_strings(const Graph& actual, const Graph& reference);

}  // namespace afresh

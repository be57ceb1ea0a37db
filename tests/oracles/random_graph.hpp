// Random worlds for properties of the matching, and two ways to write one differently.
// SPDX-License-Identifier: MIT
#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <ostream>
#include <vector>

#include "harness/values/graph.hpp"

namespace afresh {

/// How a counterexample is printed: as `graph_text.hpp` reads it.
void showValue(const Graph& graph, std::ostream& out);

}  // namespace afresh

namespace afresh::testing {

/// Two modules, one below the other, and a few objects of every kind that refer to each other.
[[nodiscard]] rc::Gen<Graph> gen_graph();

/// The same world: other numbers for nodes and strings, another order where order means nothing.
/// `seed` decides which.
[[nodiscard]] Graph rewritten(const Graph& graph, std::uint32_t seed);

/// Edges with an atom that a walk from the roots comes by, and that no function's code folds away.
[[nodiscard]] std::vector<std::uint32_t> reachable_atoms(const Graph& graph);

}  // namespace afresh::testing

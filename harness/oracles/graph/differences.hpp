// What a matching found, as differences: one for each (kind, object), with all its paths and both
// sides. Knows neither aspects nor steps: those are the oracles'.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "harness/oracles/graph/graph_view.hpp"
#include "harness/oracles/graph/mask.hpp"
#include "harness/oracles/graph/match.hpp"
#include "harness/oracles/graph/registry_change.hpp"
#include "harness/oracles/graph/scope.hpp"
#include "harness/values/finding.hpp"

namespace afresh {

/// Longest list of paths in a difference.
inline constexpr std::size_t kMaxPaths = 20;

struct Difference {
  FindingKind kind{};
  NodeId actual_node = kNoNode;     ///< the object, or the holder of an atom; `kNoNode` if absent
  NodeId reference_node = kNoNode;  ///< likewise
  std::vector<std::string> paths;   ///< shortest first, at most `kMaxPaths`; never empty
  FindingSide fresh;                ///< the reference's side
  FindingSide actual;
  std::string holder;  ///< of the first path: up to the last name of a module, or the root's label
  RootGroup group{};   ///< of the root where the first path begins
  std::int32_t owner = -1;
  std::string root;                     ///< its label
  std::vector<RegistryChange> entries;  ///< the registry entries that differ
  bool is_only_entries = false;  ///< nothing but entries of registries of host or interpreter
};

/// Sorted by precedence of kind, then by paths.
[[nodiscard]] std::vector<Difference> differences(const Graph& actual, const Graph& reference,
                                                  const Matching& matching, const Mask& mask,
                                                  const Scope& scope);

}  // namespace afresh

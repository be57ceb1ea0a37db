// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/residue.hpp"

#include "harness/oracles/graph/differences.hpp"
#include "harness/oracles/graph/match.hpp"
#include "harness/values/sort_unique.hpp"

namespace afresh {

std::vector<RegistryChange> find_residue(const Snapshot& untouched, const Snapshot& after_disable) {
  Scope scope;
  scope.has_root = [](RootGroup group, std::int32_t) {
    return group == RootGroup::kHost || group == RootGroup::kInterpreter;
  };
  Matching matching = match(after_disable.graph, untouched.graph, {}, scope);
  std::vector<RegistryChange> residue;
  for (const Difference& difference :
       differences(after_disable.graph, untouched.graph, matching, {}, scope)) {
    residue.insert(residue.end(), difference.entries.begin(), difference.entries.end());
  }
  sort_unique(residue);
  return residue;
}

}  // namespace afresh

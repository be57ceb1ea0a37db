// SPDX-License-Identifier: MIT
#include "harness/oracles/residue.hpp"

#include <algorithm>

#include "harness/oracles/differences.hpp"
#include "harness/oracles/match.hpp"

namespace afresh {

std::vector<ResidueEntry> residue_of(const Snapshot& untouched, const Snapshot& after_unregister) {
  Scope scope;
  scope.has_root = [](RootGroup group, std::int32_t) {
    return group == RootGroup::kHost || group == RootGroup::kInterpreter;
  };
  Matching matching = match(after_unregister.graph, untouched.graph, {}, scope);
  std::vector<ResidueEntry> residue;
  for (const Difference& difference :
       differences(after_unregister.graph, untouched.graph, matching, {}, scope)) {
    residue.insert(residue.end(), difference.entries.begin(), difference.entries.end());
  }
  std::ranges::sort(residue);
  residue.erase(std::unique(residue.begin(), residue.end()), residue.end());
  return residue;
}

}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/host_side_effects.hpp"

#include <algorithm>

#include "harness/oracles/graph/differences.hpp"
#include "harness/oracles/graph/match.hpp"
#include "harness/values/sort_unique.hpp"

namespace afresh {
namespace {

template <typename T>
bool are_all_in(const std::vector<T>& some, const std::vector<T>& all) {
  return std::ranges::all_of(some,
                             [&](const T& one) { return std::ranges::binary_search(all, one); });
}

}  // namespace

HostSideEffects find_host_side_effects(const Snapshot& fresh, const Snapshot& actual,
                                       const Mask& mask) {
  Scope scope;
  scope.has_root = [](RootGroup group, std::int32_t) { return group != RootGroup::kDocument; };
  Matching matching = match(actual.graph, fresh.graph, mask, scope);
  HostSideEffects effects;
  for (const Difference& difference :
       differences(actual.graph, fresh.graph, matching, mask, scope)) {
    // That a module is still there is no excuse: forgetting it is what a strategy is for.
    if (difference.kind == FindingKind::kStaleModule) continue;
    effects.entries.insert(effects.entries.end(), difference.entries.begin(),
                           difference.entries.end());
    effects.paths.insert(effects.paths.end(), difference.paths.begin(), difference.paths.end());
  }
  sort_unique(effects.entries);
  sort_unique(effects.paths);
  return effects;
}

HostSideEffects merged(HostSideEffects some, const HostSideEffects& more) {
  some.paths.insert(some.paths.end(), more.paths.begin(), more.paths.end());
  some.entries.insert(some.entries.end(), more.entries.begin(), more.entries.end());
  sort_unique(some.paths);
  sort_unique(some.entries);
  return some;
}

bool is_host_side_effect(const HostSideEffects& effects, const Difference& difference) {
  // A position in a registry says nothing of what stands there: entries are told by what they are.
  if (difference.is_only_entries)
    return !difference.entries.empty() && are_all_in(difference.entries, effects.entries);
  return difference.group == RootGroup::kModules && are_all_in(difference.paths, effects.paths);
}

}  // namespace afresh

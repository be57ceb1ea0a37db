// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/root_pairs.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace afresh {
namespace {

using Key = std::tuple<RootGroup, std::ptrdiff_t, std::string_view, std::int32_t>;

Key sort_key(const Graph& graph, std::uint32_t root) {
  const Root& r = graph.roots[root];
  std::string_view label = graph.text(r.label);
  std::ptrdiff_t dots = r.group == RootGroup::kModules ? std::ranges::count(label, '.') : 0;
  return {r.group, -dots, label, r.owner};
}

std::vector<std::uint32_t> sorted_roots(const Graph& graph, const Scope& scope) {
  std::vector<std::uint32_t> roots;
  for (std::uint32_t i = 0; i < graph.roots.size(); ++i) {
    if (scope.has_root(graph.roots[i].group, graph.roots[i].owner)) roots.push_back(i);
  }
  std::ranges::stable_sort(roots, {}, [&](std::uint32_t root) { return sort_key(graph, root); });
  return roots;
}

}  // namespace

RootPairs pair_roots(const Graph& actual, const Graph& reference, const Scope& scope) {
  RootPairs result;
  std::vector<std::uint32_t> here = sorted_roots(actual, scope);
  std::vector<std::uint32_t> there = sorted_roots(reference, scope);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < here.size() && j < there.size()) {
    Key a = sort_key(actual, here[i]);
    Key r = sort_key(reference, there[j]);
    if (a == r) {
      result.pairs.emplace_back(here[i++], there[j++]);
    } else if (a < r) {
      result.extra.push_back(here[i++]);
    } else {
      result.missing.push_back(there[j++]);
    }
  }
  result.extra.insert(result.extra.end(), here.begin() + static_cast<std::ptrdiff_t>(i),
                      here.end());
  result.missing.insert(result.missing.end(), there.begin() + static_cast<std::ptrdiff_t>(j),
                        there.end());
  return result;
}

}  // namespace afresh

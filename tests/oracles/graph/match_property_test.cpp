// Properties of the matching on random worlds: numbers and orders that mean nothing change nothing,
// and one changed atom is one difference.
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
// After gtest, which it needs and does not include.
#include <rapidcheck/gtest.h>

#include "harness/oracles/graph/differences.hpp"
#include "harness/oracles/graph/mask.hpp"
#include "harness/oracles/graph/match.hpp"
#include "tests/oracles/random_graph.hpp"

namespace rc {

template <>
struct Arbitrary<afresh::Graph> {
  static Gen<afresh::Graph> arbitrary() { return afresh::testing::gen_graph(); }
};

}  // namespace rc

namespace afresh::testing {
namespace {

void plant(Graph& graph, std::uint32_t edge) {
  graph.strings.emplace_back("int 999");
  graph.edges[edge].target = static_cast<std::uint32_t>(graph.strings.size() - 1);
}

RC_GTEST_PROP(Matching, FindsNothingInTheSameWorldWrittenDifferently,
              (const Graph& graph, std::uint32_t seed)) {
  Graph other = rewritten(graph, seed);
  RC_ASSERT(match(other, graph).mismatches.empty());
  RC_ASSERT(match(graph, other).mismatches.empty());
}

RC_GTEST_PROP(Matching, FindsOneChangedAtomAsOneDifference,
              (const Graph& graph, std::uint32_t seed)) {
  std::vector<std::uint32_t> atoms = reachable_atoms(graph);
  RC_PRE(!atoms.empty());
  Graph changed = graph;
  plant(changed, atoms[seed % atoms.size()]);
  changed = rewritten(changed, seed);
  RC_ASSERT(differences(changed, graph, match(changed, graph), {}, {}).size() == 1U);
}

RC_GTEST_PROP(Matching, IsABijection, (const Graph& actual, const Graph& reference)) {
  Matching matching = match(actual, reference);
  for (NodeId node = 0; node < actual.nodes.size(); ++node) {
    NodeId partner = matching.reference_of[node];
    // RC_ASSERT takes an expression apart and so evaluates both sides of an `||`.
    bool is_mutual = partner == kNoNode || matching.actual_of[partner] == node;
    RC_ASSERT(is_mutual);
  }
  for (NodeId node = 0; node < reference.nodes.size(); ++node) {
    NodeId partner = matching.actual_of[node];
    // RC_ASSERT takes an expression apart and so evaluates both sides of an `||`.
    bool is_mutual = partner == kNoNode || matching.reference_of[partner] == node;
    RC_ASSERT(is_mutual);
  }
}

RC_GTEST_PROP(Matching, FindsTheSameWhateverTheNumbers,
              (const Graph& actual, const Graph& reference, std::uint32_t seed)) {
  Graph same = rewritten(actual, seed);
  auto found = differences(actual, reference, match(actual, reference), {}, {});
  auto again = differences(same, reference, match(same, reference), {}, {});
  RC_ASSERT(found.size() == again.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    RC_ASSERT(found[i].kind == again[i].kind);
    RC_ASSERT(found[i].paths == again[i].paths);
  }
}

RC_GTEST_PROP(MaskOfAGroup, HidesOneChangedAtomAndNothingElse,
              (const Graph& graph, std::uint32_t seed)) {
  std::vector<std::uint32_t> atoms = reachable_atoms(graph);
  RC_PRE(!atoms.empty());
  Graph changed = graph;
  plant(changed, atoms[seed % atoms.size()]);
  Mask mask = make_mask(graph, rewritten(graph, seed), changed);
  RC_PRE(mask.disagreement.empty());
  RC_ASSERT(mask.size() == 1);
  RC_ASSERT(match(changed, graph, mask).mismatches.empty());
}

}  // namespace
}  // namespace afresh::testing

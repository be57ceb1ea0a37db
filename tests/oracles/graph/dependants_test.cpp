// Who holds whose objects.
// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/dependants.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/graph_text.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;

TEST(Dependants, HoldAnObjectOfTheSubject) {
  Graph graph = parse_graph(R"(
    root modules demo @0 -> m
    root modules user @1 -> mu
    root modules far @2 -> mf
    root modules alone @3 -> ma
    m module demo @0: -> n
    n namespace @0: .f -> f; .alone -> ma
    f function f @0: _code = c
    mu module user @1: -> nu
    nu namespace @1: .table -> t
    t list: [0] -> f
    mf module far @2: -> nf
    nf namespace @2: .user -> mu
    ma module alone @3: -> na
    na namespace @3: .x = int 1; ?.parent -> m
  )");
  EXPECT_THAT(find_dependants(graph, 0, 4), ElementsAre(false, true, true, false));
  // `user` holds a function of `demo`, but nothing that leads on to `alone`.
  EXPECT_THAT(find_dependants(graph, 3, 4), ElementsAre(true, false, false, false));
}

TEST(Dependants, AreNotMadeByTheHostsRegistries) {
  Graph graph = parse_graph(R"(
    root modules other @1 -> mo
    root host hostapi.handlers @1 -> r
    mo module other @1: -> no
    no namespace @1: .x = int 1
    r registry @1: [0] -> f
    f function f @0: _code = c
  )");
  EXPECT_THAT(find_dependants(graph, 0, 2), ElementsAre(false, false));
}

}  // namespace
}  // namespace afresh::testing

// Which object is which: homes first, then order, then whatever has none.
// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/match.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/samples.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A world of one module whose one value is the container `c`.
std::string world(std::string_view rest) {
  return "root modules demo @0 -> m\nm module demo: -> n\nn namespace: .C -> c\n" +
         std::string(rest);
}

TEST(Match, PairsObjectsAtTheirHomeBeforeTheirCopies) {
  // `a` is read before `settings`, and holds the old function.
  constexpr std::string_view kReference = R"(
    root modules a @0 -> ma
    root modules settings @0 -> ms
    ma module a: -> na
    na namespace: .f -> f
    ms module settings: -> ns
    ns namespace: .f -> f
    f function f: _code = c; _module = settings; _globals -> ns
  )";
  std::string text =
      with(std::string(kReference), {{"na namespace: .f -> f", "na namespace: .f -> old"}}) +
      "old function f: _code = c; _module = settings; _globals -> ns\n";
  NamedGraph actual = parse_named_graph(text);
  NamedGraph reference = parse_named_graph(kReference);
  Matching matching = match(actual.graph, reference.graph);
  EXPECT_EQ(matching.actual_of[reference.ids["f"]], actual.ids["f"]);
  EXPECT_EQ(matching.reference_of[actual.ids["old"]], kNoNode);
  ASSERT_EQ(matching.mismatches.size(), 1U);
  EXPECT_EQ(matching.mismatches[0].kind, MismatchKind::kIdentity);
}

TEST(Match, PrefersTheCopyThatLooksAlike) {
  constexpr std::string_view kReference = R"(
    root modules a @0 -> ma
    root modules b @0 -> mb
    ma module a: -> na
    na namespace: .T -> t
    mb module b: -> nb
    nb namespace: .T -> t
    t list: [0] = int 2
  )";
  std::string text =
      with(std::string(kReference), {{"na namespace: .T -> t", "na namespace: .T -> old"}}) +
      "old list: [0] = int 1\n";
  EXPECT_THAT(kinds_between(text, kReference), ElementsAre("stale-value: a.T"));
}

TEST(Match, LooksAtTheRootsOfItsScopeOnly) {
  Graph actual = parse_graph("root modules a @0 = int 1\nroot modules b @1 = int 1\n");
  Graph reference = parse_graph("root modules a @0 = int 2\nroot modules b @1 = int 2\n");
  Scope scope;
  scope.has_root = [](RootGroup, std::int32_t owner) { return owner == 1; };
  EXPECT_EQ(match(actual, reference).mismatches.size(), 2U);
  EXPECT_EQ(match(actual, reference, {}, scope).mismatches.size(), 1U);
}

TEST(Match, PairsRootsByGroupLabelAndOwner) {
  constexpr std::string_view kOwned = "root host hostapi.timers @0 -> r\nr registry: [0] = int 1\n";
  EXPECT_THAT(
      kinds_between(with(std::string(kOwned), {{"@0", "@1"}}), kOwned),
      ElementsAre("leftover-registration: hostapi.timers[0]", "missing-name: hostapi.timers[0]"));
}

TEST(Match, ComparesListsByPosition) {
  std::string reference = world("c list: [0] = int 1; [1] = int 2; [2] = int 3\n");
  EXPECT_THAT(kinds_between(with(reference, {{"int 2", "int 5"}}), reference),
              ElementsAre("stale-value: demo.C[1]"));
}

TEST(Match, SeesAPermutationAsOneDifferenceOfOrder) {
  std::string reference = world("c list: [0] = int 1; [1] = int 2; [2] = int 3\n");
  std::string actual = world("c list: [0] = int 3; [1] = int 1; [2] = int 2\n");
  EXPECT_THAT(
      differences_between(actual, reference),
      ElementsAre("stale-value demo.C: order: int 1, int 2, int 3 / order: int 3, int 1, int 2"));
}

TEST(Match, AlignsListsOfDifferentLength) {
  std::string reference =
      world("c list: [0] = int 1; [1] -> x; [2] = int 3\nx dict: ['k'] = int 1\n");
  std::string actual = world("c list: [0] -> x; [1] = int 3\nx dict: ['k'] = int 2\n");
  EXPECT_THAT(kinds_between(actual, reference),
              ElementsAre("stale-value: demo.C", "stale-value: demo.C[0]['k']"));
}

TEST(Match, FindsAShiftedEntryOfARegistry) {
  constexpr std::string_view kReference = R"(
    root modules demo @0 -> m
    m module demo: -> n
    n namespace: .A -> a; .B -> b
    a class A: _module = demo
    b class B: _module = demo
    root host hostapi.classes @0 -> r
    r registry: [0] -> a; [1] -> b
  )";
  // The new B is not there; the old A is in front of nobody.
  std::string actual =
      with(std::string(kReference), {{"[0] -> a; [1] -> b", "[0] -> b; [1] -> was"}}) +
      "was class A: _module = demo; .x = int 0\n";
  EXPECT_THAT(kinds_between(actual, kReference), ElementsAre("stale-code: hostapi.classes[1]"));
}

TEST(Match, IgnoresTheOrderOfASet) {
  std::string reference = world(
      "c set: -> x; -> y; = int 1; = int 2\n"
      "x instance type demo.P: .v = int 1\ny instance type demo.P: .v = int 2\n");
  EXPECT_THAT(
      kinds_between(
          with(reference, {{"-> x; -> y; = int 1; = int 2", "= int 2; -> y; = int 1; -> x"}}),
          reference),
      IsEmpty());
}

TEST(Match, PairsElementsOfASetByWhatTheyLookLike) {
  std::string reference = world(
      "c set: -> x; -> y\nx instance type demo.P: .v = int 1; .w = int 1\n"
      "y instance type demo.P: .v = int 2; .w = int 2\n");
  std::string actual =
      with(reference, {{"-> x; -> y", "-> y; -> x"}, {".w = int 1", ".w = int 9"}});
  EXPECT_THAT(kinds_between(actual, reference), ElementsAre("stale-value: demo.C.w"));
}

TEST(Match, TellsAlikeElementsApartByWhatHangsOnThem) {
  // x and y are alike in themselves; only the lists that they hold are known elsewhere.
  std::string reference = world(
      "root modules other @0 -> mo\nmo module other: -> no\n"
      "no namespace: .P -> p; .Q -> q\nc set: -> x; -> y\n"
      "x instance type demo.P: .l -> p\ny instance type demo.P: .l -> q\n"
      "p list:\nq list:\n");
  std::string actual = with(reference, {{"c set: -> x; -> y", "c set: -> y; -> x"}});
  EXPECT_THAT(kinds_between(actual, reference), IsEmpty());
}

TEST(Match, TellsAlikeElementsApartByWhoElseHoldsThem) {
  // x, y and z are alike; x alone is in both sets, and z in the list of an element.
  std::string reference = world(
      "c list: [0] -> s; [1] -> t\ns set: -> x; -> y; -> e\n"
      "t set: -> x; = int 1\ne list: [0] -> z\nx dict:\ny dict:\nz dict:\n");
  std::string actual = with(reference, {{"-> x; -> y; -> e", "-> y; -> e; -> x"}});
  EXPECT_THAT(kinds_between(actual, reference), IsEmpty());
}

TEST(Match, TellsAlikeElementsApartByOneThatHasChanged) {
  std::string reference = world(
      "c set: -> x; -> y; -> e\nx dict:\ny dict:\n"
      "e dict: ['k'] -> x; ['v'] = int 1\n");
  std::string actual =
      with(reference, {{"-> x; -> y; -> e", "-> y; -> x; -> e"}, {"int 1", "int 2"}});
  EXPECT_THAT(kinds_between(actual, reference), ElementsAre("stale-value: demo.C['v']"));
  EXPECT_THAT(kinds_between(reference, actual), ElementsAre("stale-value: demo.C['v']"));
}

TEST(Match, ComparesAtomsOfASetAsAMultiset) {
  std::string reference = world("c set: = int 1; = int 2\n");
  EXPECT_THAT(differences_between(world("c set: = int 3; = int 1\n"), reference),
              ElementsAre("stale-value demo.C: int 2 / int 3"));
  EXPECT_THAT(kinds_between(world("c set: = int 1\n"), reference),
              ElementsAre("stale-value: demo.C"));
}

TEST(Match, PairsEntriesByTheirKeys) {
  std::string reference = world(
      "n2 namespace:\nc pairs: -> e1; -> e2\ne1 pair: _key -> k1; _value = int 1\n"
      "e2 pair: _key -> k2; _value = int 2\nk1 class K1: _module = x\nk2 class K2: _module = x\n");
  std::string actual = with(reference, {{"-> e1; -> e2", "-> e2; -> e1"}, {"int 2", "int 7"}});
  EXPECT_THAT(kinds_between(actual, reference), ElementsAre("stale-value: demo.C value"));
  EXPECT_THAT(kinds_between(with(reference, {{"-> e1; -> e2", "-> e2"}}), reference),
              ElementsAre("stale-value: demo.C"));
}

TEST(Match, EndsOnCycles) {
  std::string reference = world("c list: [0] -> t; [1] -> c\nt transparent: _contents -> t\n");
  EXPECT_THAT(kinds_between(reference, reference), IsEmpty());
}

TEST(Match, EndsOnManyAlike) {
  std::string text = "c set: ";
  for (int i = 0; i < 200; ++i) text += "-> x" + std::to_string(i) + "; ";
  for (int i = 0; i < 200; ++i) text += "\nx" + std::to_string(i) + " instance: .v = int 1";
  EXPECT_THAT(kinds_between(world(text), world(text)), IsEmpty());
}

}  // namespace
}  // namespace afresh::testing

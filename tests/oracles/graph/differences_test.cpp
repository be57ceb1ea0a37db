// What two snapshots differ in: each kind once where it must be seen and once where it must not.
// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/differences.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/samples.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string demo() { return std::string(kDemo); }

TEST(Differences, OfAGraphWithItselfAreNone) {
  EXPECT_THAT(differences_between(kDemo, kDemo), IsEmpty());
}

TEST(Differences, OfVersionAloneAreNone) {
  EXPECT_THAT(kinds_between(with(demo(), {{"born 1", "born 7"}}), kDemo), IsEmpty());
}

TEST(StaleCode, OfACopiedFunctionIsSeenWhereItWasCopied) {
  std::string actual =
      with(demo(), {{".settings -> ms; .unit -> unit;", ".settings -> ms; .unit -> old;"}}) +
      "old function unit @0 born 1: _code = c0; ~_place = demo/settings.py:1; "
      "_module = demo.settings; _globals -> ns\n";
  EXPECT_THAT(differences_between(actual, kDemo),
              ElementsAre("stale-code demo.unit: function demo.settings.unit (demo/settings.py) / "
                          "function demo.settings.unit (demo/settings.py) @1"));
}

TEST(StaleCode, OfOneFunctionListsAllItsPlaces) {
  EXPECT_THAT(kinds_between(with(demo(), {{"_code = c1", "_code = c0"}}), kDemo),
              ElementsAre("stale-code: demo.unit | demo.settings.unit"));
}

TEST(StaleCode, HidesWhatTheFunctionHolds) {
  constexpr std::string_view kWorld = R"(
    root modules demo @0 -> m
    m module demo: -> n
    n namespace: .f -> f
    f function f: _code = c1; _closure x -> cell; _globals -> n
    cell transparent type builtins.cell: _contents = int 1
  )";
  std::string actual = with(std::string(kWorld), {{"c1", "c0"}, {"int 1", "int 0"}});
  EXPECT_THAT(kinds_between(actual, kWorld), ElementsAre("stale-code: demo.f"));
}

TEST(StaleCode, OfAFunctionWithAnOldNamespaceIsTheFunctions) {
  std::string actual = with(demo(), {{"_module = demo.settings; _globals -> ns",
                                      "_module = demo.settings; _globals -> was"}}) +
                       "was namespace @0: .unit -> unit; .V = int 0; .TABLE -> table\n";
  EXPECT_THAT(
      differences_between(actual, kDemo),
      ElementsAre("stale-code demo.unit | demo.settings.unit: "
                  "function demo.settings.unit (demo/settings.py) / "
                  "function demo.settings.unit (demo/settings.py) @1 over an old namespace"));
}

TEST(StaleCode, OfAClassIsSeenInItsBases) {
  constexpr std::string_view kWorld = R"(
    root modules demo @0 -> m
    m module demo: -> n
    n namespace: .A -> a; .B -> b
    a class A: _module = demo; _bases[0] = class object
    b class B: _module = demo; _bases[0] -> a
  )";
  std::string other =
      with(std::string(kWorld), {{"_bases[0] = class object", "_bases[0] = class demo.Meta"}});
  EXPECT_THAT(kinds_between(other, kWorld), ElementsAre("stale-code: demo.A | demo.B bases[0]"));
  std::string old = with(std::string(kWorld), {{"_bases[0] -> a", "_bases[0] -> was"}}) +
                    "was class A born 1: _module = demo; _bases[0] = class object; .x = int 1\n";
  EXPECT_THAT(kinds_between(old, kWorld), ElementsAre("stale-code: demo.B bases[0]"));
}

TEST(StaleCode, OfAnotherKindWhereTheReferenceHasAFunction) {
  std::string actual = with(demo(), {{".V = int 1; .TABLE -> table; .Op -> op",
                                      ".V = int 1; .TABLE -> table; .Op = NoneType None"}});
  EXPECT_THAT(kinds_between(actual, kDemo), ElementsAre("stale-code: demo.Op"));
}

TEST(StaleValue, OfAnAtomAndOfACopiedTable) {
  std::string atom = with(demo(), {{"ns namespace @0: .unit -> unit; .V = int 1",
                                    "ns namespace @0: .unit -> unit; .V = int 0"}});
  EXPECT_THAT(differences_between(atom, kDemo),
              ElementsAre("stale-value demo.settings.V: int 1 / int 0"));
  std::string table = with(demo(), {{".unit -> unit; .V = int 1; .TABLE -> table; .Op",
                                     ".unit -> unit; .V = int 1; .TABLE -> old; .Op"}}) +
                      "old dict: ['a'] = int 1; ['b'] = int 0\n";
  EXPECT_THAT(differences_between(table, kDemo),
              ElementsAre("stale-value demo.TABLE: dict of 2 / dict of 2"));
}

TEST(StaleValue, OfTypeAsWellAsOfValue) {
  std::string actual = with(demo(), {{"['a'] = int 1", "['a'] = bool True"}});
  EXPECT_THAT(kinds_between(actual, kDemo), ElementsAre("stale-value: demo.TABLE['a']"));
}

TEST(StaleValue, OfTheOrderOfKeysButNotOfNames) {
  std::string keys =
      with(demo(), {{"['a'] = int 1; ['b'] = int 2", "['b'] = int 2; ['a'] = int 1"}});
  EXPECT_THAT(differences_between(keys, kDemo),
              ElementsAre("stale-value demo.TABLE | demo.settings.TABLE: order: key ['a'], "
                          "key ['b'] / order: key ['b'], key ['a']"));
  std::string names = with(demo(), {{".unit -> unit; .V = int 1; .TABLE -> table",
                                     ".TABLE -> table; .V = int 1; .unit -> unit"}});
  EXPECT_THAT(kinds_between(names, kDemo), IsEmpty());
}

TEST(StalePlace, OfLinesAlone) {
  std::string actual = with(demo(), {{"demo/settings.py:1", "demo/settings.py:5"}});
  EXPECT_THAT(differences_between(actual, kDemo),
              ElementsAre("stale-place demo.unit | demo.settings.unit: demo/settings.py:1 / "
                          "demo/settings.py:5"));
}

TEST(StalePlace, YieldsToCode) {
  std::string actual = with(demo(), {{"demo/settings.py:1", "demo/settings.py:5"}, {"c1", "c0"}});
  EXPECT_THAT(kinds_between(actual, kDemo),
              ElementsAre("stale-code: demo.unit | demo.settings.unit"));
}

TEST(StaleModule, OfAKeyThatTheReferenceLacks) {
  std::string actual =
      with(demo(),
           {{"n namespace @0: .settings -> ms", "n namespace @0: .settings -> ms; .old -> mo"}}) +
      "root modules demo.old @0 -> mo\nmo module demo.old: -> no\n"
      "no namespace: .x = int 1\n";
  EXPECT_THAT(differences_between(actual, kDemo),
              ElementsAre("stale-module demo.old: nothing / module demo.old"));
}

TEST(MissingName, OfAModuleAndOfAName) {
  std::string module = with(demo(), {{"root modules demo.settings @0 -> ms", ""}});
  EXPECT_THAT(kinds_between(module, kDemo), ElementsAre("missing-name: demo.settings"));
  std::string name = with(
      demo(), {{".settings -> ms; .unit -> unit; .V = int 1;", ".settings -> ms; .unit -> unit;"}});
  EXPECT_THAT(differences_between(name, kDemo),
              ElementsAre("missing-name demo.V: int 1 / nothing"));
}

TEST(MissingName, OfARegistryEntryWithOrWithoutItsRegistry) {
  std::string entry = with(demo(), {{"rc registry @0: [0] -> op", "rc registry @0:"}});
  EXPECT_THAT(kinds_between(entry, kDemo), ElementsAre("missing-name: hostapi.classes[0]"));
  std::string registry = with(demo(), {{"root host hostapi.classes @0 -> rc", ""}});
  EXPECT_THAT(kinds_between(registry, kDemo), ElementsAre("missing-name: hostapi.classes[0]"));
  std::string nothing = demo() + "root host hostapi.timers @0 -> rt\nrt registry:\n";
  EXPECT_THAT(kinds_between(nothing, kDemo), IsEmpty());
}

TEST(GhostName, OfANameThatWasDeleted) {
  std::string actual = with(demo(), {{".label = str 'op'", ".label = str 'op'; .icon = str 'x'"}});
  EXPECT_THAT(differences_between(actual, kDemo),
              ElementsAre("ghost-name demo.Op.icon: nothing / str 'x'"));
}

TEST(GhostName, IsNotWhatIsOnlyANote) {
  std::string actual = with(demo(), {{".label = str 'op'", ".label = str 'op'; ?.icon = str 'x'"}});
  EXPECT_THAT(kinds_between(actual, kDemo), IsEmpty());
}

TEST(DuplicateRegistration, OfTheOldClassBesideTheNewOne) {
  std::string actual = with(demo(), {{"[0] -> op", "[0] -> was; [1] -> op"}}) +
                       "was class Op @0 born 1: _module = demo; .label = str 'old'\n";
  EXPECT_THAT(differences_between(actual, kDemo),
              ElementsAre("duplicate-registration hostapi.classes[0]: nothing / class demo.Op @1"));
}

TEST(DuplicateRegistration, OfOneObjectThatIsThereTwice) {
  std::string actual = with(demo(), {{"[0] -> op", "[0] -> op; [1] -> op"}});
  EXPECT_THAT(kinds_between(actual, kDemo),
              ElementsAre("duplicate-registration: hostapi.classes[1]"));
}

TEST(LeftoverRegistration, OfWhatTheReferenceHasNothingLike) {
  std::string actual = with(demo(), {{"[0] -> op", "[0] -> op; [1] -> was"}}) +
                       "was class Gone @0 born 1: _module = demo\n";
  EXPECT_THAT(kinds_between(actual, kDemo),
              ElementsAre("leftover-registration: hostapi.classes[1]"));
  std::string registry = demo() + "root interpreter sys.path @0 -> p\np registry: [0] = str '/x'\n";
  EXPECT_THAT(kinds_between(registry, kDemo), ElementsAre("leftover-registration: sys.path[0]"));
}

TEST(LeftoverRegistration, OfAKeyIsNeverADuplicate) {
  constexpr std::string_view kWorld = R"(
    root host hostapi.claims @0 -> r
    r registry: ['a'] = str 'x'
  )";
  std::string actual =
      with(std::string(kWorld), {{"['a'] = str 'x'", "['a'] = str 'x'; ['b'] = str 'x'"}});
  EXPECT_THAT(kinds_between(actual, kWorld),
              ElementsAre("leftover-registration: hostapi.claims['b']"));
}

TEST(LeftoverRegistration, OfTheFirstKeyOfAnEmptyRegistry) {
  constexpr std::string_view kEmpty =
      "root host hostapi.claims @0 -> r\nr registry type registry:\n";
  constexpr std::string_view kClaimed =
      "root host hostapi.claims @0 -> r\nr instance type registry: [80] = str 'x'\n";
  EXPECT_THAT(kinds_between(kClaimed, kEmpty),
              ElementsAre("leftover-registration: hostapi.claims[80]"));
  EXPECT_THAT(kinds_between(kEmpty, kClaimed), ElementsAre("missing-name: hostapi.claims[80]"));
}

TEST(IdentitySplit, OfAnEqualCopy) {
  std::string actual = with(demo(), {{".unit -> unit; .V = int 1; .TABLE -> table; .Op",
                                      ".unit -> unit; .V = int 1; .TABLE -> copy; .Op"}}) +
                       "copy dict: ['a'] = int 1; ['b'] = int 2\n";
  EXPECT_THAT(differences_between(actual, kDemo),
              ElementsAre("identity-split demo.TABLE: same as demo.settings.TABLE / dict of 2"));
}

TEST(IdentitySplit, OfTwoThatBecameOne) {
  constexpr std::string_view kTwo = R"(
    root modules demo @0 -> m
    m module demo: -> n
    n namespace: .A -> a; .B -> b
    a list: [0] = int 1
    b list: [0] = int 1
  )";
  std::string one = with(std::string(kTwo), {{".B -> b", ".B -> a"}});
  EXPECT_THAT(kinds_between(one, kTwo), ElementsAre("identity-split: demo.B"));
}

TEST(IdentitySplit, IsNotAskedOfWhatIsMadeAnewEachTime) {
  constexpr std::string_view kWorld = R"(
    root modules demo @0 -> m
    m module demo: -> n
    n namespace: .A -> a; .B -> a; .f -> f
    a transparent: _function -> f
    f function f: _code = c; _module = demo; _globals -> n
  )";
  std::string actual =
      with(std::string(kWorld), {{".B -> a", ".B -> b"}}) + "b transparent: _function -> f\n";
  EXPECT_THAT(kinds_between(actual, kWorld), IsEmpty());
}

TEST(Differences, KeepTheFirstKindOfOneObject) {
  // The old class is in the registry once too often and stands under a name.
  std::string actual = with(demo(), {{"[0] -> op", "[0] -> was; [1] -> op"},
                                     {".Op -> op", ".Op -> op; .Was -> was"}}) +
                       "was class Op @0 born 1: _module = demo; .label = str 'old'\n";
  EXPECT_THAT(kinds_between(actual, kDemo),
              ElementsAre("duplicate-registration: demo.Was | hostapi.classes[0]"));
}

TEST(Differences, DoNotDescendBelowWhatIsWrong) {
  std::string actual =
      with(demo(), {{".settings -> ms; .unit -> unit; .V = int 1; .TABLE -> table; .Op -> op",
                     ".settings -> ms; .unit -> unit; .V = int 1; .TABLE -> table; .Op -> op; "
                     ".extra -> x"}}) +
      "x dict: ['deep'] -> y\ny dict: ['deeper'] = int 1\n";
  EXPECT_THAT(kinds_between(actual, kDemo), ElementsAre("ghost-name: demo.extra"));
}

TEST(Differences, NameTheHolderForTheCause) {
  Graph actual = parse_graph(with(demo(), {{"['a'] = int 1", "['a'] = int 0"}}));
  Graph reference = parse_graph(kDemo);
  auto found = differences(actual, reference, match(actual, reference), {}, {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].paths.front(), "demo.TABLE['a']");
  EXPECT_EQ(found[0].holder, "demo.TABLE");
  EXPECT_EQ(found[0].root, "demo");
}

TEST(Differences, ListAtMostTwentyPaths) {
  std::string many = "root modules demo @0 -> m\nm module demo: -> n\nn namespace: ";
  for (int i = 0; i < 30; ++i) many += ".f" + std::to_string(i) + " -> f; ";
  many += "\nf function f: _code = c1\n";
  Graph actual = parse_graph(with(many, {{"c1", "c0"}}));
  Graph reference = parse_graph(many);
  auto found = differences(actual, reference, match(actual, reference), {}, {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].paths.size(), kMaxPaths);
  EXPECT_EQ(found[0].paths.front(), "demo.f0");
}

}  // namespace
}  // namespace afresh::testing

// What a graph has at a place, as the values that findings carry.
// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/object_refs.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/graph_text.hpp"
#include "tests/oracles/in_short.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;

TEST(ObjectRefs, NameWhatAPersonKnows) {
  NamedGraph world = parse_named_graph(R"(
    m module demo.sub born 2: -> n
    n namespace:
    f function unit born 3: _module = demo; ~_place = str 'demo/settings.py:4'
    c class Item: _module = demo
    l list: [0] = int 1; [1] = int 2; ?note = int 3
    o instance type demo.Point born 1:
    b transparent: _function -> f
    w transparent type weakref.ref: _referent -> c
    r registry: [0] -> b
  )");
  auto object = [&](const char* id) {
    return in_short(object_at(world.graph, {false, world.ids.at(id)}));
  };
  auto entry = [&](const char* id) {
    return in_short(registry_entry_at(world.graph, {false, world.ids.at(id)}));
  };
  EXPECT_EQ(object("m"), "module demo.sub @2");
  EXPECT_EQ(object("n"), "namespace demo.sub");
  EXPECT_EQ(object("f"), "function demo.unit (demo/settings.py) @3");
  EXPECT_EQ(object("c"), "class demo.Item");
  EXPECT_EQ(object("l"), "list of 2");
  EXPECT_EQ(object("o"), "instance demo.Point @1");
  EXPECT_EQ(object("r"), "registry of 1");
  // Alike in every load, and by what they are bound or refer to.
  EXPECT_EQ(entry("f"), "function demo.unit");
  EXPECT_EQ(entry("o"), "instance demo.Point");
  EXPECT_EQ(entry("b"), "wrapper method demo.unit");
  EXPECT_EQ(entry("w"), "wrapper weakref.ref demo.Item");
}

TEST(ObjectRefs, DoNotSayAModuleTwice) {
  NamedGraph world = parse_named_graph(R"(
    c class demo.sub.Item: _module = demo.sub
    d class demo.subway.Item: _module = demo.sub
  )");
  auto name = [&](const char* id) {
    return object_at(world.graph, {false, world.ids.at(id)}).name;
  };
  EXPECT_EQ(name("c"), "Item");
  EXPECT_EQ(name("d"), "demo.subway.Item");
}

TEST(Atoms, HaveATypeAndAValueOrNameWhatIsOfALibrary) {
  EXPECT_EQ(parse_atom("str 'a b'"),
            (ObjectRef{.kind = ObjectKind::kAtom, .type = "str", .value = "'a b'"}));
  EXPECT_EQ(parse_atom("None"), (ObjectRef{.kind = ObjectKind::kAtom, .value = "None"}));
  EXPECT_EQ(parse_atom("class json.JSONDecoder"),
            (ObjectRef{.kind = ObjectKind::kClass, .name = "json.JSONDecoder"}));
  EXPECT_EQ(parse_atom("function math.radians"),
            (ObjectRef{.kind = ObjectKind::kFunction, .name = "math.radians"}));
  EXPECT_EQ(parse_atom("module os"), (ObjectRef{.kind = ObjectKind::kModule, .name = "os"}));
}

TEST(EntriesInOrder, AreKeysOrElseWhatIsThereAndNeverMoreThanAnybodyReads) {
  std::string many = "many list: ";
  for (int i = 0; i < 100; ++i) many += "[" + std::to_string(i) + "] = int 1; ";
  NamedGraph world = parse_named_graph(
      "d dict: ['b'] = int 1; ['a'] = int 2; ?note = int 3\n"
      "l list: [0] = int 7; [1] -> d\n" +
      many);
  auto entries = [&](const char* id) {
    std::vector<std::string> words;
    for (const ObjectRef& each : entries_in_order(world.graph, world.ids.at(id)))
      words.push_back(in_short(each));
    return words;
  };
  EXPECT_THAT(entries("d"), ElementsAre("key ['b']", "key ['a']"));
  EXPECT_THAT(entries("l"), ElementsAre("int 7", "dict of 2"));
  EXPECT_EQ(entries("many").size(), 40U);
}

}  // namespace
}  // namespace afresh::testing

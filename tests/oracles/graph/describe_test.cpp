// Objects in words.
// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/describe.hpp"

#include <gtest/gtest.h>

#include "tests/oracles/graph_text.hpp"

namespace afresh::testing {
namespace {

TEST(Describe, NamesWhatAPersonKnows) {
  NamedGraph world = parse_named_graph(R"(
    m module demo.sub born 2: -> n
    n namespace:
    f function unit born 3: _module = demo; ~_place = str 'demo/settings.py:4'
    c class Item: _module = demo
    l list: [0] = int 1; [1] = int 2; ?note = int 3
    o instance type demo.Point:
    b transparent: _function -> f
  )");
  auto words = [&](const char* id) { return describe(world.graph, {false, world.ids.at(id)}); };
  EXPECT_EQ(words("m"), "module demo.sub");
  EXPECT_EQ(words("n"), "namespace of demo.sub");
  EXPECT_EQ(words("f"), "function unit (demo/settings.py)");
  EXPECT_EQ(words("c"), "class Item");
  EXPECT_EQ(words("l"), "list of 2");
  EXPECT_EQ(words("o"), "Point object");
  EXPECT_EQ(describe_with_version(world.graph, {false, world.ids.at("m")}),
            "module demo.sub, version 2");
  EXPECT_EQ(describe_with_version(world.graph, {false, world.ids.at("c")}), "class Item");
  EXPECT_EQ(describe_entry(world.graph, {false, world.ids.at("b")}),
            "builtins.method function demo.unit");
}

TEST(Describe, IsShortAndStaysWholeCharacters) {
  std::string text;
  while (text.size() < 2 * kMaxTextBytes) text += "é";
  for (const std::string& tail : {text, "x" + text}) {
    std::string words = shortened(tail);
    EXPECT_LE(words.size(), kMaxTextBytes);
    EXPECT_TRUE(words.ends_with("é…"));
  }
  EXPECT_EQ(shortened("short"), "short");
}

}  // namespace
}  // namespace afresh::testing

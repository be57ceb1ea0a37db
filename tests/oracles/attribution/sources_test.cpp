// Which module an import names, and which file a module has.
// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/sources.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/graph_text.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

BindingFact from(std::string module, std::string original) {
  return {"x", BindingKind::kFromImport, 1, "", std::move(module), std::move(original)};
}

TEST(Sources, ResolveRelativeImports) {
  auto in_package = [](const char* module) {
    return imported_module(from(module, "x"), "demo.sub", "demo/sub/__init__.py");
  };
  EXPECT_EQ(in_package(".a"), "demo.sub.a");
  EXPECT_EQ(in_package("."), "demo.sub");
  EXPECT_EQ(in_package("..a"), "demo.a");
  EXPECT_EQ(in_package("...a"), "");
  EXPECT_EQ(in_package("math"), "math");
  EXPECT_EQ(imported_module(from(".a", "x"), "demo.sub", "demo/sub.py"), "demo.a");
  EXPECT_EQ(imported_module(from(".a", "x"), "demo", "demo.py"), "");
}

TEST(Sources, KnowWhatAnImportLoads) {
  auto loads_in_demo = [](const BindingFact& fact, const char* module) {
    return loads(fact, "demo", "demo/__init__.py", module);
  };
  EXPECT_TRUE(loads_in_demo(from(".a", "f"), "demo.a"));
  EXPECT_TRUE(loads_in_demo(from(".", "a"), "demo.a"));
  EXPECT_TRUE(loads_in_demo(from(".a.b", "f"), "demo.a"));
  EXPECT_FALSE(loads_in_demo(from(".a", "f"), "demo.ab"));
  EXPECT_FALSE(loads_in_demo(from(".ab", "f"), "demo.a"));
  BindingFact plain{"tinylib", BindingKind::kImport, 1, "", "tinylib.parts", ""};
  EXPECT_TRUE(loads_in_demo(plain, "tinylib"));
  EXPECT_TRUE(loads_in_demo(plain, "tinylib.parts"));
  EXPECT_FALSE(loads_in_demo({"V", BindingKind::kAssignment, 1, "V = 1"}, "demo"));
}

TEST(Sources, TakeAModulesFileFromTheModule) {
  Graph graph = parse_graph(R"(
    root modules tinylib @0 -> m
    root modules demo.bare @0 -> b
    root modules demo @0 -> d
    m module tinylib: -> n
    n namespace: .__file__ = str '/tmp/addons/demo/vendor/tinylib.py'
    b module demo.bare: -> nb
    nb namespace: .__file__ = None
    d module demo: -> nd
    nd namespace: .__file__ = str '/tmp/addons/other_demo/__init__.py'
  )");
  EXPECT_THAT(module_files(graph, {"demo/vendor/tinylib.py", "tinylib.py", "demo/__init__.py"}),
              ElementsAre(Pair("tinylib", "demo/vendor/tinylib.py")));
}

}  // namespace
}  // namespace afresh::testing

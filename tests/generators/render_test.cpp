// The text of models: one for each import form, reverses, and determinism.
// SPDX-License-Identifier: MIT
#include "generators/render.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <regex>
#include <sstream>

#include "generators/gens.hpp"
#include "generators/repair.hpp"
#include "tests/generators/sample.hpp"

namespace afresh::generators {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string ops_with(ImportForm form) {
  PackageModel model = sample_package();
  find_module(model, "ops")->imports[0].form = form;
  return render_package(repaired(std::move(model))).at("demo/ops.py");
}

struct FormText {
  ImportForm form;
  const char* line;
  const char* use;
};

class EachImportForm : public ::testing::TestWithParam<FormText> {};

TEST_P(EachImportForm, HasItsLineAndItsWayToSpellAUse) {
  std::string text = ops_with(GetParam().form);
  EXPECT_THAT(text, HasSubstr(std::string(GetParam().line) + "\n"));
  EXPECT_THAT(text, HasSubstr(std::string("    return 1 + len(") + GetParam().use + ")\n"));
}

INSTANTIATE_TEST_SUITE_P(
    Rendering, EachImportForm,
    ::testing::Values(
        FormText{ImportForm::kRelative, "from .lib import units", "units.TITLE"},
        FormText{ImportForm::kFromParent, "from demo.lib import units", "units.TITLE"},
        FormText{ImportForm::kDottedAs, "import demo.lib.units as units", "units.TITLE"},
        FormText{ImportForm::kDotted, "import demo.lib.units", "demo.lib.units.TITLE"},
        FormText{ImportForm::kNames, "from .lib.units import TITLE, Shape, Item", "TITLE"},
        FormText{ImportForm::kAbsoluteNames, "from demo.lib.units import TITLE, Shape, Item",
                 "TITLE"},
        FormText{ImportForm::kNamesAs,
                 "from .lib.units import TITLE as other_TITLE, Shape as other_Shape, "
                 "Item as other_Item",
                 "other_TITLE"},
        FormText{ImportForm::kStar, "from .lib.units import *", "TITLE"}));

TEST(Rendering, WritesTheSampleAsAPersonWould) {
  EXPECT_EQ(render_package(sample_package()).at("demo/lib/units.py"),
            R"(import hostapi

WIDTH = 5
TITLE = 'red'


def scale():
    return 10 + WIDTH


class Shape:
    def total(self):
        return 2


class Item(hostapi.PropertyGroup):
    amount: hostapi.Int(default=3)
)");
}

TEST(Rendering, WritesASubclassThatCallsItsBaseAndAGroupThatPointsAtAnother) {
  std::string text = ops_with(ImportForm::kRelative);
  EXPECT_THAT(text, HasSubstr("class Brush(units.Shape):\n    def total(self):\n"
                              "        return super().total() + 4\n"));
  EXPECT_THAT(text, HasSubstr("    target: hostapi.Pointer(units.Item)\n"));
}

TEST(Rendering, NamesOwnDefinitionsInAll) {
  PackageModel model = sample_package();
  find_module(model, "lib")->has_all = true;
  EXPECT_THAT(render_package(model).at("demo/lib/__init__.py"),
              HasSubstr("__all__ = ['WIDTH', 'DEPTH']\n"));
}

TEST(Rendering, ImportsLateInsideTheFunction) {
  PackageModel model = sample_package();
  Function& scale = find_module(model, "lib.units")->functions[0];
  scale.plus = {{"", "LIMIT"}};
  scale.late = Import{"", ImportForm::kNames};
  model.modules.back().constants = {{"LIMIT", int_value(7), {}}};
  EXPECT_THAT(render_package(repaired(model)).at("demo/lib/units.py"),
              HasSubstr("def scale():\n    from .. import LIMIT\n    return 10 + LIMIT\n"));
}

TEST(Rendering, LaysAPackageOfOneModuleOutAsOneFile) {
  PackageModel model{.name = "demo", .modules = {{.path = ""}}};
  EXPECT_EQ(render_package(model).count("demo.py"), 1u);
  model.modules[0].is_package = true;
  EXPECT_EQ(render_package(model).count("demo/__init__.py"), 1u);
}

/// The calls in the body of the root's `register` or `unregister`, without loops.
std::vector<std::string> calls_in(const std::string& text, const std::string& function) {
  std::istringstream lines(text.substr(text.find("\ndef " + function + "():\n") + 1));
  std::vector<std::string> calls;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line) && line.starts_with("    ")) {
    if (line.find("for cls in") == std::string::npos) calls.push_back(line);
  }
  return calls;
}

std::string undone(std::string call) {
  const std::pair<std::string, std::string> kPairs[] = {{".append(", ".remove("},
                                                        {"add_timer", "remove_timer"},
                                                        {"define_property", "remove_property"},
                                                        {"register_", "unregister_"}};
  for (const auto& [done, reverse] : kPairs) {
    auto at = call.find(done);
    if (at != std::string::npos) call.replace(at, done.size(), reverse);
  }
  // A property is removed by its name alone.
  if (call.find("remove_property") != std::string::npos) {
    call = call.substr(0, call.find("', ") + 1) + ")";
  }
  return call;
}

RC_GTEST_PROP(Rendering, UnregistersInTheReverseOrderOfRegistering, ()) {
  PackageModel model = *gen_package(Profile{});
  std::string text = render_package(model).at(module_file(model, model.modules.back()));
  std::vector<std::string> expected;
  for (const std::string& call : calls_in(text, "register")) expected.push_back(undone(call));
  std::ranges::reverse(expected);
  RC_ASSERT(calls_in(text, "unregister") == expected);
}

RC_GTEST_PROP(Rendering, IsDeterministic, ()) {
  PackageModel model = *gen_package(Profile{});
  PackageModel copy = model;
  RC_ASSERT(render_package(model) == render_package(copy));
}

RC_GTEST_PROP(Rendering, WritesNothingThatAPurgeDoesNotUndo, ()) {
  // Whole words: `set` is not `offset`.
  static const std::regex kForbidden(
      R"(\b(sys|atexit|logging|threading|random|time|id|set|frozenset|__subclasses__|global|)"
      R"(state|claim|lru_cache|weakref|setattr|globals|exec|open)\b)");
  PackageModel model = *gen_package(Profile{});
  for (const auto& [path, text] : render_package(model)) {
    std::smatch found;
    if (std::regex_search(text, found, kForbidden)) RC_FAIL(path + " has " + found.str());
  }
}

}  // namespace
}  // namespace afresh::generators

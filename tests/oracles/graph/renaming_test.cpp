// Modules under other names: which are recognised, and what is rewritten and what is not.
// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/renaming.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>

#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A package and a module in it, under whatever names; `{0}` is the package, `{1}` the module, `{2}`
// what that is relative to; `^` in a label is a blank.
constexpr std::string_view kWorld = R"(
root modules {0} @0 -> m
root modules {1} @0 -> ms
root interpreter copyreg.dispatch_table @0 -> rc
m module {0} @0 born 1: -> n
n namespace {0} @0: .__name__ = str '{0}'; .__package__ = str '{0}'; .__path__ -> p; .__file__ = str '/x/demo/__init__.py'; .__spec__ = Spec str '{0}' str '/x/demo/__init__.py'; .Item -> c; .item -> i; .log = logger '{0}'; .KEY = str 'settings'; .V = int 1
p list: [0] = str '/x/demo'
ms module {1} @0 born 1: -> ns
ns namespace {1} @0: .__name__ = str '{1}'; .__package__ = str '{2}'; .__file__ = str '/x/demo/settings.py'; .f -> f
c class Item @0 born 1: _module = {0}; .__doc__ = str 'Item(x: {0}.Item)'
i instance type {0}.Item @0: _part^{0}.Item = int 1
f function f @0 born 1: _code = c1; _module = str '{1}'; _globals -> ns
rc registry @0: [class^{0}.Item] = int 1
)";

std::string world(const std::string& package, const std::string& module,
                  const std::string& parent) {
  std::string text(kWorld);
  for (auto [from, to] : {std::pair{"{0}", &package}, {"{1}", &module}, {"{2}", &parent}}) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
      text.replace(at, 3, *to);
  }
  return text;
}

const std::string kFresh = world("demo", "demo.settings", "demo");
const std::string kHot = world("_hot_demo", "_hot_demo.settings", "_hot_demo");
/// Without a package around it a module's `__package__` is empty.
const std::string kFlat = world("_hot_demo", "settings", "");

std::vector<std::string> pairs(const std::string& actual) {
  std::vector<std::string> words;
  for (const RenamedModule& each : renamed_modules(parse_graph(actual), parse_graph(kFresh)))
    words.push_back(fmt::format("{} for {}", each.here, each.there));
  return words;
}

std::vector<std::string> kinds_as_named(const std::string& actual) {
  Graph fresh = parse_graph(kFresh);
  Graph here = parse_graph(actual);
  Graph named = with_reference_names(fresh, here, renamed_modules(here, fresh));
  std::vector<std::string> words;
  for (const Difference& difference : differences(named, fresh, match(named, fresh), {}, {}))
    words.push_back(fmt::format("{}: {}", name_of(difference.kind), difference.paths.front()));
  return words;
}

TEST(Renaming, IsToldByTheFile) {
  EXPECT_THAT(pairs(kFresh), IsEmpty());
  EXPECT_THAT(pairs(kHot),
              ElementsAre("_hot_demo for demo", "_hot_demo.settings for demo.settings"));
  EXPECT_THAT(pairs(kFlat), ElementsAre("_hot_demo for demo", "settings for demo.settings"));
  EXPECT_THAT(pairs(with(kHot, {{"/x/demo/settings.py", "/x/demo/other.py"}})),
              ElementsAre("_hot_demo for demo"));
}

TEST(Renaming, IsNoneWhereItsOwnNameIsThere) {
  std::string both = kHot +
                     "root modules demo @0 -> o\no module demo @0: -> no\n"
                     "no namespace demo @0: .__file__ = str '/x/demo/__init__.py'";
  EXPECT_THAT(pairs(both), ElementsAre("_hot_demo.settings for demo.settings"));
}

TEST(Renaming, IsTheYoungestOfSeveral) {
  std::string two = kHot +
                    "root modules _hot2 @0 -> o\no module _hot2 @0 born 2: -> no\n"
                    "no namespace _hot2 @0: .__file__ = str '/x/demo/__init__.py'";
  EXPECT_THAT(pairs(two), ElementsAre("_hot2 for demo", "_hot_demo.settings for demo.settings"));
}

TEST(Renaming, LeavesNothingElseToFind) {
  EXPECT_THAT(kinds_as_named(kHot), IsEmpty());
  EXPECT_THAT(kinds_as_named(kFlat), IsEmpty());
}

TEST(Renaming, KeepsWhatElseDiffers) {
  EXPECT_THAT(
      kinds_as_named(with(kHot, {{"_code = c1", "_code = c0"}, {".V = int 1", ".V = int 0"}})),
      ElementsAre("stale-code: demo.settings.f", "stale-value: demo.V"));
  EXPECT_THAT(kinds_as_named(with(kHot, {{".__package__ = str '_hot_demo'; .__path__",
                                          ".__package__ = None; .__path__"}})),
              ElementsAre("stale-value: demo.__package__"));
}

TEST(Renaming, RewritesNoTextOfTheAddOns) {
  // The module `settings` is a renamed one; the add-on's own text is not its name.
  EXPECT_THAT(kinds_as_named(with(kFlat, {{".KEY = str 'settings'", ".KEY = str '_hot_demo'"}})),
              ElementsAre("stale-value: demo.KEY"));
}

TEST(Renaming, IsAFindingOfTheLoad) {
  TrialBuilder trial;
  auto without_labels = [](const std::string& text, const std::string& name) {
    return with(text, {{": _part^" + name + ".Item = int 1", ":"},
                       {": [class^" + name + ".Item] = int 1", ":"}});
  };
  trial.add(StepKind::kReload, without_labels(kHot, "_hot_demo"), without_labels(kFresh, "demo"));
  EXPECT_EQ(trial.verdicts(), "fresh=fail process-state=pass");
  EXPECT_THAT(trial.findings(),
              ElementsAre("fresh renamed-module: _hot_demo | _hot_demo.settings"));
}

TEST(Renaming, OfAModuleInAnOldPackageIsToldByItself) {
  std::string inner = with(kFresh, {{"root modules demo.settings", "root modules hot"},
                                    {"ms module demo.settings", "ms module hot"}});
  TrialBuilder trial;
  trial.add(StepKind::kReload, inner, kFresh);
  EXPECT_THAT(trial.findings(), ElementsAre("fresh renamed-module: hot"));
}

}  // namespace
}  // namespace afresh::testing

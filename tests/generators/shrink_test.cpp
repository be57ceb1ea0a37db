// How small a counterexample gets, and that every step on the way is a package of its own right.
// SPDX-License-Identifier: MIT
#include "generators/shrink.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <functional>
#include <optional>

#include "generators/gens.hpp"
#include "generators/problems.hpp"
#include "generators/render.hpp"

namespace afresh::generators {
namespace {

constexpr std::uint64_t kSeeds = 12;

template <typename T>
using Predicate = std::function<bool(const T&)>;

/// What RapidCheck would report: always on to the first shrink that still `holds`.
template <typename T>
T shrunk(rc::Shrinkable<T> from, const Predicate<T>& holds) {
  bool found = true;
  while (found) {
    found = false;
    auto shrinks = from.shrinks();
    while (auto next = shrinks.next()) {
      if (!holds(next->value())) continue;
      from = *next;
      found = true;
      break;
    }
  }
  return from.value();
}

/// The smallest packages with that property, over a few seeds that have it at all.
std::vector<PackageModel> smallest(const Predicate<PackageModel>& holds) {
  std::vector<PackageModel> all;
  for (std::uint64_t seed = 0; all.size() < kSeeds; ++seed) {
    auto start = gen_package(Profile{.modules_min = 3})(rc::Random(seed));
    if (holds(start.value())) all.push_back(shrunk(start, holds));
  }
  return all;
}

bool imports_by(const PackageModel& model, ImportForm form) {
  return std::ranges::any_of(model.modules, [&](const Module& module) {
    return std::ranges::find(module.imports, form, &Import::form) != module.imports.end();
  });
}

bool has_class(const PackageModel& model, const std::function<bool(const Class&)>& fits) {
  return std::ranges::any_of(model.modules, [&](const Module& module) {
    return std::ranges::any_of(module.classes, fits);
  });
}

std::size_t definitions_in(const PackageModel& model) {
  std::size_t count = 0;
  for (const Module& m : model.modules) {
    count += m.constants.size() + m.functions.size() + m.classes.size() + m.host_properties.size();
  }
  return count;
}

RC_GTEST_PROP(Shrinking, GivesValidAndLighterPackages, ()) {
  PackageModel model = *rc::gen::noShrink(gen_package(Profile{.modules_max = 6}));
  for (const PackageModel& each : shrink_candidates(model)) {
    RC_ASSERT(find_problems(each).empty());
    RC_ASSERT(weight_of(each) < weight_of(model));
  }
}

RC_GTEST_PROP(Shrinking, KeepsEveryEditVisible, ()) {
  History past = *rc::gen::noShrink(gen_history(Profile{.modules_max = 3}));
  for (const History& each : shrink_candidates(past)) {
    RC_ASSERT(shows_every_edit(each));
    for (const PackageModel& model : build_versions(each)) RC_ASSERT(find_problems(model).empty());
  }
}

TEST(Shrinking, EndsAtAnEmptyPackageWhenAnythingFails) {
  for (const PackageModel& model : smallest([](const PackageModel&) { return true; })) {
    EXPECT_EQ(model, (PackageModel{.name = model.name, .modules = {Module{}}}));
    EXPECT_EQ(render_package(model).at(model.name + ".py"),
              "def probe():\n    return ()\n\n\ndef register():\n    pass\n\n\n"
              "def unregister():\n    pass\n");
  }
}

TEST(Shrinking, EndsAtTwoModulesAndOneDefinitionForAFromImport) {
  auto has = [](const PackageModel& model) { return imports_by(model, ImportForm::kNames); };
  for (const PackageModel& model : smallest(has)) {
    EXPECT_EQ(model.modules.size(), 2u);
    EXPECT_EQ(definitions_in(model), 1u) << render_package(model).begin()->second;
  }
}

TEST(Shrinking, EndsAtTwoModulesWithoutDefinitionsForAStarImport) {
  auto has = [](const PackageModel& model) { return imports_by(model, ImportForm::kStar); };
  for (const PackageModel& model : smallest(has)) {
    EXPECT_EQ(model.modules.size(), 2u);
    EXPECT_EQ(definitions_in(model), 0u);
  }
}

TEST(Shrinking, EndsAtOneModuleAndTwoClassesForASubclass) {
  auto has = [](const PackageModel& model) {
    return has_class(model, [](const Class& c) { return c.base.has_value(); });
  };
  for (const PackageModel& model : smallest(has)) {
    EXPECT_EQ(model.modules.size(), 1u);
    EXPECT_EQ(definitions_in(model), 2u);
  }
}

TEST(Shrinking, EndsAtOneModuleAndTwoGroupsForAPointer) {
  auto has = [](const PackageModel& model) {
    return has_class(model, [](const Class& c) {
      return std::ranges::any_of(c.properties, [](auto& p) { return points(p.kind); });
    });
  };
  for (const PackageModel& model : smallest(has)) {
    EXPECT_EQ(model.modules.size(), 1u);
    EXPECT_EQ(definitions_in(model), 2u);
  }
}

TEST(Shrinking, EndsAtOneEditOfOneDefinitionForAnyHistory) {
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    History past = shrunk<History>(gen_history(Profile{})(rc::Random(seed)),
                                   [](const History&) { return true; });
    EXPECT_EQ(past.edits.size(), 1u);
    EXPECT_EQ(past.edits[0].size(), 1u);
    EXPECT_EQ(past.first.modules.size(), 1u);
    EXPECT_LE(definitions_in(past.first), 1u);
  }
}

}  // namespace
}  // namespace afresh::generators

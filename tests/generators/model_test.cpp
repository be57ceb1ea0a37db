// Built packages are valid, the model's values are right, and the yardstick of both can fail.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "generators/evaluate.hpp"
#include "generators/gens.hpp"
#include "generators/problems.hpp"
#include "generators/repair.hpp"
#include "tests/generators/sample.hpp"

namespace afresh::generators {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

RC_GTEST_PROP(Package, IsValid, ()) {
  PackageModel model = *gen_package(Profile{});
  RC_ASSERT(find_problems(model).empty());
  RC_ASSERT(!model.probe.empty());
}

RC_GTEST_PROP(Package, KeepsToTheSizesOfItsProfile, ()) {
  Profile profile{.modules_min = 4, .modules_max = 6, .depth_max = 3, .probe_max = 5};
  PackageModel model = *gen_package(profile);
  RC_ASSERT(model.modules.size() >= 4 && model.modules.size() <= 6);
  RC_ASSERT(model.probe.size() <= 5u);
  for (const Module& module : model.modules) {
    RC_ASSERT(packages_above(module.path).size() < 3u);
  }
}

RC_GTEST_PROP(Package, OfStarImportsAloneIsValid, ()) {
  Profile profile{.relative_weight = 0,
                  .from_parent_weight = 0,
                  .dotted_as_weight = 0,
                  .dotted_weight = 0,
                  .names_weight = 0,
                  .absolute_names_weight = 0,
                  .names_as_weight = 0};
  RC_ASSERT(find_problems(*gen_package(profile)).empty());
}

RC_GTEST_PROP(Repairing, LeavesAValidPackageAlone, ()) {
  PackageModel model = *gen_package(Profile{});
  RC_ASSERT(repaired(model) == model);
}

RC_GTEST_PROP(Repairing, MakesWhatLostAModuleWholeAgain, ()) {
  PackageModel model = *gen_package(Profile{.modules_min = 2});
  auto lost = *rc::gen::inRange<std::size_t>(0, model.modules.size() - 1);
  model.modules.erase(model.modules.begin() + static_cast<std::ptrdiff_t>(lost));
  RC_ASSERT(find_problems(repaired(model)).empty());
}

RC_GTEST_PROP(Repairing, MakesAnyLoadingOrderWork, ()) {
  PackageModel model = *gen_package(Profile{.modules_min = 3});
  std::size_t below_root = model.modules.size() - 1;
  auto a = *rc::gen::inRange<std::size_t>(0, below_root);
  auto b = *rc::gen::inRange<std::size_t>(0, below_root);
  std::swap(model.modules[a], model.modules[b]);
  RC_ASSERT(find_problems(repaired(model)).empty());
}

TEST(Model, ComputesWhatTheProbeReturns) {
  // WIDTH; DEPTH = 1 + WIDTH; bake() = 1 + len('red'); Brush: 4 + 2 of its base.
  EXPECT_EQ(evaluate_probe(sample_package()), "(5, 6, 4, 6)");
}

TEST(Model, FollowsAReExportToTheDefinition) {
  PackageModel model = sample_package();
  Definition found = find_definition(model, {"lib", "WIDTH"});
  ASSERT_TRUE(found.constant);
  EXPECT_EQ(found.at, find_definition(model, {"lib.units", "WIDTH"}).at);
  EXPECT_FALSE(find_definition(model, {"lib", "TITLE"}));
}

TEST(Model, CountsWhatOneCallLooksAt) {
  PackageModel model = sample_package();
  EXPECT_EQ(evaluation_cost(model, {"lib.units", "WIDTH"}), 1);
  EXPECT_EQ(evaluation_cost(model, {"ops", "Brush"}), 2);
}

TEST(Problems, AreNoneInTheSample) { EXPECT_THAT(find_problems(sample_package()), IsEmpty()); }

TEST(Problems, IncludeAModuleThatNeedsItselfToLoad) {
  PackageModel model = sample_package();
  find_module(model, "lib.units")->imports.push_back({"ops"});
  EXPECT_THAT(find_problems(model), Contains("'ops' needs itself to load"));
}

TEST(Problems, IncludeACircleThroughAPackageOnTheWay) {
  PackageModel model = sample_package();
  // Importing `lib.units` loads `lib` first, which would now need `ops`.
  find_module(model, "lib")->imports.push_back({"ops"});
  EXPECT_THAT(find_problems(model), Contains("'lib' needs itself to load"));
}

TEST(Problems, DoNotIncludeAPackageThatImportsItsOwnModule) {
  PackageModel model = sample_package();
  ASSERT_THAT(find_module(model, "lib")->imports,
              Contains(Import{"lib.units", ImportForm::kNames}));
  EXPECT_THAT(find_problems(model), IsEmpty());
}

TEST(Problems, IncludeAUseWithoutImport) {
  PackageModel model = sample_package();
  find_module(model, "ops")->imports.clear();
  EXPECT_THAT(find_problems(model), Contains("ops uses TITLE of lib.units, which it lacks"));
}

TEST(Problems, IncludeANameThatIsNotThere) {
  PackageModel model = sample_package();
  model.probe.push_back({"ops", "nothing"});
  EXPECT_THAT(find_problems(model), Contains(HasSubstr("uses nothing of ops")));
}

TEST(Problems, IncludeANameThatIsThereTwice) {
  PackageModel model = sample_package();
  find_module(model, "ops")->constants.push_back({"WIDTH", int_value(1), {}});
  EXPECT_THAT(find_problems(model), Contains("WIDTH is there twice"));
}

TEST(Problems, IncludeFunctionsThatCallEachOther) {
  PackageModel model = sample_package();
  Module& units = *find_module(model, "lib.units");
  units.functions[0].plus.push_back({"ops", "bake"});
  units.functions[0].late = Import{"ops"};
  find_module(model, "ops")->functions[0].plus.push_back({"lib.units", "scale"});
  EXPECT_THAT(find_problems(model), Contains("'bake' needs itself to have a value"));
}

TEST(Repairing, GivesADottedImportInsideALoadingPackageAnotherForm) {
  PackageModel model = sample_package();
  Module& lib = *find_module(model, "lib");
  lib.re_exports.clear();
  lib.imports[0].form = ImportForm::kDotted;
  // DEPTH is computed while `demo` has no attribute `lib` yet.
  EXPECT_EQ(find_module(repaired(model), "lib")->imports[0].form, ImportForm::kRelative);
}

}  // namespace
}  // namespace afresh::generators

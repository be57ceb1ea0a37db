// Edits keep a package valid, and show.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "generators/evaluate.hpp"
#include "generators/gens.hpp"
#include "generators/problems.hpp"
#include "generators/render.hpp"
#include "tests/generators/sample.hpp"

namespace afresh::generators {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::IsEmpty;
using ::testing::Not;

RC_GTEST_PROP(Edits, KeepThePackageValid, ()) {
  for (const PackageModel& model : build_versions(*gen_history(Profile{}))) {
    RC_ASSERT(find_problems(model).empty());
  }
}

RC_GTEST_PROP(Edits, ShowInTheProbeAndInTheFiles, ()) {
  History past = *gen_history(Profile{});
  RC_ASSERT(shows_every_edit(past));
  std::vector<PackageModel> versions = build_versions(past);
  for (std::size_t i = 1; i < versions.size(); ++i) {
    RC_ASSERT(render_package(versions[i]) != render_package(versions[i - 1]));
  }
}

RC_GTEST_PROP(Edits, ChangeTheFilesOneByOne, ()) {
  History past = *gen_history(Profile{});
  PackageModel model = past.first;
  for (const Edit& edit : past.edits[0]) {
    PackageModel next = apply(edit, model);
    RC_ASSERT(render_package(next) != render_package(model));
    model = next;
  }
}

TEST(Edits, AreOfEveryKind) {
  std::set<EditKind> seen;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    for (const auto& edits : gen_history(Profile{})(rc::Random(seed)).value().edits) {
      for (const Edit& edit : edits) seen.insert(edit.kind);
    }
  }
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(EditKind::kChangeImport) + 1);
}

TEST(Edits, ThatNameWhatIsGoneChangeNothing) {
  for (EditKind kind :
       {EditKind::kChangeConstant, EditKind::kChangeNumber, EditKind::kRemoveDefinition,
        EditKind::kRenameClass, EditKind::kChangeProperty, EditKind::kRemoveModule,
        EditKind::kModuleToPackage, EditKind::kChangeImport}) {
    Edit edit{.kind = kind, .subject = "gone", .other = "Gone", .number = 1};
    EXPECT_EQ(apply(edit, sample_package()), sample_package()) << describe_edit(edit);
  }
}

TEST(Edits, ThatWouldTakeANameTwiceChangeNothing) {
  Edit add{.kind = EditKind::kAddDefinition,
           .subject = "lib",
           .other = "WIDTH",
           .made = Constant{"WIDTH", int_value(1), {}}};
  EXPECT_EQ(apply(add, sample_package()), sample_package());
  Edit rename{.kind = EditKind::kRenameClass, .subject = "Brush", .other = "Shape"};
  EXPECT_EQ(apply(rename, sample_package()), sample_package());
}

TEST(Edits, RenameAClassWithAllWhoUseIt) {
  Edit edit{.kind = EditKind::kRenameClass, .subject = "Shape", .other = "Frame"};
  PackageModel after = apply(edit, sample_package());
  EXPECT_THAT(find_problems(after), IsEmpty());
  EXPECT_EQ(find_module(after, "ops")->classes[0].base, (Reference{"lib.units", "Frame"}));
  EXPECT_EQ(evaluate_probe(after), evaluate_probe(sample_package()));
}

TEST(Edits, TurnAModuleIntoAPackageOfTheSameName) {
  Edit edit{.kind = EditKind::kModuleToPackage, .subject = "ops"};
  auto files = render_package(apply(edit, sample_package()));
  EXPECT_EQ(files.count("demo/ops.py"), 0u);
  // One level deeper, what was `.lib` is `..lib`.
  EXPECT_THAT(files.at("demo/ops/__init__.py"), ::testing::HasSubstr("from ..lib.units import"));
}

TEST(Edits, RemoveAModuleWithEverythingThatNeedsIt) {
  Edit edit{.kind = EditKind::kRemoveModule, .subject = "units"};
  PackageModel after = apply(edit, sample_package());
  EXPECT_THAT(find_problems(after), IsEmpty());
  // WIDTH is gone, DEPTH is 1, bake() is 1, Brush has lost its base.
  EXPECT_EQ(evaluate_probe(after), "(1, 1, 4)");
}

TEST(Edits, AddAModuleThatTheRootImportsAndProbes) {
  Module made{.path = "grid"};
  made.functions = {{.name = "snap", .number = 8}};
  Edit edit{.kind = EditKind::kAddModule,
            .subject = "ops",
            .other = "grid",
            .form = ImportForm::kNames,
            .made = made};
  PackageModel after = apply(edit, sample_package());
  EXPECT_THAT(find_problems(after), IsEmpty());
  EXPECT_EQ(evaluate_probe(after), "(5, 6, 4, 6, 8)");
  EXPECT_THAT(after.modules.back().imports, Contains(Import{"ops.grid", ImportForm::kNames}));
  EXPECT_TRUE(find_module(after, "ops")->is_package);
}

TEST(Edits, SwapPointersAndCollections) {
  Edit edit{.kind = EditKind::kChangeProperty, .subject = "Layer"};
  PackageModel after = apply(edit, sample_package());
  EXPECT_EQ(find_module(after, "ops")->classes[1].properties[0].kind, PropertyKind::kCollection);
}

}  // namespace
}  // namespace afresh::generators

// Cases by seed: reproducible, of the promised size and shape.
// SPDX-License-Identifier: MIT
#include "generators/generate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "generators/gens.hpp"

namespace afresh {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Ge;
using ::testing::Le;

constexpr int kCases = 300;

std::vector<std::string> step_lines(const std::vector<Step>& steps) {
  std::vector<std::string> lines;
  for (const Step& step : steps) lines.push_back(render_step(step));
  return lines;
}

std::size_t text_size(const Case& a_case) {
  std::size_t size = a_case.story.size();
  for (const std::string& line : step_lines(a_case.steps)) size += line.size() + 3;
  for (const Version& version : a_case.versions) {
    for (const FileChange& change : version.changes) {
      size += change.path.size() + 20 + change.content.value_or("").size();
    }
  }
  return size;
}

RC_GTEST_PROP(GenerateCase, GivesTheSameCaseForTheSameSeedAndIndex,
              (std::uint64_t seed, unsigned short index)) {
  RC_ASSERT(generate_case(seed, index) == generate_case(seed, index));
}

TEST(GenerateCase, GivesOtherCasesForOtherSeedsAndIndices) {
  std::set<std::string> seen;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    for (int index = 0; index < 5; ++index) {
      std::string text;
      Case a_case = generate_case(seed, index);
      for (const FileChange& file : a_case.versions[0].changes) {
        text += file.path + *file.content;
      }
      seen.insert(text);
    }
  }
  EXPECT_EQ(seen.size(), 100u);
}

TEST(GenerateCase, NamesItselfBySeedAndIndex) {
  Case a_case = generate_case(42, 17);
  EXPECT_EQ(a_case.name, "generated-42-00017");
  EXPECT_EQ(a_case.source, "generated: seed 42, index 17");
  EXPECT_EQ(a_case.text, "");
  EXPECT_NE(a_case.story, "");
  EXPECT_THAT(a_case.claims, ElementsAre(Aspect::kFresh, Aspect::kClean));
}

RC_GTEST_PROP(GenerateCase, WalksThroughItsVersionsInOrder, (std::uint64_t seed)) {
  Case a_case = generate_case(seed, 0);
  RC_ASSERT(a_case.addons.size() == 1u);
  const std::string& addon = a_case.addons[0];
  std::vector<std::string> lines = step_lines(a_case.steps);
  auto expects = [&](const std::string& line) {
    return line.starts_with("expect " + addon + ".probe() == (");
  };
  RC_ASSERT(lines.size() == 3 * a_case.versions.size());
  RC_ASSERT(lines.front() == "enable " + addon && expects(lines[1]));
  for (std::size_t i = 1; i < a_case.versions.size(); ++i) {
    RC_ASSERT(lines[3 * i - 1] == "edit " + addon + " " + std::to_string(i + 1));
    RC_ASSERT(lines[3 * i] == "reload " + addon);
    RC_ASSERT(expects(lines[3 * i + 1]));
  }
  RC_ASSERT(lines.back() == "disable " + addon);
}

RC_GTEST_PROP(GenerateCase, ListsInLaterVersionsWhatChangedAlone, (std::uint64_t seed)) {
  Case a_case = generate_case(seed, 1);
  for (const Version& version : a_case.versions) {
    auto before = files_at_version(a_case, a_case.addons[0], version.number - 1);
    RC_ASSERT(!version.changes.empty());
    for (const FileChange& change : version.changes) {
      auto old = before.find(change.path);
      bool is_new = old == before.end() || old->second != change.content;
      bool was_there = old != before.end();
      RC_ASSERT((change.content ? is_new : was_there));
    }
  }
}

TEST(GenerateCase, VariesInSizeAroundFiveModulesAndStaysReadable) {
  std::set<std::size_t> sizes;
  std::set<std::string> addons;
  std::size_t modules = 0;
  std::size_t third_versions = 0;
  for (int i = 0; i < kCases; ++i) {
    Case a_case = generate_case(7, i);
    std::size_t files = a_case.versions[0].changes.size();
    sizes.insert(files);
    addons.insert(a_case.addons[0]);
    modules += files;
    third_versions += a_case.versions.size() == 3 ? 1 : 0;
    EXPECT_LT(text_size(a_case), 20'000u) << a_case.name;
  }
  EXPECT_EQ(*sizes.begin(), 1u);
  EXPECT_THAT(*sizes.rbegin(), AllOf(Ge(10u), Le(12u)));
  EXPECT_THAT(static_cast<double>(modules) / kCases, AllOf(Ge(4.0), Le(6.0)));
  EXPECT_THAT(third_versions, AllOf(Ge(kCases / 5), Le(kCases / 2)));
  EXPECT_GE(addons.size(), 4u);
}

TEST(GenerateCase, CoversEveryFeature) {
  std::map<std::string, int> seen;
  for (int i = 0; i < kCases; ++i) {
    for (const std::string& feature : generate_case(7, i).features) ++seen[feature];
  }
  EXPECT_EQ(seen["generated"], kCases);
  for (const char* feature :
       {"classes", "dataclass", "enum", "from-import", "functions", "groups", "handlers",
        "host-classes", "host-properties", "late-import", "module-import", "named-tuple",
        "re-export", "star-import", "timers"}) {
    EXPECT_GE(seen[feature], kCases / 20) << feature;
  }
}

TEST(SizedCase, HasExactlyAsManyModulesInEveryVersion) {
  for (int modules : {1, 3, 8, 32, 100}) {
    Case a_case = generate_sized_case(modules, 1);
    EXPECT_EQ(a_case.versions.size(), 2u);
    for (int version : {1, 2}) {
      EXPECT_EQ(files_at_version(a_case, a_case.addons[0], version).size(),
                static_cast<std::size_t>(modules));
    }
    EXPECT_EQ(a_case, generate_sized_case(modules, 1));
  }
}

}  // namespace
}  // namespace afresh

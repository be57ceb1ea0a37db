// Libraries and host modules before and after a step, as numbers and words.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/library_changes.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/graph_text.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// `colorsys: module colorsys / absent`.
std::vector<std::string> harm(std::string_view before, std::string_view actual,
                              std::string_view fresh = "", bool is_restarted = false) {
  Graph there = parse_graph(fresh);
  std::vector<std::string> words;
  for (const LibraryHarm& one :
       harm_to_libraries(parse_graph(before), parse_graph(actual), &there, is_restarted)) {
    words.push_back(one.module + ": " + one.before + " / " + one.actual);
  }
  return words;
}

constexpr std::string_view kLoaded = "root modules colorsys = 1\n";
constexpr std::string_view kLoadedAgain = "root modules colorsys = 2\n";
constexpr std::string_view kJsonGone = "root modules json = gone\n";
constexpr std::string_view kJsonRunAgain = "root modules json = the same module, run again\n";

TEST(LibraryHarm, IsNoneWhereEverythingIsAsItWas) {
  EXPECT_THAT(harm("", ""), IsEmpty());
  EXPECT_THAT(harm(kLoaded, kLoaded), IsEmpty());
}

TEST(LibraryHarm, IsToLoadOneAgain) {
  EXPECT_THAT(harm(kLoaded, kLoadedAgain),
              ElementsAre("colorsys: module colorsys / the module, loaded again"));
}

TEST(LibraryHarm, IsToForgetOne) {
  EXPECT_THAT(harm(kLoaded, ""), ElementsAre("colorsys: module colorsys / absent"));
}

TEST(LibraryHarm, IsWhatBecomesOfOneThatWasThereBeforeEverything) {
  EXPECT_THAT(harm("", kJsonGone), ElementsAre("json: module json / gone"));
  EXPECT_THAT(harm(kJsonGone, kJsonRunAgain),
              ElementsAre("json: gone / the same module, run again"));
}

TEST(LibraryHarm, IsNotToImportOne) { EXPECT_THAT(harm("", kLoaded), IsEmpty()); }

TEST(LibraryHarm, IsNotWhatWasDoneBeforeTheStep) {
  EXPECT_THAT(harm(kJsonGone, kJsonGone), IsEmpty());
}

TEST(LibraryHarm, IsNotWhatAFreshStartDoesToo) {
  EXPECT_THAT(harm("", kJsonRunAgain, kJsonRunAgain), IsEmpty());
  EXPECT_THAT(harm("", kJsonRunAgain, kJsonGone),
              ElementsAre("json: module json / the same module, run again"));
}

TEST(LibraryHarm, IsNotThatANewProcessHasNotImportedOneOrKnowsNoNumbers) {
  EXPECT_THAT(harm(kLoaded, "", "", true), IsEmpty());
  EXPECT_THAT(harm(kLoadedAgain, "root modules colorsys = 0\n", "", true), IsEmpty());
}

TEST(LibraryHarm, IsNotWhatIsAnAddons) {
  EXPECT_THAT(harm("root modules demo @0 = 1\n", ""), IsEmpty());
}

}  // namespace
}  // namespace afresh::testing

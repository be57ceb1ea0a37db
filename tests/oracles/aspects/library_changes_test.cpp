// Libraries and host modules before and after a step: the load that each came with, or its change.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/library_changes.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/graph_text.hpp"
#include "tests/oracles/in_short.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// `colorsys: none / colorsys: gone`.
std::vector<std::string> changes(std::string_view before, std::string_view actual,
                                 std::string_view fresh = "", bool is_restarted = false) {
  Graph there = parse_graph(fresh);
  std::vector<std::string> words;
  for (const LibraryChange& one :
       find_library_changes(parse_graph(before), parse_graph(actual), &there, is_restarted)) {
    words.push_back(in_short(FindingSide(one.before)) + " / " + in_short(FindingSide(one.actual)));
  }
  return words;
}

constexpr std::string_view kLoaded = "root modules colorsys = load 1\n";
constexpr std::string_view kLoadedAgain = "root modules colorsys = load 2\n";
constexpr std::string_view kJsonGone = "root modules json = change gone\n";
constexpr std::string_view kJsonReplaced = "root modules json = change replaced\n";
constexpr std::string_view kJsonRunAgain = "root modules json = change run-again\n";

TEST(LibraryChanges, IsNoneWhereEverythingIsAsItWas) {
  EXPECT_THAT(changes("", ""), IsEmpty());
  EXPECT_THAT(changes(kLoaded, kLoaded), IsEmpty());
}

TEST(LibraryChanges, IsToLoadOneAgain) {
  EXPECT_THAT(changes(kLoaded, kLoadedAgain),
              ElementsAre("colorsys: none / colorsys: loaded-again"));
}

TEST(LibraryChanges, IsToForgetOne) {
  EXPECT_THAT(changes(kLoaded, ""), ElementsAre("colorsys: none / colorsys: gone"));
}

TEST(LibraryChanges, IsWhatBecomesOfOneThatWasThereBeforeEverything) {
  EXPECT_THAT(changes("", kJsonGone), ElementsAre("json: none / json: gone"));
  EXPECT_THAT(changes(kJsonGone, kJsonRunAgain), ElementsAre("json: gone / json: run-again"));
  EXPECT_THAT(changes(kJsonRunAgain, kJsonReplaced),
              ElementsAre("json: run-again / json: replaced"));
}

TEST(LibraryChanges, IsNotToImportOne) { EXPECT_THAT(changes("", kLoaded), IsEmpty()); }

TEST(LibraryChanges, IsNotWhatWasDoneBeforeTheStep) {
  EXPECT_THAT(changes(kJsonGone, kJsonGone), IsEmpty());
}

TEST(LibraryChanges, IsNotWhatAFreshStartDoesToo) {
  EXPECT_THAT(changes("", kJsonRunAgain, kJsonRunAgain), IsEmpty());
  EXPECT_THAT(changes("", kJsonRunAgain, kJsonGone), ElementsAre("json: none / json: run-again"));
}

TEST(LibraryChanges, IsNotThatANewProcessHasNotImportedOneOrKnowsNoNumbers) {
  EXPECT_THAT(changes(kLoaded, "", "", true), IsEmpty());
  EXPECT_THAT(changes(kLoadedAgain, "root modules colorsys = load 0\n", "", true), IsEmpty());
}

TEST(LibraryChanges, IsNotWhatIsAnAddons) {
  EXPECT_THAT(changes("root modules demo @0 = load 1\n", ""), IsEmpty());
}

}  // namespace
}  // namespace afresh::testing

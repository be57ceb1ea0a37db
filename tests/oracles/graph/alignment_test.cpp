// Entries of one container and those of another.
// SPDX-License-Identifier: MIT
#include "harness/oracles/graph/alignment.hpp"

#include <gmock/gmock.h>

#include <string_view>

#include "harness/values/common_subsequence.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

/// Each letter is an atom.
std::vector<AlignmentEntry> atoms(std::string_view letters) {
  std::vector<AlignmentEntry> entries;
  for (char letter : letters) {
    AlignmentEntry& entry = entries.emplace_back();
    entry.is_atom = true;
    entry.text = static_cast<std::uint32_t>(letter);
    entry.tokens.fill(static_cast<std::uint64_t>(letter));
  }
  return entries;
}

/// Each letter is an object that looks like its letter; all are alike at a glance.
std::vector<AlignmentEntry> objects(std::string_view letters) {
  std::vector<AlignmentEntry> entries = atoms(letters);
  for (AlignmentEntry& entry : entries) {
    entry.is_atom = false;
    entry.has_identity = true;
    entry.type_token = 1;
    entry.tokens[0] = 0;
  }
  return entries;
}

TEST(CommonSubsequence, IsTheLongest) {
  EXPECT_THAT(common_subsequence({1, 2, 3, 4}, {2, 4}), ElementsAre(Pair(1, 0), Pair(3, 1)));
  EXPECT_THAT(common_subsequence({1, 2, 1}, {2, 1}), ElementsAre(Pair(1, 0), Pair(2, 1)));
  EXPECT_THAT(common_subsequence({}, {1}), IsEmpty());
}

TEST(CommonSubsequence, KnowsNothingOfZero) {
  EXPECT_THAT(common_subsequence({0, 1}, {0, 1}), ElementsAre(Pair(1, 1)));
}

TEST(Sequence, PairsAtomsByPosition) {
  Alignment found = align_sequence(atoms("axc"), atoms("abc"), false);
  EXPECT_THAT(found.pairs, ElementsAre(Pair(0, 0), Pair(1, 1), Pair(2, 2)));
  EXPECT_FALSE(found.order_differs);
}

TEST(Sequence, SeesAPermutation) {
  EXPECT_TRUE(align_sequence(atoms("cab"), atoms("abc"), false).order_differs);
  EXPECT_TRUE(align_sequence(objects("ba"), objects("ab"), false).order_differs);
}

TEST(Sequence, FollowsAShiftOfObjects) {
  Alignment found = align_sequence(objects("bcx"), objects("abc"), false);
  EXPECT_THAT(found.pairs, ElementsAre(Pair(0, 1), Pair(1, 2), Pair(2, 0)));
  EXPECT_FALSE(found.order_differs);
}

TEST(Sequence, OfOtherLengthHasExtraOrMissing) {
  Alignment longer = align_sequence(atoms("abxc"), atoms("abc"), false);
  EXPECT_THAT(longer.extra, ElementsAre(2));
  EXPECT_THAT(longer.missing, IsEmpty());
  Alignment shorter = align_sequence(atoms("ba"), atoms("aba"), false);
  EXPECT_THAT(shorter.missing, ElementsAre(0));
  EXPECT_FALSE(shorter.order_differs);
}

TEST(Sequence, DoesNotPairWhatHasItsPartnerElsewhere) {
  std::vector<AlignmentEntry> actual = objects("x");
  actual[0].is_settled = true;
  Alignment found = align_sequence(actual, objects("ab"), false);
  EXPECT_THAT(found.pairs, IsEmpty());
}

TEST(Multiset, IgnoresOrder) {
  Alignment found = align_multiset(atoms("cab"), atoms("abc"), false);
  EXPECT_EQ(found.pairs.size(), 3U);
  EXPECT_FALSE(found.order_differs);
  EXPECT_THAT(found.extra, IsEmpty());
}

TEST(Multiset, CountsEqualAtoms) {
  Alignment found = align_multiset(atoms("aab"), atoms("ab"), false);
  EXPECT_THAT(found.extra, ElementsAre(1));
}

TEST(Multiset, PairsWhatIsClearBeforeItChooses) {
  Alignment clear = align_multiset(objects("aab"), objects("baa"), true);
  EXPECT_TRUE(clear.is_unfinished);
  EXPECT_FALSE(clear.is_choice);
  EXPECT_THAT(clear.pairs, ElementsAre(Pair(2, 0)));
  EXPECT_THAT(clear.extra, IsEmpty());
  Alignment choice = align_multiset(objects("aa"), objects("aa"), true);
  EXPECT_TRUE(choice.is_choice);
  EXPECT_EQ(choice.pairs.size(), 1U);
}

TEST(Multiset, IsFinishedWhereNothingIsAlikeOrNoChoiceIsAllowed) {
  EXPECT_FALSE(align_multiset(objects("ab"), objects("ba"), true).is_unfinished);
  EXPECT_FALSE(align_multiset(objects("aab"), objects("aab"), false).is_unfinished);
}

}  // namespace
}  // namespace afresh::testing

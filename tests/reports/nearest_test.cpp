// SPDX-License-Identifier: MIT
#include "reports/nearest.hpp"

#include <gtest/gtest.h>

namespace afresh {
namespace {

TEST(Nearest, TakesAPartOfAWordBeforeAMisspelling) {
  EXPECT_EQ(find_nearest("dotted", {"rotted", "purge-dotted"}), "purge-dotted");
  EXPECT_EQ(find_nearest("togle", {"purge-dotted", "toggle"}), "toggle");
  EXPECT_EQ(find_nearest("x", {}), "");
}

TEST(Nearest, CountsLettersPutInLeftOutAndReplaced) {
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("same", "same"), 0u);
}

}  // namespace
}  // namespace afresh

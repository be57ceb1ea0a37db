// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <sstream>

#include "reports/colour.hpp"
#include "reports/progress.hpp"
#include "reports/text.hpp"

namespace afresh {
namespace {

TEST(WantsColour, OnATerminalOnly) {
  EXPECT_TRUE(wants_colour(true, nullptr));
  EXPECT_FALSE(wants_colour(false, nullptr));
}

TEST(WantsColour, NeverAgainstANonEmptyNoColor) {
  EXPECT_FALSE(wants_colour(true, "1"));
  EXPECT_FALSE(wants_colour(true, "0"));
  EXPECT_TRUE(wants_colour(true, ""));
}

TEST(Text, CountsADashAndADotAsOneColumn) { EXPECT_EQ(count_columns("a · – …"), 7u); }

TEST(Text, ShortensBetweenCharactersNotWithinThem) {
  EXPECT_EQ(one_line("éééé", 4), "éééé");
  EXPECT_EQ(one_line("ééééé", 4), "ééé…");
}

TEST(Text, LetsNoControlCharacterThrough) {
  EXPECT_EQ(one_line("a\x1b[31mb\x7f c\r\n\td\n", 80), "a [31mb c d");
  EXPECT_EQ(one_line("a\xc2\x9b"
                     "31mb",
                     80),
            "a 31mb");
  EXPECT_EQ(one_line("\xc2\xa0\xc3\xa9\xc2", 80), "\xc2\xa0\xc3\xa9\xef\xbf\xbd");
}

TEST(Text, ReplacesWhatIsNotUtf8) {
  EXPECT_EQ(valid_utf8("é\xe9\xed\xa0\x80\xf0\x9f\x90\x8d"),
            "é\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xf0\x9f\x90\x8d");
  EXPECT_EQ(valid_utf8(std::string("a\0\"\\b", 5)), std::string("a\0\"\\b", 5));
}

TEST(Text, WrapsAtWordsAndLeavesALongWordWhole) {
  EXPECT_EQ(wrapped("one two three", 2, 9), "  one two\n  three\n");
  EXPECT_EQ(wrapped("a extraordinarily b", 2, 9), "  a\n  extraordinarily\n  b\n");
  EXPECT_EQ(wrapped("one two three", 2, 0), "  one two three\n");
}

TEST(ProgressBar, WritesNothingWhereThereIsNoTerminal) {
  std::ostringstream out;
  {
    ProgressBar bar(out, false);
    bar.update(1, 2, "purge-dotted");
  }
  EXPECT_EQ(out.str(), "");
}

TEST(ProgressBar, RedrawsItsLineOnlyWhenItChangedAndWipesItAtTheEnd) {
  std::ostringstream out;
  {
    ProgressBar bar(out, true);
    bar.update(1, 2, "purge-dotted");
    bar.update(1, 2, "purge-dotted");
  }
  EXPECT_EQ(out.str(), "\r\x1b[K[############------------] 1/2 purge-dotted\r\x1b[K");
}

TEST(ProgressBar, StaysWithinTheTerminal) {
  EXPECT_EQ(count_columns(progress_line(3, 4, std::string(200, 'x'), 79)), 79u);
}

TEST(ProgressBar, ShowsNoMoreThanAFullBar) {
  EXPECT_EQ(progress_line(5, 4, "x", 79), "[########################] 5/4 x");
  EXPECT_EQ(progress_line(0, 0, "x", 79), "[------------------------] 0/0 x");
}

}  // namespace
}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "reports/line_edit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
// After gtest, which it needs and does not include.
#include <rapidcheck/gtest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace afresh {
namespace {

using Change = EditedLine::Change;
using Lines = std::vector<std::string>;

/// ` same`, `-gone`, `+added`.
Lines marked(std::string_view before, std::string_view after) {
  Lines lines;
  for (const EditedLine& line : line_edit(before, after)) {
    std::string_view mark = line.change == Change::kSame   ? " "
                            : line.change == Change::kGone ? "-"
                                                           : "+";
    lines.push_back(std::string(mark) + std::string(line.text));
  }
  return lines;
}

/// The lines that are not of this change, in order: without what was added, the text before.
Lines without(Change change, const std::vector<EditedLine>& edit) {
  Lines lines;
  for (const EditedLine& line : edit)
    if (line.change != change) lines.emplace_back(line.text);
  return lines;
}

/// Few different lines, empty ones among them, so that many are equal.
Lines lines_from(const std::vector<std::uint8_t>& numbers) {
  constexpr std::array<const char*, 5> kLines{"", "a = 1", "a = 2", "def f():", "    pass"};
  Lines lines;
  for (std::uint8_t number : numbers) lines.emplace_back(kLines.at(number % kLines.size()));
  return lines;
}

std::string join_lines(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

TEST(LineEdit, MarksALineThatChangedWhereItStood) {
  EXPECT_EQ(marked("a\nb\nc\n", "a\nB\nc\n"), (Lines{" a", "-b", "+B", " c"}));
}

TEST(LineEdit, MarksNothingInEqualTexts) {
  EXPECT_EQ(marked("a\n\nb", "a\n\nb"), (Lines{" a", " ", " b"}));
  EXPECT_TRUE(line_edit("", "").empty());
}

TEST(LineEdit, MarksAllOfWhatIsNewOrDeleted) {
  EXPECT_EQ(marked("", "a\nb\n"), (Lines{"+a", "+b"}));
  EXPECT_EQ(marked("a\nb\n", ""), (Lines{"-a", "-b"}));
}

TEST(LineEdit, CountsALastLineThatHasNoEnd) {
  EXPECT_EQ(marked("a\nb", "a\nc"), (Lines{" a", "-b", "+c"}));
}

TEST(LineEdit, KeepsTheEqualEndsOfTextsTooLargeForATable) {
  std::string before = "first\n";
  std::string after = "first\n";
  for (int i = 0; i < 20'000; ++i) {
    before += "a" + std::to_string(i) + "\n";
    after += "b" + std::to_string(i) + "\n";
  }
  before += "last\n";
  after += "last\n";
  std::vector<EditedLine> edit = line_edit(before, after);
  ASSERT_EQ(edit.size(), 40'002U);
  EXPECT_EQ(edit.front().change, Change::kSame);
  EXPECT_EQ(edit.back().change, Change::kSame);
  EXPECT_EQ(edit.back().text, "last");
}

RC_GTEST_PROP(LineEdit, GivesBackBothTexts,
              (const std::vector<std::uint8_t>& old_numbers,
               const std::vector<std::uint8_t>& new_numbers)) {
  Lines before = lines_from(old_numbers);
  Lines after = lines_from(new_numbers);
  std::string old_text = join_lines(before);
  std::string new_text = join_lines(after);
  std::vector<EditedLine> edit = line_edit(old_text, new_text);
  RC_ASSERT(without(Change::kAdded, edit) == before);
  RC_ASSERT(without(Change::kGone, edit) == after);
}

RC_GTEST_PROP(LineEdit, KeepsAllLinesButTheOneThatWasPutIn,
              (const std::vector<std::uint8_t>& numbers, std::size_t at)) {
  Lines before = lines_from(numbers);
  Lines after = before;
  auto place = static_cast<std::ptrdiff_t>(at % (before.size() + 1));
  after.insert(after.begin() + place, "new");
  std::string old_text = join_lines(before);
  std::string new_text = join_lines(after);
  std::vector<EditedLine> edit = line_edit(old_text, new_text);
  RC_ASSERT(edit.size() == after.size());
  RC_ASSERT(edit[static_cast<std::size_t>(place)].change == Change::kAdded);
  RC_ASSERT(without(Change::kAdded, edit) == before);
}

}  // namespace
}  // namespace afresh

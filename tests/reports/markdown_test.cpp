// SPDX-License-Identifier: MIT
#include "reports/markdown.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/reports/golden.hpp"
#include "tests/reports/sample.hpp"

namespace afresh {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string written(const Report& report) {
  std::ostringstream out;
  write_markdown(out, report);
  return out.str();
}

TEST(Markdown, IsWrittenAsApproved) {
  sample::expect_golden(written(sample::scenarios()), "scenarios.md");
}

TEST(Markdown, ShowsGeneratedCasesApartAsApproved) {
  sample::expect_golden(written(sample::with_generated()), "with_generated.md");
}

TEST(Markdown, LetsNoTextOfAnAddonBecomeMarkupAsApproved) {
  sample::expect_golden(written(sample::hostile()), "hostile.md");
}

TEST(Markdown, HasAsManyCellsInEachLineOfATable) {
  Report report = sample::with_generated();
  report.records[0].strategy = "a|b";
  std::istringstream text(written(report));
  std::size_t columns = 0;
  for (std::string line; std::getline(text, line);) {
    if (!line.starts_with("| ")) continue;
    std::size_t bars = 1;  // the one that it begins with
    for (std::size_t i = 1; i < line.size(); ++i) bars += line[i] == '|' && line[i - 1] != '\\';
    if (line.starts_with("| strategy")) columns = bars;
    EXPECT_EQ(bars, columns) << line;
  }
  EXPECT_EQ(columns, 4U);
}

TEST(Markdown, EscapesMarkupInNames) {
  EXPECT_EQ(markdown_text("purge-dotted"), "purge-dotted");
  EXPECT_EQ(markdown_text("my_way | `x` <b> #1"), "my\\_way \\| \\`x\\` \\<b\\> \\#1");
  EXPECT_EQ(markdown_text("two\nlines"), "two lines");
}

TEST(Markdown, ClosesNoFenceEarly) {
  Report report = sample::scenarios();
  report.records[0].strategy = "other";
  report.records[0].findings[0].actual = PythonError{"", "````` five"};
  EXPECT_THAT(written(report), HasSubstr("\n``````\nstale-code at"));
  EXPECT_THAT(written(sample::scenarios()), Not(HasSubstr("````")));
}

TEST(Markdown, SaysThatNoCaseWasRun) {
  EXPECT_THAT(written(Report{}), HasSubstr("\nno case was run\n"));
}

}  // namespace
}  // namespace afresh

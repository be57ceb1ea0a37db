// SPDX-License-Identifier: MIT
#include "reports/table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "reports/text.hpp"
#include "tests/reports/sample.hpp"

namespace afresh {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string written(const Report& report, const TableStyle& style = {}) {
  std::ostringstream out;
  write_table(out, report, style);
  return out.str();
}

/// A report of one strategy that passes, fails, leaves unknown and refuses so many cases.
Report outcomes(int pass, int fail, int unknown, int refused) {
  Report report;
  auto add = [&](int count, Outcome outcome) {
    for (int i = 0; i < count; ++i) {
      report.records.push_back({.case_name = "x",
                                .strategy = "s",
                                .host = "plain",
                                .verdicts = {{Aspect::kFresh, {outcome, ""}}}});
    }
  };
  add(pass, Outcome::kPass);
  add(fail, Outcome::kFail);
  add(unknown, Outcome::kUnknown);
  add(refused, Outcome::kRefused);
  return report;
}

std::string coloured(int pass, int fail, int unknown, int refused) {
  return written(outcomes(pass, fail, unknown, refused), {.colour = true});
}

TEST(Table, ShowsScenariosAsApproved) {
  EXPECT_EQ(written(sample::scenarios()), sample::golden("scenarios.txt"));
}

TEST(Table, ShowsGeneratedCasesApartAsApproved) {
  EXPECT_EQ(written(sample::with_generated()), sample::golden("with_generated.txt"));
}

TEST(Table, StacksCellsWhereTheTerminalIsNarrowAsApproved) {
  EXPECT_EQ(written(sample::scenarios(), {.width = 48}), sample::golden("narrow.txt"));
}

TEST(Table, ColoursAsApproved) {
  EXPECT_EQ(written(sample::scenarios(), {.colour = true}), sample::golden("coloured.txt"));
}

TEST(Table, WritesNoEscapeUnasked) {
  EXPECT_THAT(written(sample::with_generated()), Not(HasSubstr("\x1b")));
}

TEST(Table, IsGreenOnlyForAllAndRedOnlyForNone) {
  EXPECT_THAT(coloured(3, 0, 0, 0), HasSubstr("\x1b[32m3/3\x1b[0m"));
  EXPECT_THAT(coloured(0, 3, 0, 0), HasSubstr("\x1b[31m0/3\x1b[0m"));
  EXPECT_THAT(coloured(2, 1, 0, 0), HasSubstr("\x1b[33m2/3\x1b[0m"));
}

TEST(Table, IsNeverGreenWhereSomethingIsUnknownOrRefused) {
  EXPECT_THAT(coloured(2, 0, 1, 0), HasSubstr("\x1b[33m2/3\x1b[0m, \x1b[35m1 unknown\x1b[0m"));
  EXPECT_THAT(coloured(0, 0, 3, 0), HasSubstr("\x1b[35m0/3\x1b[0m, \x1b[35m3 unknown\x1b[0m"));
  EXPECT_THAT(coloured(2, 0, 0, 1), HasSubstr("\x1b[33m2/3\x1b[0m, \x1b[33m1 refused\x1b[0m"));
  EXPECT_THAT(coloured(0, 0, 0, 2), HasSubstr("\x1b[33m0/2\x1b[0m"));
}

/// So many cases that behave, and others that misbehave or say nothing of it: all fail.
Report failures(int behaving, int misbehaving, int silent) {
  Report report = outcomes(0, behaving + misbehaving + silent, 0, 0);
  for (int i = 0; i < behaving + misbehaving; ++i) {
    report.records[static_cast<std::size_t>(i)].verdicts[Aspect::kFresh].behaviour =
        i < behaving ? Outcome::kPass : Outcome::kFail;
  }
  return report;
}

TEST(Table, IsBlueWhereWhateverFailsBehaves) {
  EXPECT_THAT(written(failures(3, 0, 0), {.colour = true}),
              HasSubstr("\x1b[34m0/3\x1b[0m, \x1b[34m3 behave\x1b[0m\n"));
  Report some = failures(1, 0, 0);
  for (const Record& record : outcomes(2, 0, 1, 0).records) some.records.push_back(record);
  EXPECT_THAT(
      written(some, {.colour = true}),
      HasSubstr("\x1b[34m2/4\x1b[0m, \x1b[34m1 behaves\x1b[0m, \x1b[35m1 unknown\x1b[0m\n"));
}

TEST(Table, IsNotBlueWhereOneThatFailsMisbehavesOrDoesNotSay) {
  EXPECT_THAT(written(failures(2, 1, 0), {.colour = true}),
              HasSubstr("\x1b[31m0/3\x1b[0m, \x1b[34m2 behave\x1b[0m\n"));
  EXPECT_THAT(written(failures(2, 0, 1), {.colour = true}),
              HasSubstr("\x1b[31m0/3\x1b[0m, \x1b[34m2 behave\x1b[0m\n"));
  EXPECT_THAT(written(failures(0, 0, 3), {.colour = true}), HasSubstr("\x1b[31m0/3\x1b[0m\n"));
}

TEST(Table, DoesNotSayOfAPassThatItBehaves) {
  Report report = outcomes(1, 0, 0, 0);
  report.records[0].verdicts[Aspect::kFresh].behaviour = Outcome::kPass;
  EXPECT_THAT(written(report, {.colour = true}), HasSubstr("\x1b[32m1/1\x1b[0m\n"));
}

TEST(Table, NamesRefusedAndUnknownBesideTheCount) {
  EXPECT_THAT(written(outcomes(36, 1, 2, 1)), HasSubstr("36/40, 1 refused, 2 unknown"));
}

TEST(Table, GivesEachHostATableAndAWitnessOfItsOwn) {
  Report report = outcomes(1, 0, 0, 0);
  Report other = outcomes(0, 1, 0, 0);
  other.records[0].host = "bpy";
  report.records.push_back(other.records[0]);
  std::string text = written(report);
  EXPECT_THAT(text, HasSubstr("scenarios on plain:\n"));
  EXPECT_THAT(text, HasSubstr("scenarios on bpy:\n"));
  EXPECT_THAT(text, HasSubstr("s · fresh on bpy fails 1 of 1: smallest witness x\n"));
  EXPECT_THAT(text, Not(HasSubstr("1/2")));
}

TEST(Table, SaysThatNoCaseWasRun) {
  EXPECT_THAT(written(Report{}), HasSubstr("no case was run\n"));
}

TEST(Table, KeepsProseWithinTheWidth) {
  std::istringstream text(written(sample::with_generated(), {.width = 48}));
  for (std::string line; std::getline(text, line);) {
    bool is_command = line.starts_with("  ./afresh replay");
    bool is_heading = line.find("smallest witness") != std::string::npos;
    EXPECT_TRUE(is_command || is_heading || columns_of(line) <= 66) << line;
  }
}

}  // namespace
}  // namespace afresh

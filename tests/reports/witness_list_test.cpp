// SPDX-License-Identifier: MIT
#include "reports/witness_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "reports/text.hpp"
#include "tests/reports/comparison.hpp"
#include "tests/reports/golden.hpp"
#include "tests/reports/sample.hpp"

namespace afresh {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string written(const Report& report, const TableStyle& style = {}) {
  std::ostringstream out;
  write_witnesses(out, report, style);
  return out.str();
}

TEST(WitnessList, IsAsApproved) {
  sample::expect_golden(written(sample::with_generated()), "witnesses.txt");
}

TEST(WitnessList, GivesEachHostWitnessesOfItsOwn) {
  Report report = sample::comparison("case a: x\ns | f | | | fresh F\n");
  sample::add(report, sample::comparison("case b: x\ns | f | | | fresh F\n", "bpy"));
  EXPECT_THAT(written(report), HasSubstr("s · fresh on plain fails 1 of 1: smallest witness a\n"));
  EXPECT_THAT(written(report), HasSubstr("s · fresh on bpy fails 1 of 1: smallest witness b\n"));
}

TEST(WitnessList, IsEmptyWhereNothingFails) {
  EXPECT_EQ(written(sample::comparison("case a: x\ns | f | | | fresh P\n")), "");
}

TEST(WitnessList, KeepsProseWithinTheWidth) {
  std::istringstream text(written(sample::with_generated(), {.width = 48}));
  for (std::string line; std::getline(text, line);) {
    bool is_command = line.starts_with("  ./afresh replay");
    bool is_heading = line.find("smallest witness") != std::string::npos;
    EXPECT_TRUE(is_command || is_heading || count_columns(line) <= 66) << line;
  }
}

TEST(WitnessList, WritesNoEscapeUnasked) {
  EXPECT_THAT(written(sample::with_generated()), Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace afresh

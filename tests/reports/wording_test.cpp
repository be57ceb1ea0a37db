// What a cell of counts says, and in which colour.
// SPDX-License-Identifier: MIT
#include "reports/wording.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reports/sample.hpp"

namespace afresh {
namespace {

/// The cell as it is painted: its parts with commas between them.
std::string painted(const Cell& cell) {
  std::string text;
  for (const Part& part :
       cell_text({.strategy = "s", .cells = {{Aspect::kFresh, cell}}}, Aspect::kFresh))
    text += (text.empty() ? "" : ", ") + paint(part.text, part.colour);
  return text;
}

TEST(CellText, IsGreenOnlyForAllAndRedOnlyForNone) {
  EXPECT_EQ(painted({.pass = 3}), "\x1b[32m3/3\x1b[0m");
  EXPECT_EQ(painted({.fail = 3}), "\x1b[31m0/3\x1b[0m");
  EXPECT_EQ(painted({.pass = 2, .fail = 1}), "\x1b[33m2/3\x1b[0m");
}

TEST(CellText, IsNeverGreenWhereSomethingIsUnknownOrRefused) {
  EXPECT_EQ(painted({.pass = 2, .unknown = 1}), "\x1b[33m2/3\x1b[0m, \x1b[35m1 unknown\x1b[0m");
  EXPECT_EQ(painted({.unknown = 3}), "\x1b[35m0/3\x1b[0m, \x1b[35m3 unknown\x1b[0m");
  EXPECT_EQ(painted({.pass = 2, .refused = 1}), "\x1b[33m2/3\x1b[0m, \x1b[33m1 refused\x1b[0m");
  EXPECT_EQ(painted({.refused = 2}), "\x1b[33m0/2\x1b[0m, \x1b[33m2 refused\x1b[0m");
}

TEST(CellText, IsBlueWhereWhateverFailsBehaves) {
  EXPECT_EQ(painted({.fail = 3, .behaves = 3}), "\x1b[34m0/3\x1b[0m, \x1b[34m3 behave\x1b[0m");
  EXPECT_EQ(painted({.pass = 2, .fail = 1, .unknown = 1, .behaves = 1}),
            "\x1b[34m2/4\x1b[0m, \x1b[34m1 behaves\x1b[0m, \x1b[35m1 unknown\x1b[0m");
}

TEST(CellText, IsNotBlueWhereOneThatFailsMisbehavesOrDoesNotSay) {
  EXPECT_EQ(painted({.fail = 3, .behaves = 2}), "\x1b[31m0/3\x1b[0m, \x1b[34m2 behave\x1b[0m");
  EXPECT_EQ(painted({.fail = 3}), "\x1b[31m0/3\x1b[0m");
}

TEST(CellText, NamesRefusedAndUnknownBesideTheCount) {
  std::string text;
  for (const Part& part :
       cell_text({.strategy = "s",
       .cells = {{Aspect::kFresh, {.pass = 36, .fail = 1, .unknown = 2, .refused = 1}}}},
                 Aspect::kFresh))
    text += part.text + ";";
  EXPECT_EQ(text, "36/40;1 refused;2 unknown;");
}

TEST(CellText, IsADashWhereNothingWasJudged) {
  EXPECT_EQ(cell_text({.strategy = "s", .cells = {}}, Aspect::kFresh).at(0).text, "–");
}

TEST(Count, DoesNotSayOfAPassThatItBehaves) {
  Cell cell;
  count(cell, {.outcome = Outcome::kPass, .reason = {}, .behaviour = Outcome::kPass});
  EXPECT_EQ(cell.behaves, 0);
}

}  // namespace
}  // namespace afresh

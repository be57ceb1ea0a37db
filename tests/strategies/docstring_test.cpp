// Every strategy that ships says in its file what tables need, in words that fit there.
// SPDX-License-Identifier: MIT
#include "harness/strategies/docstring.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "harness/strategies/shipped.hpp"
#include "reports/families.hpp"
#include "reports/text.hpp"

namespace afresh {
namespace {

TEST(Docstring, IsReadByItsHeadedLines) {
  const StrategyDocstring read = read_docstring(
      "# SPDX\n\"\"\"Do it.\n\nFamily: reload in place\nIn short:  one by one \nOrder: up\n"
      "Idea: Family: none\n\"\"\"\nFamily: of code\n");
  EXPECT_EQ(read.summary, "Do it.");
  EXPECT_EQ(read.family, "reload in place");
  EXPECT_EQ(read.in_short, "one by one");
  EXPECT_EQ(read.order, "up");
}

TEST(Docstring, MaySayNothing) {
  for (const std::string text : {"", "API = 1\n", "\"\"\"", "\"\"\"\"\"\"", "'''\n'''"}) {
    const StrategyDocstring read = read_docstring(text);
    EXPECT_EQ(read.summary + read.family + read.in_short + read.order, "") << text;
  }
}

TEST(Docstring, TakesEitherSortOfQuotes) {
  EXPECT_EQ(read_docstring("'''Do it.\nFamily: mine\n'''\n\"\"\"Family: not\"\"\"").family, "mine");
}

TEST(Docstring, OfEachStrategyThatShipsNamesAFamilyThatIsKnown) {
  for (const ShippedStrategy& strategy : shipped_strategies()) {
    const std::string family = read_docstring(strategy.source).family;
    EXPECT_TRUE(std::ranges::any_of(
        kFamilies,
        [&](const Family& each) { return each.name == family && each.name != kOwnFamily; }))
        << strategy.name << ": " << family;
  }
}

TEST(Docstring, OfEachStrategyThatShipsFitsATableAndIsItsAlone) {
  std::map<std::string, std::string_view> seen;
  for (const ShippedStrategy& strategy : shipped_strategies()) {
    const StrategyDocstring read = read_docstring(strategy.source);
    EXPECT_NE(read.summary, "") << strategy.name;
    EXPECT_NE(read.in_short, "") << strategy.name;
    EXPECT_LE(count_columns(read.in_short), 22u) << strategy.name;
    auto [other, is_new] = seen.emplace(read.in_short, strategy.name);
    EXPECT_TRUE(is_new) << strategy.name << " and " << other->second;
  }
}

TEST(Families, AreEachThatOfAStrategyThatShipsOrYours) {
  for (const Family& family : kFamilies) {
    bool is_used = std::ranges::any_of(shipped_strategies(), [&](const ShippedStrategy& strategy) {
      return read_docstring(strategy.source).family == family.name;
    });
    EXPECT_TRUE(is_used || family.name == kOwnFamily) << family.name;
  }
}

}  // namespace
}  // namespace afresh

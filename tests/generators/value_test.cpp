// Literals as Python writes them.
// SPDX-License-Identifier: MIT
#include "generators/value.hpp"

#include <gtest/gtest.h>

namespace afresh::generators {
namespace {

Value holding(Value::Kind kind, std::vector<Value> items) {
  return {.kind = kind, .items = std::move(items)};
}

TEST(Value, IsWrittenAsPythonsReprWritesIt) {
  EXPECT_EQ(repr(int_value(-3)), "-3");
  EXPECT_EQ(repr(str_value("wide red")), "'wide red'");
  EXPECT_EQ(repr(holding(Value::Kind::kTuple, {})), "()");
  EXPECT_EQ(repr(holding(Value::Kind::kTuple, {int_value(1)})), "(1,)");
  EXPECT_EQ(repr(holding(Value::Kind::kTuple, {int_value(1), str_value("a")})), "(1, 'a')");
  EXPECT_EQ(repr(holding(Value::Kind::kList, {holding(Value::Kind::kList, {})})), "[[]]");
  Value dict{.kind = Value::Kind::kDict, .keys = {"b", "a"}, .items = {int_value(1), int_value(2)}};
  EXPECT_EQ(repr(dict), "{'b': 1, 'a': 2}");
}

TEST(Value, CountsForItsNumberOrItsLength) {
  EXPECT_EQ(summand(int_value(7)), 7);
  EXPECT_EQ(summand(str_value("four")), 4);
  EXPECT_EQ(summand(holding(Value::Kind::kList, {int_value(9), int_value(9)})), 2);
}

}  // namespace
}  // namespace afresh::generators

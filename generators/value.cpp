// SPDX-License-Identifier: MIT
#include "generators/value.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

namespace afresh::generators {
namespace {

std::vector<std::string> item_texts(const Value& value) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    std::string text = repr(value.items[i]);
    if (value.kind == Value::Kind::kDict) text = fmt::format("'{}': {}", value.keys[i], text);
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace

Value int_value(long long number) { return Value{.kind = Value::Kind::kInt, .number = number}; }

Value str_value(std::string text) {
  return Value{.kind = Value::Kind::kStr, .text = std::move(text)};
}

std::string repr(const Value& value) {
  std::string inside = fmt::format("{}", fmt::join(item_texts(value), ", "));
  switch (value.kind) {
    case Value::Kind::kInt: return std::to_string(value.number);
    case Value::Kind::kStr: return "'" + value.text + "'";
    case Value::Kind::kTuple: return "(" + inside + (value.items.size() == 1 ? ",)" : ")");
    case Value::Kind::kList: return "[" + inside + "]";
    case Value::Kind::kDict: return "{" + inside + "}";
  }
  return {};
}

long long summand(const Value& value) {
  switch (value.kind) {
    case Value::Kind::kInt: return value.number;
    case Value::Kind::kStr: return static_cast<long long>(value.text.size());
    default: return static_cast<long long>(value.items.size());
  }
}

}  // namespace afresh::generators

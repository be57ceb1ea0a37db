// A Python literal: what constants of a generated package hold and what its probe returns.
// Plain value at the bottom of the model; must never hold a set, whose order would vary by seed.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace afresh::generators {

/// An int, str, tuple, list or dict with str keys. Only the members of its kind mean anything.
struct Value {
  enum class Kind { kInt, kStr, kTuple, kList, kDict };

  Kind kind = Kind::kInt;
  long long number = 0;
  std::string text;               ///< of a str: letters, digits, blanks and underscores only
  std::vector<std::string> keys;  ///< of a dict, one for each item
  std::vector<Value> items;       ///< of a tuple, list or dict

  bool operator==(const Value&) const = default;
};

[[nodiscard]] Value int_value(long long number);
[[nodiscard]] Value str_value(std::string text);

/// The value as Python's `repr` writes it, which is also its source text.
[[nodiscard]] std::string repr(const Value& value);

/// What a value counts for in a sum: an int itself, all else its `len()`.
[[nodiscard]] long long summand(const Value& value);

}  // namespace afresh::generators

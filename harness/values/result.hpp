// A value or one sentence that says what was wrong, where, and what was expected.
// For failures of input that a user can mend; a failure of the harness itself is an exception.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace afresh {

/// The sentence. `message` names place and expectation: `x.case:4: unknown step 'enabel'; expected
/// …`.
struct Error {
  std::string message;
  bool operator==(const Error&) const = default;
};

/// Either a `T` or an `Error`. Check with `if (!result)`, then `*result` or `result.error()`.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() { return std::get<0>(state_); }
  const T& operator*() const { return std::get<0>(state_); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace afresh

// Arbitrary valid cases for properties, with contents chosen to be mistaken for something else.
// The functions draw from RapidCheck: call them inside a property only.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/values/case.hpp"

namespace afresh::testing {

/// A valid case: `parse_case(render_case(c), c.name + ".case")` must give it back.
[[nodiscard]] Case any_case();

/// Up to a dozen fragments in a row: separators and look-alikes, line ends of all kinds, NUL, bytes
/// that are no UTF-8, and plain code.
[[nodiscard]] std::string any_content();

/// A number from `lowest` to `highest`, evenly, whatever RapidCheck's size.
[[nodiscard]] int any_number(int lowest, int highest);

}  // namespace afresh::testing

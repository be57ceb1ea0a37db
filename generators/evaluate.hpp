// What a package's functions return, computed from the model alone.
// The expectation that generated cases state; must never ask Python.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "generators/model.hpp"

namespace afresh::generators {

/// What the definition adds to a sum. The reference must lead to a countable definition.
[[nodiscard]] long long summand(const PackageModel& model, const Reference& reference);

/// How many definitions Python looks at to compute that amount: bounds the time of a call.
[[nodiscard]] int evaluation_cost(const PackageModel& model, const Reference& reference);

/// `repr(probe())`: a tuple of the values of constants and the amounts of all else.
[[nodiscard]] std::string evaluate_probe(const PackageModel& model);

}  // namespace afresh::generators

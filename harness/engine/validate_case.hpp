// Whether a case can be asked: what it takes for granted before any reload holds.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "harness/engine/fresh_starts.hpp"
#include "harness/engine/trial_evidence.hpp"
#include "harness/values/result.hpp"

namespace afresh::engine {

/// One sentence where an add-on does not enable on a fresh start, a step of the case raises before
/// any reload, an expectation does not hold there, or asks a name that nothing binds.
[[nodiscard]] std::optional<Error> validate_case(const PreparedCase& a_case,
                                                 FreshStarts& fresh_starts);

}  // namespace afresh::engine

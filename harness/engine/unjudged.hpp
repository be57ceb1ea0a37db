// The record of a trial that could not be judged. Pure. SPDX-License-Identifier: MIT
#pragma once

#include <set>

#include "harness/values/case.hpp"
#include "harness/values/result.hpp"
#include "harness/values/script.hpp"
#include "harness/values/verdict.hpp"

namespace afresh::engine {

/// The aspects that the steps of a case ask about, as far as they can be told without running it,
/// with those that it states or claims.
[[nodiscard]] std::set<Aspect> aspects_asked(const Case& a_case);

/// Each of the aspects is *unknown*, because of the error.
[[nodiscard]] Record unjudged(const Case& a_case, const StrategySource& strategy,
                              const Error& error, const std::set<Aspect>& aspects);

}  // namespace afresh::engine

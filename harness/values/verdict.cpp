// SPDX-License-Identifier: MIT
#include "harness/values/verdict.hpp"

#include <algorithm>

namespace afresh {

bool Record::fails() const {
  return std::ranges::any_of(
      verdicts, [](const auto& entry) { return entry.second.outcome == Outcome::kFail; });
}

}  // namespace afresh

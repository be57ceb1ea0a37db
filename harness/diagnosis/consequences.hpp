// What comes of a cause, from the findings that folded into it. SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/diagnosis/diagnostic.hpp"
#include "harness/values/verdict.hpp"

namespace afresh {

/// A finding and the trial that has it. Both are borrowed.
struct SeenFinding {
  const Finding* finding = nullptr;
  const Record* record = nullptr;
};

/// Each kind once, the worst first, with the strategies that show it.
[[nodiscard]] std::vector<Consequence> find_consequences(const std::vector<SeenFinding>& seen);

}  // namespace afresh

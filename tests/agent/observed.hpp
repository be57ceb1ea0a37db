// What a whole trial looked like: a case as text, run by a worker, with every snapshot and what
// each expression of the case gave. SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/values/observation.hpp"

namespace afresh::testing {

/// `addon: demo`, the steps, and the files; a file is `N/PATH` and its text.
struct CaseParts {
  std::string steps;  ///< separated by `;`
  std::vector<std::pair<std::string, std::string>> files;
};
[[nodiscard]] std::string case_text(const CaseParts& parts);

struct Observed {
  std::vector<Snapshot> snapshots;   ///< after each enable, reload and disable
  std::vector<std::string> answers;  ///< of each step `expect EXPRESSION == "?"`, in order
};
/// Runs the case's steps under the strategy. Throws where a step other than an `expect` fails.
[[nodiscard]] Observed observe(const CaseParts& parts, const std::string& strategy);

}  // namespace afresh::testing

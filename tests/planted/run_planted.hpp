// Runs the cases and strategies of this folder, and writes what was found as lines of text.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/values/case.hpp"
#include "harness/values/script.hpp"
#include "harness/values/verdict.hpp"

namespace afresh::testing {

/// `FOLDER/NAME.case` of this folder. Throws `std::invalid_argument` with the parser's sentence.
[[nodiscard]] Case case_in(const std::string& folder, const std::string& name);

/// `faults/NAME.py` of this folder, or one that ships where `path` has no ending. Messages call it
/// `NAME.py`, wherever the project lies.
[[nodiscard]] StrategySource strategy_at(const std::string& path);

/// The judged trial. All tests of this executable share one worker pool. Throws what cannot be run.
[[nodiscard]] Record run_planted(const Case& a_case, const StrategySource& strategy);

/// `step 2 stale-code by strategy: demo.unit <- demo/__init__.py:1: from .settings import unit`:
/// step, kind, attribution, first path and cause of each finding of this aspect.
[[nodiscard]] std::vector<std::string> finding_lines(const Record& record, Aspect aspect);

/// The names of the aspects that have this outcome.
[[nodiscard]] std::vector<std::string> aspects_with(const Record& record, Outcome outcome);

}  // namespace afresh::testing

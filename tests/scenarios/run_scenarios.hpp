// The curated cases, and their records under the strategies that ship.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/values/case.hpp"
#include "harness/values/script.hpp"
#include "harness/values/verdict.hpp"

namespace afresh::testing {

/// Stems of the files in `scenarios/`, sorted.
[[nodiscard]] std::vector<std::string> scenario_names();
/// Throws `std::invalid_argument` with the parser's sentence.
[[nodiscard]] Case scenario(const std::string& name);

/// All that ship, in the order of the rows of a table.
[[nodiscard]] std::vector<StrategySource> all_strategies();

/// The records that `expected_verdicts.txt` has of a scenario, by strategy: verdicts, and a finding
/// for each kind. That they are what is measured, one test says of all.
[[nodiscard]] std::vector<Record> expected_records(const std::string& scenario);

/// By case, then by strategy, two cases at a time. Throws when one cannot be run.
[[nodiscard]] std::vector<Record> run_scenarios(const std::vector<Case>& cases,
                                                const std::vector<StrategySource>& strategies);

}  // namespace afresh::testing

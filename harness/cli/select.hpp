// From words on the command line to cases and strategies; refuses with one sentence what is
// neither. SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/strategies/docstring.hpp"
#include "harness/values/case.hpp"
#include "harness/values/result.hpp"
#include "harness/values/script.hpp"

namespace afresh::cli {

/// A case to run, with how to ask for it again.
struct SelectedCase {
  Case value;
  std::string replay_argument;        ///< `scenarios/x.case`, `--generated-case 7:12`
  std::size_t bytes = 0;              ///< of the case as a file
  HostKind written_for = value.host;  ///< it may run in another
  bool is_generated = false;
};

/// The folder of the curated cases.
[[nodiscard]] std::string scenario_folder();
[[nodiscard]] Result<std::vector<SelectedCase>> all_scenarios();
/// Files, globs or names of scenarios, in the order asked for, none twice.
[[nodiscard]] Result<std::vector<SelectedCase>> select_cases(const std::vector<std::string>& words);
[[nodiscard]] SelectedCase generated(HostKind host, std::uint64_t seed, int index);
/// `SEED:INDEX`, or `HOST:SEED:INDEX` of another host than the plain one, as in a replay command.
[[nodiscard]] Result<SelectedCase> select_generated(const std::string& word);
/// The one case of a command: a file or scenario, or where `generated` is not empty that one.
[[nodiscard]] Result<SelectedCase> select_one(const std::string& word, const std::string& generated,
                                              std::string_view command);

/// The Python text of a strategy that ships or was read from a file.
[[nodiscard]] std::string_view strategy_source(const StrategySource& strategy);
/// What a strategy that ships or was read from a file says of itself.
[[nodiscard]] StrategyDocstring strategy_docstring(const StrategySource& strategy);

/// Names of shipped strategies or Python files; all that ship where nothing is asked for.
[[nodiscard]] Result<std::vector<StrategySource>> select_strategies(
    const std::vector<std::string>& words);

}  // namespace afresh::cli

// SPDX-License-Identifier: MIT
#include "reports/replay.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "harness/cli/commands.hpp"
#include "harness/cli/run.hpp"
#include "reports/colour.hpp"

namespace afresh::cli {
namespace {

Result<SelectedCase> selected_case(const ReplayOptions& options) {
  if (!options.generated.empty()) return select_generated(options.generated);
  auto cases = select_cases({options.case_argument});
  if (!cases) return cases.error();
  if (cases->size() != 1)
    return Error{options.case_argument + ": stands for several cases; replay takes one"};
  return std::move(cases->front());
}

}  // namespace

int run_replay(const ReplayOptions& options) {
  auto selected = selected_case(options);
  if (!selected) return complain(selected.error()), kWrongUse;
  auto strategies = select_strategies(options.run.strategies);
  if (!strategies) return complain(strategies.error()), kWrongUse;
  if (auto error = engine::check_strategies(*strategies, laboratory_options(options.run))) {
    return complain(*error), kWrongUse;
  }

  Outcome outcome = run({*selected}, *strategies, options.run);
  for (const Error& error : outcome.errors) complain(error);
  if (!outcome.errors.empty()) return kWrongUse;

  bool all_hold =
      write_replay(std::cout, selected->value, outcome.report.records, wants_colour(STDOUT_FILENO));
  return all_hold ? kDone : kVerdictDoesNotHold;
}

}  // namespace afresh::cli

// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <iostream>

#include "harness/cli/commands.hpp"
#include "harness/cli/run.hpp"
#include "harness/cli/select.hpp"
#include "harness/strategies/docstring.hpp"
#include "harness/strategies/shipped.hpp"

namespace afresh::cli {
int list_strategies() {
  for (const ShippedStrategy& strategy : shipped_strategies()) {
    std::cout << fmt::format("{:<24} {}\n", strategy.name, read_docstring(strategy.source).summary);
  }
  std::cout << "\nEach is one Python file in harness/strategies/, which teaches its technique.\n"
               "Yours: afresh compare --strategy my_reload.py\n";
  return kExitSuccess;
}

int list_scenarios() {
  auto scenarios = all_scenarios();
  if (!scenarios) return print_error(scenarios.error()), kExitUsage;
  for (const SelectedCase& scenario : *scenarios) {
    const std::string& story = scenario.value.story;
    std::cout << fmt::format("{:<30} {}\n", scenario.value.name, story.substr(0, story.find('\n')));
  }
  std::cout << "\nOne in full: afresh replay NAME\n";
  return kExitSuccess;
}

}  // namespace afresh::cli

// SPDX-License-Identifier: MIT
#include "tests/scenarios/run_scenarios.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "harness/casefile/load_case.hpp"
#include "harness/engine/compare.hpp"
#include "harness/strategies/shipped.hpp"

namespace fs = std::filesystem;

namespace afresh::testing {

std::vector<std::string> scenario_names() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(AFRESH_SCENARIOS)) {
    if (entry.path().extension() == ".case") names.push_back(entry.path().stem());
  }
  std::ranges::sort(names);
  return names;
}

Case scenario(const std::string& name) {
  Result<Case> loaded = load_case(fs::path(AFRESH_SCENARIOS) / (name + ".case"));
  if (!loaded) throw std::invalid_argument(loaded.error().message);
  return *loaded;
}

std::vector<StrategySource> all_strategies() {
  std::vector<StrategySource> strategies;
  for (const ShippedStrategy& shipped : shipped_strategies()) {
    strategies.push_back(
        {.name = std::string(shipped.name), .source = {}, .file = std::string(shipped.file)});
  }
  return strategies;
}

std::vector<Record> run_scenarios(const std::vector<Case>& cases,
                                  const std::vector<StrategySource>& strategies) {
  std::vector<const Case*> pointers;
  for (const Case& one : cases) pointers.push_back(&one);
  engine::Comparison comparison = engine::compare(
      pointers, strategies,
      {.laboratory = {.program = "/proc/self/exe", .seed = 1, .deadline_ms = 60'000},
       .jobs = 2,
       .progress = {}});
  for (const Error& error : comparison.errors) throw std::invalid_argument(error.message);
  return std::move(comparison.records);
}

}  // namespace afresh::testing

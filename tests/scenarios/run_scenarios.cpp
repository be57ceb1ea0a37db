// SPDX-License-Identifier: MIT
#include "tests/scenarios/run_scenarios.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "harness/casefile/load_case.hpp"
#include "harness/engine/compare.hpp"
#include "harness/strategies/shipped.hpp"

namespace fs = std::filesystem;

namespace afresh::testing {
namespace {

/// `fresh=fail(stale-code,stale-value)`, into the record; words about others are left out.
void add_verdict(std::string_view word, Record& record) {
  std::size_t equals = word.find('=');
  std::optional<Aspect> aspect = parse_word<Aspect>(word.substr(0, equals));
  if (!aspect) return;
  std::string_view form = word.substr(equals + 1);
  std::size_t open = form.find('(');
  std::optional<Outcome> outcome = parse_word<Outcome>(form.substr(0, open));
  if (!outcome) throw std::invalid_argument("expected_verdicts.txt: " + std::string(word));
  record.verdicts[*aspect] = {*outcome, {}};
  while (open != std::string_view::npos && open + 1 < form.size()) {
    std::size_t end = form.find_first_of(",)", open + 1);
    if (auto kind = parse_word<FindingKind>(form.substr(open + 1, end - open - 1)))
      record.findings.push_back({.kind = *kind, .aspect = *aspect, .paths = {"-"}});
    open = end;
  }
}

}  // namespace

std::vector<Record> expected_records(const std::string& scenario) {
  std::ifstream file(AFRESH_HERE "/expected_verdicts.txt");
  std::vector<Record> records;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(scenario + " ")) continue;
    std::istringstream words(line);
    Record record;
    words >> record.case_name >> record.strategy;
    record.strategy.pop_back();  // the colon
    for (std::string word; words >> word;) add_verdict(word, record);
    records.push_back(std::move(record));
  }
  return records;
}

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
      {.worker_pool = {.program = "/proc/self/exe", .seed = 1, .deadline_ms = 60'000},
       .jobs = 2,
       .progress = {}});
  for (const Error& error : comparison.errors) throw std::invalid_argument(error.message);
  return std::move(comparison.records);
}

}  // namespace afresh::testing

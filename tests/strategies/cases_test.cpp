// What a strategy does that no scenario needs to show: cases of this folder, each with the verdicts
// that it states, run under the strategies that they name. SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <stdexcept>

#include "harness/casefile/load_case.hpp"
#include "harness/engine/compare.hpp"
#include "harness/strategies/shipped.hpp"
#include "reports/replay.hpp"

namespace fs = std::filesystem;

namespace afresh::testing {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(AFRESH_HERE "/cases"))
    names.push_back(entry.path().stem());
  std::ranges::sort(names);
  return names;
}

Case case_named(const std::string& name) {
  Result<Case> loaded = load_case(fs::path(AFRESH_HERE) / "cases" / (name + ".case"));
  if (!loaded) throw std::invalid_argument(loaded.error().message);
  return std::move(*loaded);
}

std::vector<Record> run_records(const Case& a_case) {
  static engine::WorkerPool worker_pool(
      {.program = "/proc/self/exe", .seed = 1, .deadline_ms = 60'000});
  std::vector<StrategySource> strategies;
  for (const auto& [name, statements] : a_case.verdicts)
    strategies.push_back({.name = name, .source = {}, .file = {}});
  auto records = engine::run_case(worker_pool, a_case, strategies);
  if (!records) throw std::invalid_argument(records.error().message);
  return std::move(*records);
}

std::string replayed(const Case& a_case, const Record& record) {
  std::ostringstream out;
  write_replay(out, a_case, {record}, false);
  return out.str();
}

class Strategies : public ::testing::TestWithParam<std::string> {};

TEST_P(Strategies, GetWhatTheCaseStates) {
  Case a_case = case_named(GetParam());
  std::vector<Record> records = run_records(a_case);
  ASSERT_FALSE(records.empty());
  for (const Record& record : records)
    EXPECT_THAT(broken_statements(a_case, record), IsEmpty()) << replayed(a_case, record);
}

INSTANTIATE_TEST_SUITE_P(All, Strategies, ::testing::ValuesIn(case_names()),
                         [](const auto& name) { return name.param; });

TEST(StrategiesThatRefuse, SayWhy) {
  const std::vector<std::pair<std::string, std::string>> reasons{
      {"one_file_where_it_cannot_be",
       "the add-on cannot be one file: demo.a and demo.b both define 'N'"},
      {"sub_interpreter_is_refused",
       "the add-on loads in another interpreter, but its functions and classes cannot be handed to "
       "the host"},
      {"swap_refuses_a_running_thread",
       "a restart is needed: a thread runs the add-on's code, which unregister() does not end"}};
  for (const auto& [name, reason] : reasons) {
    std::vector<std::string> given;
    for (const Record& record : run_records(case_named(name))) {
      auto verdict = record.verdicts.find(Aspect::kFresh);
      if (verdict != record.verdicts.end() && verdict->second.reason)
        given.push_back(verdict->second.reason->message);
    }
    EXPECT_THAT(given, Contains(reason)) << name;
  }
}

}  // namespace
}  // namespace afresh::testing

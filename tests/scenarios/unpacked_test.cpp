// What `afresh unpack` writes of each scenario, played by a Python that knows nothing of afresh.
// All trials are compared in this way by plain_cpython.py, with the same files; here of every
// second scenario `repro.py` itself is run, as who gets it would.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "harness/repro/repro_files.hpp"
#include "tests/scenarios/run_scenarios.hpp"

namespace fs = std::filesystem;

namespace afresh::testing {
namespace {

constexpr std::array kTelling{"reload-top",   "reload-sorted", "in-locals",
                              "purge-prefix", "purge-dotted",  "toggle"};

/// Of the scenarios every Nth: each is a process more or several.
std::vector<std::string> scenarios_by(std::size_t step) {
  std::vector<std::string> names = scenario_names();
  // Plain Python has no other host than the plain one.
  std::erase_if(names, [](const auto& name) { return scenario(name).host != HostKind::kPlain; });
  std::vector<std::string> some;
  for (std::size_t i = 0; i < names.size(); i += step) some.push_back(names[i]);
  return some;
}

bool passes(const Record& record) {
  return std::ranges::all_of(record.verdicts, [](const auto& verdict) {
    return verdict.second.outcome == Outcome::kPass;
  });
}

/// A folder of its own for each test, removed at the end.
class Unpacked : public ::testing::TestWithParam<std::string> {
 protected:
  Unpacked() {
    std::string path = (fs::temp_directory_path() / "unpacked.XXXXXX").string();
    if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("no folder like " + path);
    folder_ = path;
  }
  ~Unpacked() override { fs::remove_all(folder_); }

  [[nodiscard]] Record expected(const std::string& strategy) const {
    std::vector<Record> records = expected_records(GetParam());
    return *std::ranges::find(records, strategy, &Record::strategy);
  }

  /// The strategies that fail here; the order of asking is another for each scenario.
  [[nodiscard]] std::vector<std::string> failing() const {
    std::vector<std::string> names(kTelling.begin(), kTelling.end());
    std::ranges::rotate(names, names.begin() + static_cast<std::ptrdiff_t>(index() % names.size()));
    std::erase_if(names, [&](const std::string& name) { return !expected(name).fails(); });
    return names;
  }

  [[nodiscard]] std::size_t index() const {
    std::vector<std::string> names = scenario_names();
    return static_cast<std::size_t>(std::ranges::find(names, GetParam()) - names.begin());
  }

  /// The exit status of `repro.py`, with what it said.
  std::pair<int, std::string> play(const std::string& strategy) const {
    Case a_case = scenario(GetParam());
    StrategySource source{.name = strategy, .source = {}, .file = strategy_file(strategy)};
    for (const auto& [path, content] :
         render_repro({.a_case = a_case, .strategy = source, .proofs = {}})) {
      fs::create_directories((folder_ / strategy / path).parent_path());
      std::ofstream(folder_ / strategy / path, std::ios::binary) << content;
    }
    fs::path out = folder_ / "out";
    std::string command = AFRESH_PYTHON " " + (folder_ / strategy / "repro.py").string() + " >" +
                          out.string() + " 2>&1";
    int status = std::system(command.c_str());
    std::ostringstream said;
    said << std::ifstream(out).rdbuf();
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, said.str()};
  }

 private:
  static std::string strategy_file(std::string name) {
    std::ranges::replace(name, '-', '_');
    return name + ".py";
  }

  fs::path folder_;
};

TEST_P(Unpacked, FailsInPlainPythonWhereTheStrategyFails) {
  std::vector<std::string> strategies = failing();
  ASSERT_FALSE(strategies.empty());
  auto [status, said] = play(strategies.front());
  EXPECT_EQ(status, 1) << strategies.front() << '\n' << said;
}

class UnpackedRestart : public Unpacked {};

TEST_P(UnpackedRestart, PassesInPlainPythonWhereItPasses) {
  bool is_restart_right = passes(expected("restart-clean"));
  auto [status, said] = play("restart-clean");
  EXPECT_EQ(status, is_restart_right ? 0 : 1) << said;
}

INSTANTIATE_TEST_SUITE_P(Some, Unpacked, ::testing::ValuesIn(scenarios_by(2)),
                         [](const auto& tested) { return tested.param; });
INSTANTIATE_TEST_SUITE_P(Some, UnpackedRestart, ::testing::ValuesIn(scenarios_by(5)),
                         [](const auto& tested) { return tested.param; });

}  // namespace
}  // namespace afresh::testing

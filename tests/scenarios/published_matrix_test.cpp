// What was published of the same hazards, held against what afresh says of the scenarios. Where
// they disagree the scenario has to say why, and where they agree it must not.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

#include "reports/replay.hpp"
#include "tests/scenarios/run_scenarios.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

/// One scenario's line: its published result by code.
struct Row {
  std::string scenario;
  std::string hazard;  ///< `-`: in no published table
  std::string axis;
  std::map<std::string, std::string> results;
};

const std::vector<std::string> kCodes{"T1", "R2", "R3", "R5", "P1", "P2"};

// Both forms of the thread are P1.
const std::vector<std::pair<std::string, std::string>> kStrategies{
    {"toggle", "T1"},        {"reload-top", "R2"},   {"in-locals", "R3"},
    {"reload-sorted", "R5"}, {"purge-prefix", "P1"}, {"purge-prefix-simplified", "P1"},
    {"purge-dotted", "P2"}};

std::vector<Row> published() {
  std::ifstream file(AFRESH_HERE "/published_matrix.txt");
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#') || line.starts_with("scenario ")) continue;
    Row row;
    std::istringstream words(line);
    words >> row.scenario >> row.hazard >> row.axis;
    for (const std::string& code : kCodes) words >> row.results[code];
    if (row.hazard != "-" && !words) throw std::invalid_argument("published_matrix.txt: " + line);
    rows.push_back(std::move(row));
  }
  return rows;
}

// What a case does not claim of its axis shows in `fresh`: a reload that raised never got further.
Aspect row_aspect(const Row& row, const Case& a_case) {
  const std::map<std::string, Aspect> axes{{"F", Aspect::kFresh},
                                           {"S", Aspect::kProcessState},
                                           {"X", Aspect::kRecovery},
                                           {"L", Aspect::kLiveObjects},
                                           {"N", Aspect::kIsolation}};
  Aspect aspect = axes.at(row.axis);
  bool is_claimed = std::ranges::find(a_case.claims, aspect) != a_case.claims.end();
  return is_claimed ? aspect : Aspect::kFresh;
}

bool agrees(const Record& record, Aspect aspect, const std::string& result) {
  auto verdict = record.verdicts.find(aspect);
  if (verdict == record.verdicts.end()) return false;
  return verdict->second.outcome == (result == "pass" ? Outcome::kPass : Outcome::kFail);
}

// One sentence for each strategy whose `differs` line is missing or says too much.
std::vector<std::string> complaints(const Row& row, const Case& a_case,
                                    const std::vector<Record>& records) {
  std::vector<std::string> sentences;
  for (const auto& [strategy, code] : kStrategies) {
    auto record = std::ranges::find(records, strategy, &Record::strategy);
    Aspect aspect = row_aspect(row, a_case);
    std::string where = row.scenario + " " + strategy + ": " + row.hazard + " was published as " +
                        row.results.at(code) + ", afresh says " + std::string(name_of(aspect)) +
                        "=" + stated_form(*record, aspect);
    bool is_explained = a_case.disagreements.contains(strategy);
    if (agrees(*record, aspect, row.results.at(code)) == is_explained) {
      sentences.push_back(where + (is_explained ? "; expected no line 'differs " + strategy + ":'"
                                                : "; expected agreement, or a line 'differs " +
                                                      strategy + ": why'"));
    }
  }
  return sentences;
}

TEST(PublishedMatrix, IsContradictedOnlyWhereAScenarioSaysWhy) {
  std::vector<std::string> all;
  for (const Row& row : published()) {
    if (row.hazard == "-") continue;
    std::ranges::move(complaints(row, scenario(row.scenario), expected_records(row.scenario)),
                      std::back_inserter(all));
  }
  EXPECT_THAT(all, IsEmpty());
}

TEST(PublishedMatrix, KnowsEveryScenario) {
  std::vector<std::string> names;
  for (const Row& row : published()) names.push_back(row.scenario);
  EXPECT_THAT(names, ElementsAreArray(scenario_names()));
}

TEST(PublishedMatrix, IsTheOnlyThingThatAScenarioCanDifferFrom) {
  for (const Row& row : published()) {
    for (const auto& [strategy, why] : scenario(row.scenario).disagreements) {
      bool is_compared = row.hazard != "-" &&
                         std::ranges::any_of(
                             kStrategies, [&](const auto& pair) { return pair.first == strategy; });
      EXPECT_TRUE(is_compared) << row.scenario << ": differs " << strategy;
      EXPECT_FALSE(why.empty()) << row.scenario << ": differs " << strategy;
    }
  }
}

TEST(PublishedMatrix, IsReadAsAFailureWhereTheReloadRaised) {
  Record record{.case_name = "c",
                .strategy = "toggle",
                .verdicts = {{Aspect::kFresh, {Outcome::kFail, {}}}},
                .findings = {}};
  EXPECT_TRUE(agrees(record, Aspect::kFresh, "raises"));
  EXPECT_TRUE(agrees(record, Aspect::kFresh, "wrong"));
  EXPECT_FALSE(agrees(record, Aspect::kFresh, "pass"));
  EXPECT_FALSE(agrees(record, Aspect::kIsolation, "pass"));
}

}  // namespace
}  // namespace afresh::testing

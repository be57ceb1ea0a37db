// The full table of verdicts, held against the reviewed file beside this one. The same test
// rewrites that file when AFRESH_UPDATE_EXPECTED_VERDICTS is set (target
// `update_expected_verdicts`). SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "reports/replay.hpp"
#include "tests/scenarios/run_scenarios.hpp"

namespace afresh::testing {
namespace {

constexpr const char* kFile = AFRESH_HERE "/expected_verdicts.txt";

// ` add-on=process-state:leftover-registration`: all that was found and is not the strategy's
// doing.
std::string blame_of_others(const Record& record) {
  std::map<Attribution, std::set<std::string>> kinds;
  for (const Finding& finding : record.findings) {
    if (finding.attribution == Attribution::kStrategy) continue;
    kinds[finding.attribution].insert(
        fmt::format("{}:{}", name_of(finding.aspect), name_of(finding.kind)));
  }
  std::string text;
  for (const auto& [attribution, words] : kinds)
    text += fmt::format(" {}={}", name_of(attribution), fmt::join(words, ","));
  return text;
}

std::string verdict_line(const Record& record) {
  std::string line = record.case_name + " " + record.strategy + ":";
  for (Aspect aspect : kAspects) {
    if (!record.verdicts.contains(aspect)) continue;
    line += " " + std::string(name_of(aspect)) + "=" + stated_form(record, aspect);
  }
  return line + blame_of_others(record) + "\n";
}

std::string measured() {
  std::vector<Case> cases;
  for (const std::string& name : scenario_names()) cases.push_back(scenario(name));
  std::string text;
  for (const Record& record : run_scenarios(cases, all_strategies())) text += verdict_line(record);
  return text;
}

std::string contents(const char* path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

using Lines = std::map<std::string, std::string>;

// By `case strategy`, which each line begins with.
Lines verdict_lines(const std::string& text) {
  Lines lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines[line.substr(0, line.find(':'))] = line;
  return lines;
}

// Lines are known by their beginnings, so what belongs together stands together.
std::string difference(const std::string& before, const std::string& after) {
  Lines old_lines = verdict_lines(before);
  Lines new_lines = verdict_lines(after);
  Lines keys = old_lines;
  keys.insert(new_lines.begin(), new_lines.end());
  std::string text;
  for (const auto& [key, ignored] : keys) {
    auto was = old_lines.find(key);
    auto is = new_lines.find(key);
    bool is_same = was != old_lines.end() && is != new_lines.end() && was->second == is->second;
    if (is_same) continue;
    if (was != old_lines.end()) text += "-" + was->second + "\n";
    if (is != new_lines.end()) text += "+" + is->second + "\n";
  }
  if (text.empty() && before != after) text = " the same lines in another order\n";
  return text.empty() ? text : "--- expected_verdicts.txt\n+++ measured now\n" + text;
}

TEST(ExpectedVerdicts, AreThoseOfEveryScenarioUnderEveryStrategyThatShips) {
  std::string expected = contents(kFile);
  std::string now = measured();
  if (std::getenv("AFRESH_UPDATE_EXPECTED_VERDICTS") != nullptr) {
    std::ofstream(kFile, std::ios::binary) << now;
    std::string changes = difference(expected, now);
    std::cout << (changes.empty() ? "No verdict has changed.\n" : changes);
    return;
  }
  EXPECT_TRUE(expected == now) << difference(expected, now)
                               << "If that is how it should be: cmake --build BUILD_FOLDER "
                                  "--target update_expected_verdicts";
}

TEST(Difference, NamesWhatChangedAppearedAndWentAway) {
  EXPECT_EQ(difference("a x: fresh=pass\nb x: fresh=pass\nc x:\n",
                       "a x: fresh=fail\nb x: fresh=pass\nd x:\n"),
            "--- expected_verdicts.txt\n+++ measured now\n-a x: fresh=pass\n+a x: fresh=fail\n-c "
            "x:\n+d x:\n");
  EXPECT_EQ(difference("a x:\n", "a x:\n"), "");
}

}  // namespace
}  // namespace afresh::testing

// The same question gives the same records, whoever asks, from where, and with how many workers.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace afresh::testing {
namespace {

// One of each sort: two add-ons, classes, a broken edit, order, logical time, generated packages; a
// restart, nothing done, in place, adapted, purged, swapped.
const std::vector<std::string> kCases{"--strategy",  "restart-clean",
                                      "--strategy",  "restart",
                                      "--strategy",  "toggle",
                                      "--strategy",  "reload-sorted",
                                      "--strategy",  "in-locals",
                                      "--strategy",  "purge-prefix",
                                      "--strategy",  "purge-dotted-collect",
                                      "--strategy",  "generation-swap-migrate",
                                      "--case",      "prefix_neighbour",
                                      "--case",      "pointer_property",
                                      "--case",      "syntax_error_repaired",
                                      "--case",      "import_cycle_from",
                                      "--case",      "same_size_same_second",
                                      "--generated", "3",
                                      "--seed",      "11"};

constexpr std::ptrdiff_t kStrategyWords = 16;

std::vector<std::string> with(std::vector<std::string> some, const std::vector<std::string>& more) {
  some.insert(some.end(), more.begin(), more.end());
  return some;
}

/// Who, on what, with which verdicts: all that must not depend on the kind of process.
Json verdicts_of(const Json& records) {
  Json verdicts = Json::array();
  for (const Json& record : records) {
    Json kinds = Json::array();
    for (const Json& finding : record["findings"])
      kinds.push_back({finding["aspect"], finding["kind"]});
    verdicts.push_back({record["case"], record["strategy"], record["verdict"], kinds});
  }
  return verdicts;
}

class Records : public Program {};

TEST_F(Records, DoNotDependOnTheNumberOfWorkers) {
  EXPECT_EQ(records_of(with(kCases, {"-j", "1"})), records_of(with(kCases, {"-j", "2"})));
}

TEST_F(Records, DoNotDependOnTheCallersEnvironment) {
  Json plain = records_of(kCases);
  EXPECT_EQ(records_of(kCases, {{"PYTHONHASHSEED", "random"}, {"PYTHONDONTWRITEBYTECODE", "1"}}),
            plain);
  EXPECT_EQ(records_of(kCases, {{"PYTHONHASHSEED", "0"},
                                {"PYTHONOPTIMIZE", "2"},
                                {"PYTHONPATH", folder_.string()}}),
            plain);
  EXPECT_EQ(records_of(kCases, {{"HOME", "/nowhere"},
                                {"LANG", "tr_TR.ISO-8859-9"},
                                {"LC_ALL", "C"},
                                {"TZ", "Asia/Tokyo"}}),
            plain);
}

TEST_F(Records, DoNotDependOnTheCurrentFolder) {
  Json here = records_of(kCases);
  // Names that a careless import would find first.
  write("elsewhere/demo.py", "raise SystemExit('found in the current folder')\n");
  write("elsewhere/logging.py", "raise SystemExit('found in the current folder')\n");
  folder_ /= "elsewhere";
  Json there = records_of(kCases);
  folder_ = folder_.parent_path();
  EXPECT_EQ(there, here);
}

TEST_F(Records, HaveTheSameVerdictsInForkedAndInSpawnedTrials) {
  EXPECT_EQ(verdicts_of(records_of(with(kCases, {"--isolation", "spawn"}))),
            verdicts_of(records_of(with(kCases, {"--isolation", "fork"}))));
}

TEST_F(Records, HaveTheSameVerdictsForAnotherHashSeed) {
  std::vector<std::string> question{"--case",     "pointer_property", "--case",
                                    "diamond",    "--case",           "import_cycle_from",
                                    "--strategy", "reload-sorted",    "--strategy",
                                    "in-locals",  "--strategy",       "purge-dotted"};
  EXPECT_EQ(verdicts_of(records_of(with(question, {"--seed", "1"}))),
            verdicts_of(records_of(with(question, {"--seed", "12345"}))));
}

TEST_F(Records, OfAStrategyDoNotDependOnTheOthers) {
  Json all = records_of(kCases);
  for (const std::string strategy : {"toggle", "purge-prefix", "restart-clean"}) {
    Json of_all = Json::array();
    for (const Json& record : all) {
      if (record["strategy"] == strategy) of_all.push_back(record);
    }
    std::vector<std::string> alone(kCases.begin() + kStrategyWords, kCases.end());
    EXPECT_EQ(records_of(with(alone, {"--strategy", strategy})), of_all) << strategy;
  }
}

TEST_F(Records, OfACaseDoNotDependOnTheOthers) {
  Json of_all = Json::array();
  for (const Json& record : records_of(kCases)) {
    if (record["case"] == "pointer_property") of_all.push_back(record);
  }
  std::vector<std::string> strategies(kCases.begin(), kCases.begin() + kStrategyWords);
  EXPECT_EQ(records_of(with(strategies, {"--case", "pointer_property", "--seed", "11"})), of_all);
}

}  // namespace
}  // namespace afresh::testing

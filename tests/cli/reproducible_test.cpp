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
Json verdict_summary(const Json& records) {
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

// One test, because all of it is held against the same run.
TEST_F(Records, DoNotDependOnWhoAsksFromWhereAndWhatElse) {
  const Json plain = compare_records(with(kCases, {"-j", "2"}));
  {
    SCOPED_TRACE("the number of workers");
    EXPECT_EQ(compare_records(with(kCases, {"-j", "1"})), plain);
  }
  {
    SCOPED_TRACE("the caller's environment and current folder");
    // Names that a careless import would find first.
    write("elsewhere/demo.py", "raise SystemExit('found in the current folder')\n");
    write("elsewhere/logging.py", "raise SystemExit('found in the current folder')\n");
    folder_ /= "elsewhere";
    EXPECT_EQ(compare_records(kCases, {{"PYTHONHASHSEED", "random"},
                                       {"PYTHONDONTWRITEBYTECODE", "1"},
                                       {"PYTHONOPTIMIZE", "2"},
                                       {"PYTHONPATH", folder_.string()},
                                       {"HOME", "/nowhere"},
                                       {"LANG", "tr_TR.ISO-8859-9"},
                                       {"LC_ALL", "C"},
                                       {"TZ", "Asia/Tokyo"}}),
              plain);
    folder_ = folder_.parent_path();
  }
  {
    SCOPED_TRACE("forked or spawned trials");
    EXPECT_EQ(verdict_summary(compare_records(with(kCases, {"--isolation", "spawn"}))),
              verdict_summary(plain));
  }
  for (const std::string strategy : {"toggle", "purge-prefix", "restart-clean"}) {
    SCOPED_TRACE("strategies beside " + strategy);
    Json of_all = Json::array();
    for (const Json& record : plain) {
      if (record["strategy"] == strategy) of_all.push_back(record);
    }
    std::vector<std::string> alone(kCases.begin() + kStrategyWords, kCases.end());
    EXPECT_EQ(compare_records(with(alone, {"--strategy", strategy})), of_all);
  }
  SCOPED_TRACE("cases beside pointer_property");
  Json of_case = Json::array();
  for (const Json& record : plain) {
    if (record["case"] == "pointer_property") of_case.push_back(record);
  }
  std::vector<std::string> strategies(kCases.begin(), kCases.begin() + kStrategyWords);
  EXPECT_EQ(compare_records(with(strategies, {"--case", "pointer_property", "--seed", "11"})),
            of_case);
}

TEST_F(Records, HaveTheSameVerdictsForAnotherHashSeed) {
  std::vector<std::string> question{"--case",     "pointer_property", "--case",
                                    "diamond",    "--case",           "import_cycle_from",
                                    "--strategy", "reload-sorted",    "--strategy",
                                    "in-locals",  "--strategy",       "purge-dotted"};
  EXPECT_EQ(verdict_summary(compare_records(with(question, {"--seed", "1"}))),
            verdict_summary(compare_records(with(question, {"--seed", "12345"}))));
}

}  // namespace
}  // namespace afresh::testing

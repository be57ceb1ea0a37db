// The words of `--fail-on`, and what a report has of them.
// SPDX-License-Identifier: MIT
#include "reports/fail_on.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reports/sample.hpp"

namespace afresh {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::vector<std::string> kStrategies{"reload-top", "purge-dotted", "restart"};

std::string failures(const std::vector<std::string>& lists,
                     const Report& report = sample::scenarios()) {
  auto conditions = parse_fail_on(lists, kStrategies);
  return conditions ? describe_failures(report, *conditions) : conditions.error().message;
}

TEST(FailOn, TakesListsAndDropsWhatIsSaidTwice) {
  auto conditions = parse_fail_on({"fresh,unknown", "clean@restart,fresh"}, kStrategies);
  ASSERT_TRUE(conditions);
  EXPECT_THAT(*conditions,
              ElementsAre(FailOn{Aspect::kFresh, ""}, FailOn{}, FailOn{Aspect::kClean, "restart"}));
  EXPECT_TRUE(parse_fail_on({}, kStrategies)->empty());
}

TEST(FailOn, RefusesWhatCouldNeverHappen) {
  for (const std::string word : {"", "stale", "Fresh", " fresh", "fresh,", "pass", "@restart"}) {
    EXPECT_THAT(failures({word}), HasSubstr("': no aspect '")) << word;
  }
  EXPECT_EQ(failures({"fresh@toggle"}),
            "--fail-on 'fresh@toggle': no strategy 'toggle' in this comparison; expected "
            "reload-top, purge-dotted, restart");
  EXPECT_THAT(failures({"fresh@restart@restart"}), HasSubstr("no strategy 'restart@restart'"));
}

TEST(FailOn, CountsCasesAndNamesTheSmallest) {
  EXPECT_EQ(failures({"fresh"}),
            "fresh fails in 3 of 3 cases, smallest witness from-import-constant under reload-top");
  EXPECT_EQ(failures({"process-state@reload-top"}),
            "process-state fails under reload-top in 1 of 1 case, smallest witness log-handler");
}

TEST(FailOn, CountsACaseInEachHost) {
  Report report = sample::scenarios();
  const std::vector<Record> records = report.records;
  for (Record record : records) {
    record.host = "blender-5.0";
    report.records.push_back(std::move(record));
  }
  EXPECT_THAT(failures({"fresh"}, report), HasSubstr("fresh fails in 6 of 6 cases"));
}

TEST(FailOn, SaysNothingWhereNothingFails) {
  EXPECT_EQ(failures({}), "");
  EXPECT_EQ(failures({"leaks", "fresh@purge-dotted", "fresh@restart"}), "");
  EXPECT_EQ(failures({"fresh", "unknown"}, Report{}), "");
}

TEST(FailOn, TakesUnknownForAFailureOnlyWhereItIsAskedTo) {
  EXPECT_EQ(failures({"process-state@purge-dotted"}), "");
  EXPECT_EQ(failures({"unknown"}),
            "unknown in 1 of 3 cases, smallest witness log-handler under purge-dotted");
  EXPECT_EQ(failures({"unknown@restart"}),
            "unknown under restart in 1 of 3 cases, smallest witness log-handler");
  EXPECT_EQ(failures({"unknown@reload-top"}), "");
}

TEST(FailOn, SaysAllThatFailedInOneSentence) {
  EXPECT_EQ(failures({"isolation,clean", "live-objects"}, sample::with_generated()),
            "isolation fails in 1 of 1 case, smallest witness generated-7-1 under reload-top; "
            "clean fails in 1 of 3 cases, smallest witness log-handler under restart");
}

TEST(FailOn, LetsNoControlCharacterThrough) {
  EXPECT_THAT(failures({"fresh"}, sample::hostile()), Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace afresh

// What the overview counts, marks and orders, and which rows give way where there are too many.
// SPDX-License-Identifier: MIT
#include "reports/overview.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/overview_text.hpp"
#include "tests/reports/comparison.hpp"

namespace afresh {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> all_names(const std::vector<const OverviewRow*>& rows) {
  std::vector<std::string> names;
  for (const OverviewRow* row : rows) names.push_back(row->strategy);
  return names;
}

std::vector<std::string> family_names(const OverviewTable& table) {
  std::vector<std::string> names;
  for (const OverviewFamily& family : table.families) names.push_back(family.name);
  return names;
}

TEST(Marks, SayAllMostSomeNoneUnknownAndNotJudged) {
  struct Row {
    Cell cell;
    Mark mark;
  };
  const std::vector<Row> table{{{.pass = 20}, Mark::kAll},
                               {{.pass = 20, .refused = 5}, Mark::kAll},
                               {{.pass = 18, .fail = 2}, Mark::kMost},
                               {{.pass = 9, .fail = 1}, Mark::kMost},
                               {{.pass = 89, .fail = 11}, Mark::kSome},
                               {{.pass = 8, .fail = 1}, Mark::kSome},
                               {{.pass = 1, .fail = 99}, Mark::kSome},
                               {{.fail = 3}, Mark::kNone},
                               {{.fail = 3, .behaves = 3}, Mark::kNone},
                               {{.pass = 19, .unknown = 1}, Mark::kUnknown},
                               {{.fail = 19, .unknown = 1}, Mark::kUnknown},
                               {{.refused = 4}, Mark::kNotJudged},
                               {{}, Mark::kNotJudged}};
  for (const Row& row : table)
    EXPECT_EQ(cell_mark(row.cell), row.mark)
        << row.cell.pass << " " << row.cell.fail << " " << row.cell.unknown;
}

TEST(Marks, HaveSignsOfTheirOwn) {
  std::set<std::string_view> signs;
  for (Mark mark :
       {Mark::kAll, Mark::kMost, Mark::kSome, Mark::kNone, Mark::kUnknown, Mark::kNotJudged})
    signs.insert(mark_sign(mark));
  EXPECT_EQ(signs.size(), 6u);
}

TEST(Overview, PutsFamiliesInTheirOrderAndTheBestOfEachFirst) {
  const auto tables = overview(sample::twenty_cases());
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_THAT(family_names(tables[0]),
              ElementsAre("start again", "swap versions", "forget and import again",
                          "reload in place", "load by hand", "leave it loaded"));
  EXPECT_THAT(all_names(tables[0].rows()),
              ElementsAre("restart", "generation-swap", "purge-dotted", "purge-prefix",
                          "reload-deps", "reload-sorted", "load-by-name", "do-nothing"));
}

TEST(Overview, HasNoRowForWhoRefusesEverythingOnThisHost) {
  const auto tables = overview(sample::twenty_cases());
  EXPECT_THAT(tables[0].absent, ElementsAre("script-reload"));
  EXPECT_EQ(tables[0].row("script-reload"), nullptr);
}

TEST(Overview, LeavesRefusalsOutOfTheCountAndKeepsThemApart) {
  const auto tables = overview(sample::twenty_cases());
  const OverviewRow* row = tables[0].row("generation-swap");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->cell(Aspect::kFresh).tried(), 19);
  EXPECT_EQ(row->refusals, 1);
}

TEST(Overview, RanksByWhatPassesOfAllThatWasAsked) {
  const auto tables = overview(sample::comparison(R"(
    case a: x
    case b: x
    case c: x
    shy    | f | | | fresh RRP
    honest | f | | | fresh PPF
    failing | f | | | fresh PFF
  )"));
  EXPECT_THAT(all_names(tables[0].rows()), ElementsAre("honest", "shy", "failing"));
}

TEST(Overview, RanksEqualsByTheirOtherAspects) {
  const auto tables = overview(sample::comparison(R"(
    case a: x
    case b: x
    first  | f | | | fresh PF clean PF
    second | f | | | fresh PF clean PP
  )"));
  EXPECT_THAT(all_names(tables[0].rows()), ElementsAre("second", "first"));
}

TEST(Overview, NeverAddsUpHostsOrGeneratedCases) {
  Report report = sample::comparison("case a: x\ncase b: x\ntoggle | f | | | fresh PF\n");
  sample::add(report, sample::comparison("case c: x\ntoggle | f | | | fresh P\n", "bpy"));
  Report generated =
      sample::comparison("case d: x\ncase e: x\ncase g: x\ntoggle | f | | | fresh FFF\n");
  for (auto& [name, facts] : generated.cases) facts.is_generated = true;
  sample::add(report, generated);
  const auto tables = overview(report);
  ASSERT_EQ(tables.size(), 3u);
  std::vector<std::string> titles;
  std::vector<int> tried;
  for (const OverviewTable& table : tables) {
    titles.push_back(section_title(table));
    tried.push_back(table.row("toggle")->cell(Aspect::kFresh).tried());
  }
  EXPECT_THAT(titles,
              ElementsAre("plain, 2 scenarios", "bpy, 1 scenario", "plain, 3 generated cases"));
  EXPECT_THAT(tried, ElementsAre(2, 1, 3));
}

TEST(Overview, BeginsWithTheHostOfMostScenarios) {
  Report report = sample::comparison("case a: x\ntoggle | f | | | fresh P\n");
  sample::add(report,
              sample::comparison("case b: x\ncase c: x\ntoggle | f | | | fresh PP\n", "bpy"));
  EXPECT_EQ(overview(report)[0].host, "bpy");
}

TEST(Overview, CallsTheFamilyOfAUsersOwnFileYours) {
  Report report = sample::comparison("case a: x\nmine | | | | fresh P\nother | | | | fresh P\n");
  report.strategy_arguments["mine"] = "mine.py";
  EXPECT_THAT(family_names(overview(report)[0]), ElementsAre("yours", "strategies"));
}

const char* kTwins = R"(
  case a: x
  case b: x
  case c: x
  best   | f | | | fresh PPP clean PFF
  twin   | f | | | fresh PPP clean PFF
  worse  | f | | | fresh PPF clean PFF
  other  | f | | | fresh PFF clean PPP
  behave | f | | | fresh BFF clean PPP
)";

TEST(Overview, KnowsWhatAddsNothingToItsFamily) {
  const auto tables = overview(sample::comparison(kTwins));
  std::vector<std::string> adding;
  for (const OverviewRow* row : tables[0].rows()) {
    if (!row->adds_nothing) adding.push_back(row->strategy);
  }
  EXPECT_THAT(adding, ElementsAre("best", "other"));
}

TEST(Fold, ShowsAllThatFits) {
  const auto tables = overview(sample::comparison(kTwins));
  const FoldedTable folded = fold(tables[0], {}, 6);
  EXPECT_EQ(folded.families[0].shown.size(), 5u);
  EXPECT_THAT(folded.families[0].folded, IsEmpty());
}

TEST(Fold, FoldsWhatAddsNothingAndSaysHowItDid) {
  const auto tables = overview(sample::comparison(kTwins));
  const FoldedTable folded = fold(tables[0], {}, 4);
  EXPECT_THAT(all_names(folded.families[0].shown), ElementsAre("best", "other"));
  EXPECT_EQ(folded_text(folded.families[0].folded), "and 3 others, 0 to 3 of 3");
  EXPECT_EQ(folded.lines(), 4u);
}

TEST(Fold, FillsTheRoomThatIsLeftWithTheBest) {
  const auto tables = overview(sample::comparison(kTwins));
  EXPECT_THAT(all_names(fold(tables[0], {}, 5).families[0].shown),
              ElementsAre("best", "twin", "other"));
}

TEST(Fold, KeepsWhatIsNamedAndWhatIsTheUsersOwn) {
  Report report = sample::comparison(kTwins);
  report.strategy_arguments["worse"] = "worse.py";
  const auto tables = overview(report);
  EXPECT_THAT(all_names(fold(tables[0], {"behave"}, 5).families[0].shown),
              ElementsAre("best", "worse", "behave"));
}

TEST(Fold, SaysPercentWhereNotEquallyManyWereTried) {
  const auto tables = overview(sample::comparison(R"(
    case a: x
    case b: x
    one | f | | | fresh PP
    two | f | | | fresh PF
    six | f | | | fresh RF
  )"));
  const FoldedTable folded = fold(tables[0], {}, 3);
  EXPECT_EQ(folded_text(folded.families[0].folded), "and 2 others, 0 to 50 %");
}

TEST(Fold, CountsWhatDoesNotFitAtAll) {
  std::string text = "case a: x\n";
  for (int i = 0; i < 30; ++i)
    text += "way-" + std::to_string(i) + " | family " + std::to_string(i) + " | | | fresh P\n";
  const auto tables = overview(sample::comparison(text));
  const FoldedTable folded = fold(tables[0], {}, 9);
  EXPECT_LE(folded.lines(), 9u);
  EXPECT_EQ(folded.families.size() + folded.families_left_out, 30u);
  EXPECT_EQ(folded.rows_left_out, folded.families_left_out);
}

}  // namespace
}  // namespace afresh

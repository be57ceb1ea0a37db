// What is said of a report follows its records: others say other things, or nothing.
// SPDX-License-Identifier: MIT
#include "reports/statements.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "reports/overview_text.hpp"
#include "tests/reports/comparison.hpp"

namespace afresh {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> render_statements(const Report& report) {
  std::vector<std::string> sentences;
  const auto tables = overview(report);
  for (const Statement& statement : statements(report, tables.front()))
    sentences.push_back(render_sentence(statement));
  return sentences;
}

TEST(Statements, AnswerTheQuestionAsApproved) {
  EXPECT_THAT(
      render_statements(sample::twenty_cases()),
      ElementsAre(
          "Only starting again is right in all 20 cases of fresh and all 20 of process-state; "
          "next comes generation-swap, right in 18 of 19.",
          "generation-swap fails only case_18.",
          "Reloading in place depends on the order: 4 of 20 cases are right in "
          "alphabetical order, 13 in dependency order.",
          "Only generation-swap passes all 4 cases of rollback; reload-deps passes 1 of "
          "4, 1 more pass some and 5 pass none.",
          "purge-prefix fails isolation; the smallest case is case_5, where purge-prefix "
          "harms demo.LIMIT.",
          "Refused and not counted: generation-swap 1. Refused altogether here: "
          "script-reload."));
}

TEST(Statements, SayThatNoWayIsRightEverywhere) {
  EXPECT_THAT(render_statements(sample::comparison("case a: x\ncase b: x\none | f | | | fresh PF\n"
                                                   "two | g | | | fresh FF\n")),
              Contains("No way is right in all cases; one is right in most, 1 of 2."));
  EXPECT_THAT(render_statements(sample::comparison("case a: x\none | f | | | fresh F\n"
                                                   "two | g | | | fresh F\n")),
              ElementsAre("No way is right in any case of fresh."));
}

TEST(Statements, SayThatAllWaysAreRight) {
  EXPECT_THAT(render_statements(sample::comparison("case a: x\none | f | | | fresh P\n"
                                                   "two | g | | | fresh P\n")),
              ElementsAre("All 2 ways are right in the one case."));
}

TEST(Statements, DoNotCallRightWhatRefusesNearlyEverything) {
  EXPECT_THAT(render_statements(sample::comparison("case a: x\ncase b: x\nshy | f | | | fresh PR\n"
                                                   "two | g | | | fresh PF\n"))
                  .front(),
              HasSubstr("No way is right in all cases; "));
}

TEST(Statements, OfOneWayAreAboutItAlone) {
  EXPECT_THAT(
      render_statements(sample::comparison("case a: x\ncase b: x\none | f | | | fresh PF\n")),
      ElementsAre("one is right in 1 of 2 cases.", "one fails only b."));
}

TEST(Statements, FollowAVerdictThatChanges) {
  Report report = sample::twenty_cases();
  for (Record& record : report.records) {
    if (record.strategy == "generation-swap")
      record.verdicts[Aspect::kFresh] = {Outcome::kPass, {}};
  }
  EXPECT_EQ(render_statements(report).front(),
            "2 of 8 ways are right in all 20 cases: generation-swap and restart.");
}

TEST(Statements, NameFeaturesWhereManyCasesFail) {
  const auto said = render_statements(sample::comparison(R"(
    case a: vendored
    case b: vendored
    case c: classes
    case d: threads, classes
    case e: classes
    case g: classes
    case h: classes
    way  | f | | | fresh FFPFFPP clean FFFFFFF
  )"));
  EXPECT_THAT(said, Contains("way fails where there is vendored (2 of 2), threads (1 of 1) and 1 "
                             "other case; it never passes clean."));
}

TEST(Statements, SayNothingOfOrderWhereItDecidesNothing) {
  EXPECT_THAT(render_statements(sample::comparison("case a: x\none | f | | up | fresh P\n"
                                                   "two | f | | down | fresh P\n")),
              Not(Contains(HasSubstr("order"))));
}

TEST(Statements, SayNothingOfHarmWhereNobodyDoesAny) {
  EXPECT_THAT(
      render_statements(sample::comparison("case a: x\none | f | | | fresh P isolation P\n")),
      Not(Contains(HasSubstr("harms"))));
}

TEST(Statements, NameTheWorstOfManyThatDoHarm) {
  std::string text = "case a: x\ncase b: x\n";
  for (const std::string name : {"v", "w", "y"})
    text += name + " | f | | | fresh PP isolation PF\n";
  EXPECT_THAT(render_statements(sample::comparison(text + "z | f | | | fresh PP isolation FF\n")),
              Contains("4 of 4 ways fail isolation, z most often (2 of 2); the smallest case is a, "
                       "where z harms demo.LIMIT."));
}

TEST(Statements, AreAtMostFiveAndTheRefusals) {
  EXPECT_LE(render_statements(sample::twenty_cases()).size(), kMaxStatements + 1);
}

TEST(Statements, HaveAtMostTwentyFiveWordsASentence) {
  for (const std::string& said : render_statements(sample::twenty_cases())) {
    std::istringstream in(said);
    int words = 0;
    for (std::string word; in >> word;) {
      ++words;
      if (word.ends_with('.')) {
        EXPECT_LE(words, 25) << said;
        words = 0;
      }
    }
  }
}

TEST(Statements, ShortenNamesThatWouldFillALine) {
  const std::string name(300, 'n');
  const auto said =
      render_statements(sample::comparison("case a: x\n" + name + " | f | | | fresh P\n"));
  EXPECT_LT(said.front().size(), 80u);
}

TEST(Statements, NeedARowInTheTable) {
  EXPECT_THAT(render_statements(sample::comparison("case a: x\none | f | | | fresh R\n")),
              ElementsAre("Refused altogether here: one."));
}

}  // namespace
}  // namespace afresh

// What `afresh explain` says: of every word, and nothing that is not so.
// SPDX-License-Identifier: MIT
#include "reports/explain.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "harness/diagnosis/code.hpp"
#include "harness/values/verdict.hpp"
#include "reports/text.hpp"
#include "tests/reports/golden.hpp"
#include "tests/reports/python.hpp"
#include "tests/reports/sample.hpp"

namespace afresh {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::Not;

constexpr std::size_t kMaxLines = 12;
constexpr std::size_t kMaxColumns = 96;

std::vector<Explanation> all_entries() {
  std::vector<Explanation> all;
  for (const Chapter& chapter : chapters()) {
    all.insert(all.end(), chapter.entries.begin(), chapter.entries.end());
  }
  return all;
}

std::vector<std::string> entry_words(const std::vector<Explanation>& entries) {
  std::vector<std::string> words;
  for (const Explanation& entry : entries) words.emplace_back(entry.word);
  return words;
}

template <typename Names>
std::vector<std::string> all_names(const Names& all) {
  std::vector<std::string> names;
  for (auto value : all) names.emplace_back(name_of(value));
  return names;
}

std::vector<std::string> to_lines(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string explained(std::string_view word, std::size_t width) {
  std::ostringstream out;
  write_explanation(out, word, width);
  return out.str();
}

/// The answers of the reviewed table: `scenario strategy` → ` fresh=fail(…) clean=pass`.
std::map<std::string, std::string> expected_verdicts() {
  std::map<std::string, std::string> answers;
  std::ifstream file(AFRESH_EXPECTED_VERDICTS);
  for (std::string line; std::getline(file, line);) {
    std::size_t colon = line.find(':');
    answers[line.substr(0, colon)] = line.substr(colon + 1);
  }
  return answers;
}

std::string expected_verdict_line(const Demonstration& see) {
  return expected_verdicts()[std::string(see.scenario) + " " + std::string(see.strategy)];
}

/// Whether `word` is one of the kinds of some `fail(…)`.
bool names_kind(const std::string& answers, std::string_view word) {
  for (std::size_t at = answers.find(word); at != std::string::npos;
       at = answers.find(word, at + 1)) {
    bool begins = at > 0 && (answers[at - 1] == '(' || answers[at - 1] == ',');
    char next = answers[at + word.size()];
    if (begins && (next == ')' || next == ',')) return true;
  }
  return false;
}

TEST(Explain, KnowsEveryWordOfAReportAndNoOther) {
  EXPECT_THAT(entry_words(explained_aspects()), ElementsAreArray(all_names(kAspects)));
  EXPECT_THAT(entry_words(explained_kinds()), ElementsAreArray(all_names(kFindingKinds)));
  EXPECT_THAT(entry_words(explained_attributions()), ElementsAreArray(all_names(kAttributions)));
  EXPECT_THAT(entry_words(explained_outcomes()), ElementsAreArray(all_names(kOutcomes)));
}

TEST(Explain, KnowsEveryCodeOfCheckOnce) {
  std::vector<std::string> words = entry_words(explained_codes());
  for (DiagnosticCode code : kDiagnosticCodes) {
    const std::string word(name_of(code));
    bool is_kind = parse_word<FindingKind>(word).has_value();
    EXPECT_EQ(std::ranges::count(words, word), is_kind ? 0 : 1) << word;
    EXPECT_NE(explained(word, kMaxColumns), "") << word;
  }
}

TEST(Explain, SaysOfEachWordWhatItMeansWithAnExampleAndWhatHelps) {
  for (const Explanation& entry : all_entries()) {
    EXPECT_FALSE(entry.summary.empty()) << entry.word;
    EXPECT_TRUE(entry.meaning.ends_with('.')) << entry.word;
    EXPECT_FALSE(to_lines(entry.remedies).empty()) << entry.word;
    // The first line is the break after the quote.
    std::vector<std::string> example = to_lines(entry.example);
    EXPECT_GT(example.size(), 2U) << entry.word;
    EXPECT_LE(example.size() - 1, kMaxLines) << entry.word;
  }
}

TEST(Explain, StaysWithinTheWidth) {
  for (const Explanation& entry : all_entries()) {
    for (const std::string& line : to_lines(explained(entry.word, kMaxColumns))) {
      EXPECT_LE(count_columns(line), kMaxColumns) << entry.word << ": " << line;
    }
  }
  std::ostringstream list;
  write_vocabulary(list);
  for (const std::string& line : to_lines(list.str())) EXPECT_LE(count_columns(line), 100U) << line;
}

TEST(Explain, GivesExamplesThatArePython) {
  nlohmann::json sources;
  for (const Chapter& chapter : chapters()) {
    for (const Explanation& entry : chapter.entries) {
      sources[std::string(chapter.sort) + " " + std::string(entry.word)] = entry.example;
    }
  }
  ASSERT_EQ(sources.size(), all_entries().size());
  ScriptOutput answer = ask_python("compile_examples.py", sources.dump());
  EXPECT_EQ(answer.status, 0);
  EXPECT_EQ(answer.out, "");
  EXPECT_EQ(ask_python("compile_examples.py", R"({"x": "def f(:"})").out, "x:1: invalid syntax\n");
}

TEST(Explain, NamesForAKindAScenarioThatYieldsIt) {
  for (const Explanation& entry : explained_kinds()) {
    if (entry.see.scenario.empty()) continue;
    EXPECT_TRUE(names_kind(expected_verdict_line(entry.see), entry.word))
        << entry.word << ": " << entry.see.scenario << " " << entry.see.strategy << ":"
        << expected_verdict_line(entry.see);
  }
}

TEST(Explain, NamesForAnAspectAScenarioThatFailsIt) {
  for (const Explanation& entry : explained_aspects()) {
    if (entry.see.scenario.empty()) continue;
    EXPECT_THAT(expected_verdict_line(entry.see),
                ::testing::HasSubstr(" " + std::string(entry.word) + "=fail"))
        << entry.word;
  }
}

TEST(Explain, TellsAKindFromOneWhoseNameItEnds) {
  EXPECT_TRUE(names_kind(" fresh=fail(stale-code,leak)", "leak"));
  EXPECT_FALSE(names_kind(" fresh=fail(big-leak) leaks=pass", "leak"));
  EXPECT_FALSE(names_kind(" leaks=fail(stale-code)", "leak"));
}

TEST(Explain, TellsTheKindAndNotTheAspectOfNearlyItsNameAsApproved) {
  sample::expect_golden(explained("leak", 72), "explain_leak.txt");
}

TEST(Explain, NamesWhereToSeeItAsApproved) {
  sample::expect_golden(explained("stale-value", 72), "explain_stale_value.txt");
}

TEST(Explain, ListsAllWordsAsApproved) {
  std::ostringstream out;
  write_vocabulary(out);
  sample::expect_golden(out.str(), "explain.txt");
}

TEST(Explain, SaysNothingOfAWordThatNoReportHas) {
  std::ostringstream out;
  EXPECT_FALSE(write_explanation(out, "stale", 80));
  EXPECT_FALSE(write_explanation(out, "", 80));
  EXPECT_EQ(out.str(), "");
}

TEST(NearestWords, AreThoseWithTheFewestOtherLetters) {
  EXPECT_THAT(nearest_words("stale-cods"),
              ElementsAre("stale-code", "stale-module", "stale-import"));
  EXPECT_EQ(nearest_words("isolaton").front(), "isolation");
  EXPECT_EQ(nearest_words("addon").front(), "add-on");
  EXPECT_EQ(nearest_words("Leak").front(), "leak");
}

TEST(NearestWords, AreFirstThoseThatHoldTheWord) {
  EXPECT_THAT(nearest_words("rollback"), ::testing::Contains("no-rollback"));
  EXPECT_EQ(nearest_words("registration").front(), "lost-registration");
}

TEST(NearestWords, NameNoWordTwice) {
  EXPECT_THAT(nearest_words("leak"), ElementsAre("leak", Not("leak"), Not("leak")));
}

}  // namespace
}  // namespace afresh

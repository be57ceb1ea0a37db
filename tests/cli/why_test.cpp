// `compare` keeps its report, and `why` asks it.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "tests/cli/program.hpp"

namespace afresh::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class Why : public Program {
 protected:
  ProgramResult compare(const std::map<std::string, std::string>& environment = {}) {
    return run({"compare", "--case", "one_file", "--case", "star_import", "--strategy", "toggle",
                "--strategy", "purge-dotted"},
               environment);
  }

  std::map<std::string, std::string> state() const {
    return {{"XDG_STATE_HOME", (folder_ / "state").string()}};
  }

  std::filesystem::path kept() const { return folder_ / "state/afresh/last-report.json"; }
};

TEST_F(Why, AnswersFromTheReportThatCompareKept) {
  ProgramResult compared = compare();
  EXPECT_EQ(compared.status, 0);
  EXPECT_EQ(compared.err, "");
  ProgramResult ran = run({"why", "toggle"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
  EXPECT_THAT(ran.out, AllOf(StartsWith("toggle · leave it loaded: off and on\n"),
                             HasSubstr("\nplain, 2 scenarios\n fresh"),
                             HasSubstr("0 of 2 pass, 2 fail"), HasSubstr("\n  ./afresh replay ")));
  EXPECT_THAT(run({"why", "toggle", "fresh"}).out,
              AllOf(HasSubstr("\nstale-code in 1 case: one_file\n"),
                    HasSubstr("\nmissing-name in 1 case: star_import\n")));
}

TEST_F(Why, ShowsTheAnswerAgainWithoutAStrategy) {
  const std::string told = compare().out;
  const std::string again = run({"why"}).out;
  const std::string table = told.substr(told.find("\nAfter a reload"),
                                        told.find("\nAll records") - told.find("\nAfter a reload"));
  EXPECT_THAT(again, HasSubstr(table));
}

TEST_F(Why, ReadsAnotherReportWhereItIsNamed) {
  run({"compare", "--case", "one_file", "--strategy", "restart", "--json", "r.json"});
  compare();
  EXPECT_EQ(run({"why", "restart"}).status, 2);
  EXPECT_EQ(run({"why", "restart", "--report", "r.json"}).status, 0);
}

TEST_F(Why, IsRefusedBeforeAnyComparison) {
  ProgramResult ran = run({"why", "toggle"}, state());
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.err,
            "afresh: no comparison was run yet; expected one by 'afresh compare', or a report of "
            "one with --report FILE\n");
}

TEST_F(Why, NamesTheNearestOfWhatIsNotThere) {
  compare();
  ProgramResult strategy = run({"why", "purge-doted"});
  EXPECT_EQ(strategy.status, 2);
  EXPECT_EQ(strategy.err,
            "afresh: no strategy 'purge-doted' in the report; the nearest is purge-dotted\n");
  ProgramResult aspect = run({"why", "toggle", "frehs"});
  EXPECT_EQ(aspect.status, 2);
  EXPECT_THAT(aspect.err, StartsWith("afresh: no aspect 'frehs'; expected one of fresh, "));
}

TEST_F(Why, RefusesAReportThatIsNone) {
  write("r.json", "{");
  ProgramResult ran = run({"why", "toggle", "--report", "r.json"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, StartsWith("afresh: r.json:1: not JSON"));
}

TEST_F(Why, FindsTheReportOfTheLastOfTwoComparisons) {
  compare(state());
  run({"compare", "--case", "one_file", "--strategy", "restart"}, state());
  EXPECT_EQ(run({"why", "restart"}, state()).status, 0);
  EXPECT_EQ(run({"why", "toggle"}, state()).status, 2);
}

TEST_F(Why, IsKeptForTheUserAloneAndLeavesNothingElse) {
  compare(state());
  struct stat file {};
  ASSERT_EQ(stat(kept().c_str(), &file), 0);
  EXPECT_EQ(file.st_mode & 0777, 0600);
  struct stat folder {};
  ASSERT_EQ(stat(kept().parent_path().c_str(), &folder), 0);
  EXPECT_EQ(folder.st_mode & 0777, 0700);
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kept().parent_path()))
    names.push_back(entry.path().filename());
  EXPECT_THAT(names, ElementsAre("last-report.json"));
}

TEST_F(Why, IsKeptBelowTheHomeWhereNothingElseIsSaid) {
  const std::string home = folder_.string();
  compare({{"HOME", home}, {"XDG_STATE_HOME", ""}});
  EXPECT_TRUE(std::filesystem::exists(folder_ / ".local/state/afresh/last-report.json"));
  compare({{"HOME", home}, {"XDG_STATE_HOME", "relative"}});
  EXPECT_FALSE(std::filesystem::exists(folder_ / "relative"));
}

TEST_F(Why, CostsAComparisonOneLineWhereItCannotBeKept) {
  write("state", "a file is in the way");
  ProgramResult ran = compare(state());
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err,
            "afresh: the report is not kept for 'why': " + kept().string() + ": Not a directory\n");
  EXPECT_EQ(read("state"), "a file is in the way");
}

TEST_F(Why, DoesNotFollowALinkInThePlaceOfTheReport) {
  write("precious", "x");
  std::filesystem::create_directories(kept().parent_path());
  std::filesystem::create_symlink(folder_ / "precious", kept());
  compare(state());
  EXPECT_EQ(read("precious"), "x");
  EXPECT_FALSE(std::filesystem::is_symlink(kept()));
}

/// Code points of the longest line.
std::size_t display_width(const std::string& text) {
  std::size_t widest = 0;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    auto tails = std::ranges::count_if(
        line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; });
    widest = std::max(widest, line.size() - static_cast<std::size_t>(tails));
  }
  return widest;
}

TEST_F(Why, AndCompareObeyColumnsAndTheLocale) {
  const std::string wide = compare().out;
  EXPECT_LE(display_width(wide), 100u);
  EXPECT_THAT(wide, HasSubstr("●"));
  EXPECT_LE(display_width(compare({{"COLUMNS", "60"}}).out), 60u);
  for (const char* command : {"", "toggle"}) {
    std::vector<std::string> words{"why"};
    if (*command != '\0') words.emplace_back(command);
    const std::string plain = run(words, {{"LANG", "C"}}).out;
    EXPECT_TRUE(std::ranges::all_of(plain, [](char c) {
      return c == '\n' || (c >= ' ' && c <= '~');
    })) << plain;
    EXPECT_THAT(run(words, {{"LANG", "C"}, {"LC_ALL", "de_DE.utf8"}}).out, HasSubstr("·"));
  }
}

TEST_F(Why, TellsTheWitnessesBeforeTheAnswerWhereAskedTo) {
  ProgramResult ran = run({"compare", "--case", "one_file", "--strategy", "toggle", "--verbose"});
  const std::size_t witness =
      ran.out.find("toggle · fresh fails 1 of 1: smallest witness one_file\n");
  ASSERT_NE(witness, std::string::npos);
  EXPECT_LT(witness, ran.out.find("\nAfter a reload"));
  EXPECT_THAT(compare().out, Not(HasSubstr("smallest witness")));
}

}  // namespace
}  // namespace afresh::testing

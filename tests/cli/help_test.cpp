// A user finds out from the program alone what it can do.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

#include "tests/cli/program.hpp"

namespace afresh::testing {
namespace {

using ::testing::HasSubstr;

class Help : public Program {};

TEST_F(Help, OfEachCommandNamesEveryOption) {
  const std::vector<std::string> of_both{"--strategy", "--seed",     "-j,--jobs",   "--isolation",
                                         "fork|spawn", "--deadline", "Exit status:"};
  const std::map<std::string, std::vector<std::string>> own{
      {"compare",
       {"--case", "--generated", "--json", "--markdown", "--junit", "--baseline", "--fail-on"}},
      {"replay", {"--generated-case", "SEED:INDEX"}}};
  for (const auto& [command, options] : own) {
    ProgramResult ran = run({command, "--help"});
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.err, "");
    for (const std::string& option : of_both) EXPECT_THAT(ran.out, HasSubstr(option)) << command;
    for (const std::string& option : options) EXPECT_THAT(ran.out, HasSubstr(option)) << command;
  }
}

TEST_F(Help, OfDiffTeachesByExample) {
  ProgramResult ran = run({"diff", "--help"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
  for (const std::string words : {"OLD", "NEW", "pass → fail(stale-code)",
                                  "Exit status:", "Examples:\n  afresh compare --json old.json"})
    EXPECT_THAT(ran.out, HasSubstr(words));
}

TEST_F(Help, NamesEveryCommandAndEveryAspect) {
  ProgramResult ran = run({"--help"});
  EXPECT_EQ(ran.status, 0);
  for (const std::string command :
       {"compare", "diff", "render", "replay", "unpack", "judge", "explain", "hosts", "new",
        "strategies", "scenarios", "completion", "man"})
    EXPECT_THAT(ran.out, HasSubstr(command));
  std::string compare = run({"compare", "--help"}).out;
  for (const std::string aspect : {"fresh", "process-state", "clean", "rollback", "recovery",
                                   "isolation", "live-objects", "user-data", "leaks"})
    EXPECT_THAT(compare, HasSubstr("\n  " + aspect));
}

TEST_F(Help, ListsEveryStrategyWithWhatItDoes) {
  std::string list = run({"strategies"}).out;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path(AFRESH_SOURCE_DIR) / "harness/strategies")) {
    if (entry.path().extension() != ".py") continue;
    std::string name = entry.path().stem();
    std::ranges::replace(name, '_', '-');
    EXPECT_THAT(list, ::testing::ContainsRegex("(^|\n)" + name + " +[A-Z][^\n]+\\."));
  }
}

TEST_F(Help, ListsEveryScenarioWithTheFirstLineOfItsStory) {
  std::string list = run({"scenarios"}).out;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path(AFRESH_SOURCE_DIR) / "scenarios")) {
    if (entry.path().extension() != ".case") continue;
    EXPECT_THAT(list,
                ::testing::ContainsRegex("(^|\n)" + entry.path().stem().string() + " +[^ \n]"));
  }
}

TEST_F(Help, ExplainsTheWordsOfItsReports) {
  ProgramResult all = run({"explain"});
  EXPECT_EQ(all.status, 0);
  EXPECT_THAT(all.out, HasSubstr("\n  identity-split "));
  ProgramResult one = run({"explain", "identity-split"});
  EXPECT_EQ(one.status, 0);
  EXPECT_EQ(one.err, "");
  EXPECT_THAT(one.out, ::testing::StartsWith("identity-split · a kind of finding\n"));
  EXPECT_THAT(one.out, ::testing::EndsWith(
                           "see: afresh replay exception_identity --strategy reload-sorted\n"));
}

TEST_F(Help, SaysItsVersion) {
  ProgramResult ran = run({"--version"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, ::testing::MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

}  // namespace
}  // namespace afresh::testing

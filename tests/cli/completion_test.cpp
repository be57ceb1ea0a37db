// Completion scripts and the manual page know every command and every option that help knows.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <regex>
#include <sstream>

#include "tests/cli/program.hpp"

namespace afresh::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::StartsWith;

std::vector<std::string> all_matches(const std::string& text, const char* pattern) {
  std::regex regex(pattern, std::regex::multiline);
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at)
    found.push_back((*at)[1].str());
  return found;
}

class WithHelp : public Program {
 protected:
  /// The commands that `afresh ABOVE --help` lists.
  std::vector<std::string> commands(std::vector<std::string> above = {}) {
    above.emplace_back("--help");
    std::string help = run(above).out;
    std::size_t list = help.find("Subcommands:\n");
    if (list == std::string::npos) return {};
    std::string lines = help.substr(list, help.find("\n\n", list) - list);
    return all_matches(lines, "^  ([a-z]+) ");
  }

  /// The options that `afresh COMMAND --help` lists.
  std::vector<std::string> options(const std::string& command) {
    std::string help = run({command, "--help"}).out;
    return all_matches(help.substr(0, help.find("Exit status")), "^  (?:-[a-z],)?(--[a-z-]+)");
  }
};

class Completion : public WithHelp {
 protected:
  /// What a real bash offers at the end of this line, in the order in which it would.
  std::vector<std::string> offered(const std::string& line) {
    write("complete.bash",
          "eval \"$(\"$1\" completion bash)\"\n"
          "shift\n"
          "COMP_WORDS=(\"$@\") COMP_CWORD=$(($# - 1)) COMPREPLY=()\n"
          "_afresh\n"
          "[[ ${#COMPREPLY[@]} == 0 ]] || printf '%s\\n' \"${COMPREPLY[@]}\"\n");
    std::vector<std::string> words{"complete.bash", AFRESH_PROGRAM, AFRESH_PROGRAM};
    std::istringstream in(line);
    for (std::string word; in >> word;) words.push_back(word);
    if (line.ends_with(' ')) words.emplace_back();
    ProgramResult ran = run_other("/bin/bash", words);
    EXPECT_EQ(ran.err, "") << line;
    std::filesystem::remove(folder_ / "complete.bash");
    return all_matches(ran.out, "^(.+)$");
  }
};

TEST_F(Completion, OffersCommands) {
  EXPECT_THAT(offered("comp"), ElementsAre("compare", "completion"));
  EXPECT_THAT(offered("new "), ElementsAre("strategy", "case"));
  EXPECT_THAT(offered(" "), ::testing::UnorderedElementsAreArray(commands()));
}

TEST_F(Completion, OffersOptionsOfTheCommandOnly) {
  EXPECT_THAT(offered("compare --str"), ElementsAre("--strategy"));
  EXPECT_THAT(offered("diff --str"), ElementsAre());
  EXPECT_THAT(offered("compare --"), IsSupersetOf(options("compare")));
}

TEST_F(Completion, OffersStrategiesThatShipAndFiles) {
  write("purge-mine.py", "");
  EXPECT_THAT(offered("compare --strategy purge-d"),
              ElementsAre("purge-dotted", "purge-dotted-collect"));
  EXPECT_THAT(offered("compare --case one_file --strategy purge-"),
              IsSupersetOf({"purge-prefix", "purge-and-sweep", "purge-mine.py"}));
}

TEST_F(Completion, OffersScenariosWordsAndChoices) {
  write("star.case", "");
  EXPECT_THAT(offered("replay star"), ElementsAre("star_import", "star.case"));
  EXPECT_THAT(offered("explain ident"), ElementsAre("identity-split"));
  EXPECT_THAT(offered("compare --isolation "), ElementsAre("fork", "spawn"));
  EXPECT_THAT(offered("compare --fail-on l"), ElementsAre("live-objects", "leaks"));
  EXPECT_THAT(offered("completion "), ElementsAre("bash", "zsh", "fish"));
}

TEST_F(Completion, OffersFilesOrFoldersWhereOnlyThoseMayStand) {
  write("old.json", "{}");
  write("outer/x", "");
  EXPECT_THAT(offered("diff o"), ::testing::UnorderedElementsAre("old.json", "outer"));
  EXPECT_THAT(offered("unpack star_import --to o"), ElementsAre("outer"));
  EXPECT_THAT(offered("compare --seed o"), ElementsAre());
}

TEST_F(Completion, OfEveryShellKnowsEveryCommandAndOption) {
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    ProgramResult ran = run({"completion", shell});
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.out, Not(::testing::ContainsRegex("@[a-z]+@"))) << shell;
    for (const std::string& command : commands()) {
      EXPECT_THAT(ran.out, HasSubstr("'" + command + "'")) << shell;
      for (const std::string& option : options(command))
        EXPECT_THAT(ran.out, HasSubstr(shell == "fish" ? " -l " + option.substr(2) : option))
            << shell << ' ' << command;
    }
  }
}

class ManPage : public WithHelp {};

TEST_F(ManPage, ListsEveryCommandAndEveryOption) {
  ProgramResult ran = run({"man"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
  std::vector<std::string> known = commands();
  EXPECT_THAT(known, IsSupersetOf({"compare", "unpack", "new", "man"}));
  for (const std::string& command : known) {
    std::size_t begin = ran.out.find("\n.SS " + command + "\n");
    ASSERT_NE(begin, std::string::npos) << command;
    std::string section = ran.out.substr(begin, ran.out.find("\n.S", begin + 1) - begin);
    EXPECT_THAT(options(command), Contains("--help"));
    for (const std::string& option : options(command))
      EXPECT_THAT(section, HasSubstr(std::regex_replace(option, std::regex("-"), "\\-") + "\\fR"));
  }
  for (const std::string& command : commands({"new"}))
    EXPECT_THAT(ran.out, HasSubstr("\n.SS new " + command + "\n"));
}

TEST_F(ManPage, HasNoLineThatRoffWouldTakeForAnUnknownCommand) {
  std::istringstream in(run({"man"}).out);
  for (std::string line; std::getline(in, line);) {
    EXPECT_THAT(line, Not(StartsWith("'")));
    if (line.starts_with('.')) {
      EXPECT_TRUE(
          std::regex_match(line, std::regex("\\.(\\\\\"|TH|SH|SS|TP|PP|B|BR|I|br|nf|fi)( .*)?")))
          << line;
    }
    for (char c : line) EXPECT_GE(c, ' ') << "not ASCII: " << line;
  }
}

}  // namespace
}  // namespace afresh::testing

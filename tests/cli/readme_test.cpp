// Every command that README.md shows in a code block runs: a new one needs an entry here.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <fstream>
#include <regex>

#include "tests/cli/program.hpp"

namespace afresh::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

const std::string kSource = AFRESH_SOURCE_DIR;

/// A command as README.md shows it, and what is run for it: short, and with what README names.
struct Shown {
  std::string command;
  std::vector<std::string> words;
  std::string says;  ///< in the answer
};

// In the order of README.md: what one writes the next may read.
const std::vector<Shown> kShown{
    {"compare", {"compare", "--case", "one_file", "--strategy", "toggle"}, "\n toggle "},
    {"test", {}, ""},  // The script's own: see the test below.
    {"check my_addon/",
     {"check", "one", "--strategy", "toggle", "--strategy", "purge-dotted"},
     "nothing left behind"},
    {"replay scenarios/prefix_neighbour.case --strategy purge-prefix",
     {"replay", kSource + "/scenarios/prefix_neighbour.case", "--strategy", "purge-prefix"},
     "collateral after `reload demo`: demo_extras"},
    {"compare [--strategy NAME|FILE]… [--case FILE|GLOB]… [--host plain|bpy|bpy-4.2|bpy-leaking]… "
     "[--generated N] [--seed N] "
     "[-j N] [--isolation fork|spawn] [--deadline SECONDS] [--json FILE] [--html FILE] [--markdown "
     "FILE] "
     "[--junit FILE] [--baseline OLD.json] [--fail-on ASPECT|unknown[@STRATEGY],…]… [--all] "
     "[--verbose]",
     {"compare",
      "--strategy",
      "toggle",
      "--strategy",
      "restart",
      "--case",
      "one_file",
      "--case",
      "one_*.case",
      "--host",
      "plain",
      "--generated",
      "1",
      "--seed",
      "7",
      "-j",
      "1",
      "--isolation",
      "fork",
      "--deadline",
      "20",
      "--json",
      "new.json",
      "--html",
      "r.html",
      "--markdown",
      "r.md",
      "--junit",
      "r.xml",
      "--baseline",
      "afresh-report.json",
      "--fail-on",
      "leaks,clean@restart",
      "--fail-on",
      "unknown",
      "--all",
      "--verbose"},
     "\nAll records: new.json, r.html, r.md, r.xml\n"},
    {"why STRATEGY [ASPECT]", {"why", "toggle", "fresh"}, "\n  ./afresh replay "},
    {"check DIR|FILE", {"check", "one", "--strategy", "purge-dotted"}, "nothing left behind"},
    {"check DIR|FILE --edit DIR|FILE --cases DIR --html FILE",
     {"check", "one", "--edit", "two/one", "--cases", "cases", "--html", "check.html", "--strategy",
      "purge-dotted"},
     "\nWritten: check.html\n"},
    {"check DIR|FILE --since REV --path DIR --no-network",
     {"check", "one", "--since", "HEAD", "--path", kSource + "/tests/cli/site_packages",
      "--no-network", "--strategy", "purge-dotted", "--verbose"},
     "from revision HEAD to the files as they are"},
    {"check DIR|FILE --only leftovers",
     {"check", "one", "--only", "leftovers"},
     "nothing left behind"},
    {"check DIR|FILE --format json",
     {"check", "one", "--only", "leftovers", "--format", "json"},
     "\"diagnostics\": []"},
    {"diff OLD.json NEW.json", {"diff", "afresh-report.json", "new.json"}, "no regression"},
    {"render --html report.html",
     {"render", "afresh-report.json", "--html", "report.html"},
     "Written: report.html"},
    {"replay CASE", {"replay", "one_file"}, "\nrestart-clean\n"},
    {"replay CASE --strategy NAME --record FILE",
     {"replay", "one_file", "--strategy", "toggle", "--record", "evidence.json"},
     "\nEvidence: evidence.json"},
    {"unpack CASE --strategy NAME", {"unpack", "one_file", "--strategy", "toggle"}, "repro.py"},
    {"exec SCRIPT",
     {"exec", kSource + "/tests/conformance/run_case.py",
      kSource + "/tests/conformance/cases/reg_op_twice.py"},
     "1 cases agree"},
    {"judge FILE", {"judge", "evidence.json"}, "fresh"},
    {"explain [WORD]", {"explain", "stale-code"}, "stale-code · a kind of finding\n"},
    {"new strategy my_reload", {"new", "strategy", "my_reload"}, "my_reload.py is written"},
    {"strategies", {"strategies"}, "\npurge-dotted "},
    {"scenarios", {"scenarios"}, "\nstar_import "},
    {"completion bash", {"completion", "bash"}, "\ncomplete -o filenames -F _afresh afresh\n"},
    {"man", {"man"}, "\n.SH NAME\n"}};

std::string file(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(kSource + "/" + name).rdbuf();
  return text.str();
}

/// What follows `./afresh ` on the lines of code blocks, without the remarks behind it; the lines
/// that go on with `[` belong to the one before them.
std::vector<std::string> commands_of_readme() {
  std::vector<std::string> commands;
  std::istringstream in(file("README.md"));
  bool is_code = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) is_code = !is_code;
    std::smatch found;
    if (is_code && std::regex_search(line, found, std::regex("^ *\\./afresh (.*?)(  | #|$)")))
      commands.push_back(found[1]);
    else if (is_code && std::regex_match(line, found, std::regex(" {6,}(\\[.*)")))
      commands.back() += " " + found[1].str();
  }
  return commands;
}

class Readme : public Program {};

TEST_F(Readme, ShowsTheCommandsThatAreTriedHere) {
  std::vector<std::string> tried;
  for (const Shown& shown : kShown) tried.push_back(shown.command);
  EXPECT_EQ(commands_of_readme(), tried);
}

TEST_F(Readme, ShowsCommandsThatRun) {
  write("one_of_mine.case",
        "addon: demo\nsteps:\n  enable demo\n  reload demo\n\n-- 1/demo.py --\ndef register(): "
        "pass\ndef unregister(): pass\n");
  const std::string module = "def register(): pass\ndef unregister(): pass\n";
  std::string git = "cd " + folder_.string() +
                    " && git init -q . && git add one && git -c user.name=x"
                    " -c user.email=x@y commit -q -m x";
  write("one/__init__.py", "VERSION = 1\n" + module);
  write("two/one/__init__.py", "VERSION = 3\n" + module);
  ASSERT_EQ(std::system(git.c_str()), 0);
  write("one/__init__.py", "VERSION = 2\n" + module);
  for (const Shown& shown : kShown) {
    if (shown.words.empty()) continue;
    std::vector<std::string> words = shown.words;
    if (!may_close_the_network()) std::erase(words, "--no-network");
    Ran ran = run(words);
    EXPECT_EQ(ran.status, 0) << shown.command << '\n' << ran.err;
    EXPECT_THAT(ran.out, HasSubstr(shown.says)) << shown.command;
  }
}

// An entry that leaves out an option would not try the command as README shows it.
TEST_F(Readme, ShowsOptionsThatAreTriedHere) {
  const std::regex option("(^|[ \\[])(--?[a-z][a-z-]*)");
  for (const Shown& shown : kShown) {
    const std::string& text = shown.command;
    for (std::sregex_iterator at(text.begin(), text.end(), option), end; at != end; ++at)
      EXPECT_THAT(shown.words, Contains((*at)[2].str())) << shown.command;
  }
}

TEST_F(Readme, ShowsTheTestsOfTheScript) {
  EXPECT_THAT(file("afresh"), HasSubstr("if [ \"${1:-}\" = test ]; then\n  shift\n  run_tests"));
}

}  // namespace
}  // namespace afresh::testing

// Every command that README.md or a page of docs/ shows in a code block runs: a new one needs an
// entry in shown_commands.cpp. SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "tests/cli/program.hpp"
#include "tests/cli/shown_commands.hpp"

namespace afresh::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::SizeIs;

namespace fs = std::filesystem;

const fs::path kSource = AFRESH_SOURCE_DIR;

std::string file(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::vector<fs::path> documents() {
  std::vector<fs::path> paths{kSource / "README.md"};
  for (const auto& entry : fs::directory_iterator(kSource / "docs")) {
    if (entry.path().extension() == ".md") paths.push_back(entry.path());
  }
  return paths;
}

/// What follows `./afresh ` on the lines of code blocks, without the remarks behind it; the lines
/// that go on with `[` belong to the one before them.
std::vector<std::string> parse_commands(const std::string& text) {
  static const std::regex kCommand("^ *(?:\\$ )?\\./afresh (.*?) *(?:  | #|$)");
  static const std::regex kMore(" {6,}(\\[.*)");
  std::vector<std::string> commands;
  std::istringstream in(text);
  bool is_code = false;
  for (std::string line; std::getline(in, line);) {
    if (line.find("```") != std::string::npos) is_code = !is_code;
    std::smatch found;
    if (is_code && std::regex_search(line, found, kCommand)) {
      commands.push_back(found[1]);
    } else if (is_code && !commands.empty() && std::regex_match(line, found, kMore)) {
      commands.back() += " " + found[1].str();
    }
  }
  return commands;
}

/// The words that are run: those that stand for the reader's own, or the command's.
std::vector<std::string> command_words(const ShownCommand& shown) {
  std::vector<std::string> words = shown.words;
  if (words.empty()) {
    std::istringstream in(shown.command);
    for (std::string word; in >> word;) words.push_back(word);
  }
  words.insert(words.end(), shown.more.begin(), shown.more.end());
  if (!may_close_the_network()) std::erase(words, "--no-network");
  return words;
}

class Documents : public Program {
 protected:
  /// What a reader has: an add-on in a git repository with two revisions, a newer one, a script.
  void prepare() {
    const std::string module = "def register(): pass\ndef unregister(): pass\n";
    write("one_of_mine.case",
          "addon: demo\nsteps:\n  enable demo\n  reload demo\n\n-- 1/demo.py --\n" + module);
    write("my_script.py", "print('hello')\n");
    write("new/my_addon/__init__.py", "VERSION = 4\n" + module);
    const std::string git = "cd " + folder_.string() + " && git -c user.name=x -c user.email=x@y ";
    ASSERT_EQ(std::system((git + "init -q .").c_str()), 0);
    for (const std::string tag : {"v1.2", "v1.3"}) {
      write("my_addon/__init__.py", "VERSION = '" + tag + "'\n" + module);
      ASSERT_EQ(std::system((git + "add my_addon").c_str()), 0);
      ASSERT_EQ(std::system((git + "commit -q -m " + tag).c_str()), 0);
      ASSERT_EQ(std::system((git + "tag " + tag).c_str()), 0);
    }
    write("my_addon/__init__.py", "VERSION = 3\n" + module);
    const std::string wheel = std::string(AFRESH_PYTHON) + " " +
                              (kSource / "tests/installations/make_bpy_wheel.py").string();
    ASSERT_EQ(std::system((wheel + " " + folder_.string() + " 5.0.1").c_str()), 0);
  }
  /// Where a Blender may be there, pip knows the one in the folder.
  [[nodiscard]] std::map<std::string, std::string> environment(const ShownCommand& shown) const {
    if (!shown.has_blenders) return {};
    return {{"AFRESH_HOSTS", ""},
            {"HOME", folder_.string()},
            {"XDG_DATA_HOME", (folder_ / "data").string()},
            {"PIP_NO_INDEX", "1"},
            {"PIP_FIND_LINKS", folder_.string()}};
  }
};

TEST_F(Documents, ShowTheCommandsThatAreTriedHere) {
  std::set<std::string> shown;
  for (const fs::path& path : documents()) {
    for (const std::string& command : parse_commands(file(path))) shown.insert(command);
  }
  std::set<std::string> tried;
  for (const ShownCommand& each : shown_commands()) tried.insert(each.command);
  EXPECT_EQ(shown, tried);
  EXPECT_THAT(tried, SizeIs(shown_commands().size())) << "some command stands there twice";
}

TEST_F(Documents, ShowCommandsThatRun) {
  prepare();
  for (const ShownCommand& shown : shown_commands()) {
    if (shown.command == "test") continue;
    ProgramResult ran = run(command_words(shown), environment(shown));
    EXPECT_EQ(ran.status, shown.status) << shown.command << '\n' << ran.err;
    EXPECT_THAT(ran.out, HasSubstr(shown.says)) << shown.command;
    if (!shown.output.empty()) write(shown.output, ran.out);
  }
}

// An entry that leaves out an option would not try the command as the document shows it.
TEST_F(Documents, ShowOptionsThatAreTriedHere) {
  const std::regex option("(^|[ \\[])(--?[a-z][a-z-]*)");
  for (const ShownCommand& shown : shown_commands()) {
    if (shown.words.empty()) continue;
    const std::string& text = shown.command;
    for (std::sregex_iterator at(text.begin(), text.end(), option), end; at != end; ++at)
      EXPECT_THAT(shown.words, Contains((*at)[2].str())) << shown.command;
  }
}

TEST_F(Documents, ShowTheTestsOfTheScript) {
  EXPECT_THAT(file(kSource / "afresh"),
              HasSubstr("if [ \"${1:-}\" = test ]; then\n  shift\n  run_tests"));
}

}  // namespace
}  // namespace afresh::testing

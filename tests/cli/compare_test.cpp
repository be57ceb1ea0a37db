// What `compare` and `replay` do with what they are asked for.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <future>

#include "tests/cli/program.hpp"
#include "tests/reports/schema.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;
using ::testing::StartsWith;

class Compare : public Program {};
class Replay : public Program {};

TEST_F(Compare, WritesItsReportAndSaysWhere) {
  ProgramResult ran = run({"compare", "--case", "one_file", "--strategy", "toggle"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
  EXPECT_THAT(ran.out, EndsWith("\nAll records: afresh-report.json\n"));
  EXPECT_THAT(files(), ElementsAre("afresh-report.json"));
  Json report = Json::parse(read("afresh-report.json"));
  EXPECT_EQ(report["environment"]["isolation"], "fork");
  EXPECT_EQ(report["records"].size(), 1U);
}

TEST_F(Compare, WritesMarkdownAndJunitWhereItIsAskedTo) {
  ProgramResult ran = run({"compare", "--case", "one_file", "--strategy", "toggle", "--json",
                           "r.json", "--markdown", "r.md", "--junit", "r.xml"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, EndsWith("\nAll records: r.json, r.md, r.xml\n"));
  EXPECT_THAT(files(), ElementsAre("r.json", "r.md", "r.xml"));
  EXPECT_THAT(read("r.md"), HasSubstr("\n| toggle | 0/1"));
  EXPECT_THAT(read("r.xml"), HasSubstr("name=\"one_file · fresh\">\n      <failure type="));
}

TEST_F(Compare, KeepsItsRecordsWhereTheReportCannotBeFinished) {
  // While it runs, a folder comes to be where the report is to go.
  auto in_the_way = std::async(std::launch::async, [&] {
    for (int i = 0; i < 60'000 && files().empty(); ++i) usleep(1000);
    std::filesystem::create_directories(folder_ / "r.json/in_the_way");
  });
  ProgramResult ran =
      run({"compare", "--case", "one_file", "--strategy", "toggle", "--json", "r.json"});
  in_the_way.get();
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.err,
            "afresh: r.json: --json: it cannot be written (Is a directory); expected a file in a "
            "folder that can be written to\n");
  ASSERT_THAT(files(), ElementsAre("r.json", MatchesRegex("r.json.[0-9a-f]+.part")));
  EXPECT_THAT(read(files()[1]), HasSubstr("\"strategy\":\"toggle\""));
}

TEST_F(Compare, SharesNothingWithAnotherRunOfTheSameReport) {
  write("victim", "dear\n");
  std::filesystem::create_symlink("victim", folder_ / "r.json.part");
  std::filesystem::create_symlink("victim", folder_ / "r.json.new");
  // The other one is stopped in the middle, with its records on disk.
  const std::string program = "exec " AFRESH_PROGRAM
                              " compare --case star_import --json r.json >/dev/null 2>&1 & "
                              "while ! ls r.json.*.part >/dev/null 2>&1; do sleep 0.01; done; "
                              "kill -KILL $!; wait; ";
  EXPECT_EQ(run_other("/bin/sh", {"-c", program + "exit 0"}).status, 0);
  ProgramResult ran =
      run({"compare", "--case", "one_file", "--strategy", "toggle", "--json", "r.json"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(Json::parse(read("r.json"))["records"].size(), 1U);
  EXPECT_EQ(read("victim"), "dear\n");
  ASSERT_THAT(files(), ElementsAre("r.json", MatchesRegex("r.json.[0-9a-f]+.part"), "r.json.new",
                                   "r.json.part", "victim"));
  EXPECT_THAT(read(files()[1]), StartsWith("{"));
}

TEST_F(Compare, WritesIntoWhatIsNoFileAndReplacesNothing) {
  ProgramResult ran = run({"compare", "--case", "one_file", "--strategy", "toggle", "--json",
                           "/dev/null", "--markdown", "/dev/stdout", "--junit", "/dev/null"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("\n| toggle | 0/1"));
  EXPECT_THAT(ran.out, EndsWith("\nAll records: /dev/null, /dev/stdout, /dev/null\n"));
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
  EXPECT_FALSE(std::filesystem::exists("/dev/null.part"));
  EXPECT_THAT(files(), ElementsAre());
}

TEST_F(Compare, RefusesAPipeThatNobodyReadsBeforeItRuns) {
  ASSERT_EQ(mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  for (const char* option : {"--json", "--html", "--markdown", "--junit"}) {
    ProgramResult ran =
        run({"compare", "--case", "one_file", "--strategy", "toggle", option, "pipe"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err, std::string("afresh: pipe: is a pipe that nobody reads; ") + option +
                           " needs a file, a pipe that is read, or a terminal\n");
    EXPECT_EQ(ran.out, "");
  }
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"replay", "one_file", "--strategy", "toggle", "--record", "pipe"},
        {"check", "demo.py", "--json", "pipe"},
        {"new", "case", "pipe.case"},
        {"unpack", "one_file", "--strategy", "toggle", "--to", "pipe"}}) {
    write("demo.py", "def register(): pass\ndef unregister(): pass\n");
    if (command[0] == "new") {
      ASSERT_EQ(mkfifo((folder_ / "pipe.case").c_str(), 0600), 0);
    }
    EXPECT_EQ(run(command).status, 2) << command[0];
  }
  EXPECT_THAT(files(), ElementsAre("demo.py", "pipe", "pipe.case"));
  EXPECT_TRUE(std::filesystem::is_fifo(folder_ / "pipe"));
}

TEST_F(Compare, WritesReportsThatTheirSchemaAccepts) {
  write("shy.py", "API = 1\ndef reload(host, addon):\n    host.refuse('not on a Monday')\n");
  write("latin.case",
        "addon: demo\nsteps:\n  enable demo\n  edit demo 2\n  reload demo\n  disable demo\n\n"
        "-- 1/demo.py --\nX = b'\\xe9'.decode('latin-1')\ndef register(): pass\ndef unregister(): "
        "pass\n-- 2/demo.py --\nX = 'ok'\ndef register(): pass\ndef unregister(): pass\n");
  Json report = compare_report({"--case",      "latin.case",
                                "--case",      "prefix_neighbour",
                                "--case",      "syntax_error_repaired",
                                "--case",      "second_log_handler",
                                "--case",      "exception_identity",
                                "--generated", "2",
                                "--strategy",  "restart-clean",
                                "--strategy",  "toggle",
                                "--strategy",  "reload-sorted",
                                "--strategy",  "purge-prefix",
                                "--strategy",  "shy.py"});
  EXPECT_EQ(report["records"].size(), 45U);
  EXPECT_EQ(schema::find_schema_violation(report), "");
  report["records"][7]["verdict"]["fresh"] = "perhaps";
  EXPECT_NE(schema::find_schema_violation(report), "");
}

TEST_F(Compare, KeepsTheOrderThatWasAskedForAndRunsNothingTwice) {
  Json records =
      compare_records({"--case", "one_file", "--case", "diamond", "--case", "one_file",
                       "--strategy", "toggle", "--strategy", "restart", "--strategy", "toggle"});
  std::vector<std::string> order;
  for (const Json& record : records)
    order.push_back(record["case"].get<std::string>() + " " +
                    record["strategy"].get<std::string>());
  EXPECT_THAT(order, ElementsAre("one_file toggle", "one_file restart", "diamond toggle",
                                 "diamond restart"));
}

TEST_F(Compare, TakesFilesAndGlobsOfTheCurrentFolder) {
  std::string case_text =
      "addon: demo\nsteps:\n  enable demo\n  reload demo\n\n-- 1/demo.py --\ndef register(): "
      "pass\ndef unregister(): pass\n";
  write("cases/b.case", case_text);
  write("cases/a.case", case_text);
  Json records = compare_records({"--case", "cases/*.case", "--strategy", "toggle"});
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0]["case"], "a");
  EXPECT_EQ(records[1]["case"], "b");
}

TEST_F(Compare, GivesAUsersOwnStrategyTheVerdictsThatItWouldHaveIfItShipped) {
  write("my_purge.py", shipped_source("purge_dotted.py"));
  Json records = compare_records({"--case", "module_alias", "--case", "star_import", "--case",
                                  "vendored_library", "--strategy", "purge-dotted", "--strategy",
                                  "my_purge.py"});
  ASSERT_EQ(records.size(), 6U);
  for (std::size_t i = 0; i < records.size(); i += 2) {
    EXPECT_EQ(records[i + 1]["strategy"], "my-purge");
    EXPECT_EQ(records[i + 1]["verdict"], records[i]["verdict"]);
    EXPECT_EQ(records[i + 1]["findings"], records[i]["findings"]);
  }
}

TEST_F(Compare, GivesAnAdaptingStrategyOfAUserTheSameVerdictsToo) {
  write("own.py", shipped_source("purge_prefix.py"));
  Json records = compare_records({"--case", "unregister_raises", "--case", "prefix_neighbour",
                                  "--strategy", "purge-prefix", "--strategy", "own.py"});
  ASSERT_EQ(records.size(), 4U);
  for (std::size_t i = 0; i < records.size(); i += 2)
    EXPECT_EQ(records[i + 1]["verdict"], records[i]["verdict"]);
}

TEST_F(Compare, TellsARefusalFromAFailure) {
  write("shy.py", "API = 1\ndef reload(host, addon):\n    host.refuse('not on a Monday')\n");
  Json record = compare_records({"--case", "one_file", "--strategy", "shy.py"})[0];
  EXPECT_EQ(record["verdict"]["fresh"], "refused");
  EXPECT_EQ(record["reasons"]["fresh"]["sentence"], "not on a Monday");
}

TEST_F(Compare, SaysNothingOfWhatFollowsAStepOfTheCaseThatRaised) {
  write("gone.case",
        "addon: demo\nsteps:\n  enable demo\n  python held = demo\n  edit demo 2\n  reload demo\n"
        "  python held.later()\n  disable demo\n\n-- 1/demo.py --\ndef register(): pass\ndef "
        "unregister(): pass\n-- 2/demo.py --\ndef later(): pass\ndef register(): pass\ndef "
        "unregister(): pass\n");
  Json record = compare_records({"--case", "gone.case", "--strategy", "purge-dotted"})[0];
  EXPECT_EQ(record["verdict"]["fresh"], "pass");
  EXPECT_EQ(record["verdict"]["clean"], "unknown");
  EXPECT_EQ(record["reasons"]["clean"]["sentence"],
            "the step `python held.later()` raised AttributeError: module 'demo' has no attribute "
            "'later'");
}

TEST_F(Compare, RunsTheOthersWhenOneCaseCannotBeRun) {
  write("bare.case",
        "addon: demo\nsteps:\n  enable demo\n  reload demo\n\n-- 1/demo.py --\nx = 1\n");
  ProgramResult ran = run({"compare", "--case", "bare.case", "--case", "one_file", "--strategy",
                           "toggle", "--json", "r.json"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("bare.case:3: add-on 'demo' cannot be enabled on a fresh start"));
  EXPECT_EQ(Json::parse(read("r.json"))["records"].size(), 1U);
}

// The case is judged with a strategy that can do nothing with it, and with one that can.
TEST_F(Compare, KnowsNothingOfACaseThatBreaksAndGoesOnWithTheOthers) {
  write("adapts.py", shipped_source("purge_dotted.py") +
                         "\n\ndef adapt(files):\n    if any('part' in path for path in files):\n"
                         "        raise RuntimeError('no parts')\n    return files\n");
  write("large.py", shipped_source("purge_dotted.py") +
                        "\n\ndef adapt(files):\n    if any('part' in path for path in files):\n"
                        "        files['demo/big.py'] = '#' * (70 << 20)\n    return files\n");
  write("parts.case",
        "addon: demo\nsteps:\n  enable demo\n  edit demo 2\n  reload demo\n  disable demo\n\n"
        "-- 1/demo/__init__.py --\nfrom .part import X\ndef register(): pass\ndef unregister(): "
        "pass\n-- 1/demo/part.py --\nX = 1\n-- 2/demo/part.py --\nX = 2\n");
  std::vector<std::string> arguments{
      "compare",    "--case",   "parts.case", "--case",       "one_file", "--strategy", "adapts.py",
      "--strategy", "large.py", "--strategy", "purge-dotted", "--json",   "r.json"};
  ProgramResult ran = run(arguments);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  Json records = Json::parse(read("r.json"))["records"];
  ASSERT_EQ(records.size(), 6U);
  EXPECT_EQ(schema::find_schema_violation(Json::parse(read("r.json"))), "");
  for (std::size_t broken : {0, 1}) {
    EXPECT_EQ(records[broken]["case"], "parts");
    for (const Json& verdict : records[broken]["verdict"]) EXPECT_EQ(verdict, "unknown");
    EXPECT_TRUE(records[broken]["findings"].empty());
  }
  EXPECT_THAT(records[0]["reasons"]["fresh"]["sentence"].get<std::string>(), HasSubstr("no parts"));
  EXPECT_EQ(records[1]["reasons"]["fresh"]["sentence"],
            "it could not be judged: a request larger than its room");
  for (std::size_t whole : {2, 3, 4, 5}) EXPECT_EQ(records[whole]["verdict"]["fresh"], "pass");

  arguments.insert(arguments.end(), {"--fail-on", "unknown"});
  ProgramResult again = run(arguments);
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.err, StartsWith("afresh: --fail-on: unknown"));
}

TEST_F(Compare, LeavesNothingBesidesItsReport) {
  write("mine/purge.py", shipped_source("purge_dotted.py"));
  compare_records({"--case", "one_file", "--strategy", "mine/purge.py"});
  EXPECT_THAT(files(), ElementsAre("mine", "report.json"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "mine/__pycache__"));
}

TEST_F(Compare, PaintsOnATerminalUnlessToldNotTo) {
  constexpr const char* kColour = "\x1b[3";  // what every colour of the foreground begins with
  std::vector<std::string> question{"compare", "--case", "one_file", "--strategy", "toggle"};
  EXPECT_THAT(run_on_terminal(question, {{"TERM", "xterm"}}), HasSubstr(kColour));
  EXPECT_THAT(run_on_terminal(question, {{"TERM", "xterm"}, {"NO_COLOR", "1"}}),
              Not(HasSubstr(kColour)));
  EXPECT_THAT(run(question, {{"TERM", "xterm"}}).out, Not(HasSubstr(kColour)));
}

TEST_F(Replay, HasStatusOneWhereAStatedVerdictDoesNotHold) {
  std::string text =
      "# A claim that is wrong on purpose.\naddon: demo\nverdict toggle: fresh=pass\nsteps:\n  "
      "enable demo\n  edit demo 2\n  reload demo\n\n"
      "-- 1/demo.py --\nX = 1\ndef register(): pass\ndef unregister(): pass\n"
      "-- 2/demo.py --\nX = 2\ndef register(): pass\ndef unregister(): pass\n";
  write("wrong.case", text);
  ProgramResult ran = run({"replay", "wrong.case", "--strategy", "toggle"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("A claim that is wrong on purpose."));
  EXPECT_THAT(ran.out, HasSubstr("DOES NOT HOLD fresh: stated pass, was fail"));
  EXPECT_EQ(run({"replay", "wrong.case", "--strategy", "restart-clean"}).status, 0);
  EXPECT_THAT(files(), ElementsAre("wrong.case"));
}

TEST_F(Replay, GivesAGeneratedCaseAsAReportNamesIt) {
  Json records = compare_records(
      {"--case", "one_file", "--generated", "2", "--seed", "5", "--strategy", "do-nothing"});
  ProgramResult ran = run({"replay", "--generated-case", "5:1", "--strategy", "do-nothing"});
  EXPECT_EQ(records[2]["case"], "generated-5-00001");
  EXPECT_THAT(ran.out, ::testing::StartsWith("generated-5-00001\n"));
  EXPECT_THAT(ran.out, HasSubstr(records[2]["findings"][0]["paths"][0].get<std::string>()));
}

}  // namespace
}  // namespace afresh::testing

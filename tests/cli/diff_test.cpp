// `diff`, `compare --baseline` and `compare --fail-on`: what they say, and which status they end
// with.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

class Diff : public Program {
 protected:
  /// The report of `one_file` under `toggle`, which fails *fresh*.
  Json failing() { return compare_report({"--case", "one_file", "--strategy", "toggle"}); }

  /// The same as if *fresh* had passed.
  static Json passing(Json report) {
    Json& record = report["records"][0];
    record["verdict"]["fresh"] = "pass";
    record["behaviour"] = Json::object();
    Json others = Json::array();
    for (const Json& finding : record["findings"]) {
      if (finding["aspect"] != "fresh") others.push_back(finding);
    }
    record["findings"] = others;
    return report;
  }
};

const std::string kChange =
    "  one_file · toggle · fresh: pass → fail(stale-code,wrong-behaviour)\n";
const std::string kSame =
    "no regression, no improvement, no other change in 1 trial that both have\n";

TEST_F(Diff, SaysThatNothingChanged) {
  write("old.json", failing().dump());
  ProgramResult ran = run({"diff", "old.json", "report.json"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(ran.out, kSame);
}

TEST_F(Diff, HasStatusOneForARegression) {
  write("old.json", passing(failing()).dump());
  ProgramResult ran = run({"diff", "old.json", "report.json"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(ran.out, "1 regression:\n" + kChange +
                         "\n1 regression, no improvement, no other change in 1 trial that both "
                         "have\n");
}

TEST_F(Diff, HasStatusZeroForAnImprovement) {
  write("new.json", passing(failing()).dump());
  ProgramResult ran = run({"diff", "report.json", "new.json"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out,
            "1 improvement:\n"
            "  one_file · toggle · fresh: fail(stale-code,wrong-behaviour) → pass\n\n"
            "no regression, 1 improvement, no other change in 1 trial that both have\n");
}

TEST_F(Diff, SumsUpWhatCameWentAndIsNew) {
  const Json old_report = failing();
  Json record = old_report["records"][0];
  Json finding = record["findings"][0];
  finding["aspect"] = "fresh";
  finding["kind"] = "ghost-name";
  finding["attribution"] = "strategy";
  record["findings"].push_back(finding);
  Json new_report = old_report;
  new_report["records"][0] = record;
  for (int i = 0; i < 7; ++i) {
    record["case"] = "another\x1b[31m" + std::to_string(i);
    new_report["records"].push_back(record);
  }
  new_report["environment"]["seed"] = 2;
  write("old.json", old_report.dump());
  write("new.json", new_report.dump());
  ProgramResult ran = run({"diff", "old.json", "new.json"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, HasSubstr("not run on the same, which may be why:\n  old.json: afresh "));
  EXPECT_THAT(ran.out, HasSubstr("1 other change:\n  one_file · toggle · fresh: fail("));
  EXPECT_THAT(ran.out,
              HasSubstr("only in new.json: 7 cases (another [31m0, another [31m1, another [31m2, "
                        "another [31m3, another [31m4, …), 7 trials in all\n"));
  EXPECT_THAT(ran.out,
              EndsWith("\n\nno regression, no improvement, 1 other change in 1 trial that both "
                       "have; 1 new finding in 1 verdict that failed before\n"));
  EXPECT_THAT(run({"diff", "new.json", "old.json"}).out, HasSubstr("only in new.json: 7 cases"));
}

class Baseline : public Diff {};

TEST_F(Baseline, IsHeldAgainstTheTable) {
  write("old.json", passing(failing()).dump());
  ProgramResult ran = run({"compare", "--case", "one_file", "--strategy", "toggle", "--baseline",
                           "old.json", "--json", "new.json"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.err, "");
  EXPECT_THAT(ran.out, ::testing::StartsWith("afresh "));
  EXPECT_THAT(ran.out,
              EndsWith("\n\nSince old.json:\n\n" + run({"diff", "old.json", "new.json"}).out +
                       "\nAll records: new.json\n"));
}

TEST_F(Baseline, MayBeTheFileThatTheReportReplaces) {
  write("report.json", passing(failing()).dump());
  const std::vector<std::string> words{"compare",     "--case", "one_file",
                                       "--strategy",  "toggle", "--baseline",
                                       "report.json", "--json", "report.json"};
  EXPECT_EQ(run(words).status, 1);
  ProgramResult again = run(words);
  EXPECT_EQ(again.status, 0);
  EXPECT_THAT(again.out, HasSubstr("\n\nSince report.json:\n\n" + kSame));
  EXPECT_THAT(files(), ElementsAre("report.json"));
}

class FailOn : public Program {};

TEST_F(FailOn, HasStatusOneAndOneSentenceForWhatFails) {
  ProgramResult ran = run({"compare", "--case", "one_file", "--strategy", "toggle", "--strategy",
                           "restart-clean", "--fail-on", "leaks,fresh"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.err,
            "afresh: --fail-on: fresh fails in 1 of 1 case, smallest witness one_file under "
            "toggle\n");
  EXPECT_THAT(ran.out, EndsWith("\nAll records: afresh-report.json\n"));
  EXPECT_EQ(Json::parse(read("afresh-report.json"))["records"].size(), 2U);
}

TEST_F(FailOn, LooksAtOneStrategyWhereOneIsNamed) {
  std::vector<std::string> words{"compare", "--case",     "one_file",           "--strategy",
                                 "toggle",  "--strategy", "restart-clean",      "--fail-on",
                                 "unknown", "--fail-on",  "fresh@restart-clean"};
  ProgramResult sound = run(words);
  EXPECT_EQ(sound.status, 0);
  EXPECT_EQ(sound.err, "");
  words.back() = "fresh@toggle";
  ProgramResult failing = run(words);
  EXPECT_EQ(failing.status, 1);
  EXPECT_EQ(failing.err,
            "afresh: --fail-on: fresh fails under toggle in 1 of 1 case, smallest witness "
            "one_file\n");
}

TEST_F(FailOn, TakesAUsersStrategyByTheNameOfItsRow) {
  write("mine/my_toggle.py", shipped_source("toggle.py"));
  ProgramResult ran = run({"compare", "--case", "one_file", "--strategy", "mine/my_toggle.py",
                           "--fail-on", "fresh@my-toggle"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("fresh fails under my-toggle in 1 of 1 case"));
}

TEST_F(FailOn, LeavesStatusTwoToACaseThatCannotBeRun) {
  write("bare.case",
        "addon: demo\nsteps:\n  enable demo\n  reload demo\n\n-- 1/demo.py --\nx = 1\n");
  ProgramResult ran = run({"compare", "--case", "bare.case", "--case", "one_file", "--strategy",
                           "toggle", "--fail-on", "fresh"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("--fail-on: fresh fails in 1 of 1 case"));
}

TEST_F(FailOn, IsNotAskedOfAVerdictThatNobodyNamed) {
  ProgramResult ran = run({"compare", "--case", "one_file", "--strategy", "toggle"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.err, Not(HasSubstr("--fail-on")));
}

}  // namespace
}  // namespace afresh::testing

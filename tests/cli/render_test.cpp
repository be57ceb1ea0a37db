// `render`: a report that was kept as JSON says the same in every other form.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class Render : public Program {};

TEST_F(Render, WritesWhatTheRunItselfWrote) {
  compare_report({"--case", "one_file", "--generated", "1", "--host", "plain", "--strategy",
                  "toggle", "--markdown", "run.md", "--junit", "run.xml", "--html", "run.html"});
  ProgramResult ran = run({"render", "report.json", "--markdown", "again.md", "--junit",
                           "again.xml", "--html", "again.html"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out, "Written: again.html, again.md, again.xml\n");
  EXPECT_EQ(read("again.md"), read("run.md"));
  EXPECT_EQ(read("again.xml"), read("run.xml"));
  EXPECT_THAT(read("again.html"), HasSubstr("class=\"steps\""));
}

TEST_F(Render, WritesWhatTheLastComparisonFound) {
  ProgramResult none = run({"render", "--html", "page.html"});
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.err, HasSubstr("no comparison was run yet"));
  run({"compare", "--case", "one_file", "--strategy", "toggle"});
  EXPECT_EQ(run({"render", "--html", "page.html"}).status, 0);
  EXPECT_THAT(read("page.html"), HasSubstr("one_file"));
}

TEST_F(Render, ShowsNoFilesThatAreNoLongerThose) {
  const auto mine = [](const std::string& first) {
    const std::string hooks = "def register(): pass\ndef unregister(): pass\n";
    return "addon: demo\nclaims: fresh\nsteps:\n  enable demo\n  edit demo 2\n  reload demo\n\n"
           "-- 1/demo.py --\n" +
           first + hooks + "-- 2/demo.py --\nnew = 2\n" + hooks;
  };
  write("mine.case", mine("old = 1\n"));
  compare_report({"--case", "mine.case", "--strategy", "do-nothing"});
  run({"render", "report.json", "--html", "same.html"});
  EXPECT_THAT(read("same.html"), HasSubstr("old = 1"));
  write("mine.case", mine("older = 1\n"));
  run({"render", "report.json", "--html", "other.html"});
  EXPECT_THAT(read("other.html"), Not(HasSubstr("older = 1")));
}

TEST_F(Render, WantsAFormAndAReport) {
  write("report.json", "{}");
  ProgramResult no_report = run({"render", "report.json", "--html", "page.html"});
  EXPECT_EQ(no_report.status, 2);
  EXPECT_THAT(no_report.err, HasSubstr("report.json: no 'schema'"));
  compare_report({"--case", "one_file", "--strategy", "toggle"});
  ProgramResult no_form = run({"render", "report.json"});
  EXPECT_EQ(no_form.status, 2);
  EXPECT_THAT(no_form.err, HasSubstr("expected --html, --markdown or --junit"));
  EXPECT_THAT(files(), ElementsAre("report.json"));
}

}  // namespace
}  // namespace afresh::testing

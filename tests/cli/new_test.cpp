// What `new` writes runs as it is. SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace afresh::testing {
namespace {

using ::testing::HasSubstr;

class New : public Program {};

TEST_F(New, WritesAStrategyThatRuns) {
  ProgramResult made = run({"new", "strategy", "my_reload"});
  EXPECT_EQ(made.status, 0);
  EXPECT_EQ(made.err, "");
  EXPECT_THAT(made.out, HasSubstr("./afresh compare --strategy my_reload.py"));
  Json records = compare_records({"--case", "from_import_constant", "--strategy", "my_reload.py"});
  for (const Json& verdict : records[0]["verdict"]) EXPECT_EQ(verdict, "pass");
}

TEST_F(New, WritesACaseOfWhichEverythingStatedHolds) {
  EXPECT_EQ(run({"new", "case", "mine.case"}).status, 0);
  ProgramResult ran = run({"replay", "mine.case"});
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_EQ(ran.err, "");
}

TEST_F(New, WritesOverNothing) {
  write("mine.py", "# mine\n");
  ProgramResult ran = run({"new", "strategy", "mine"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.err,
            "afresh: mine.py: is there already; expected the name of a new file in a folder that "
            "can be written to\n");
  EXPECT_EQ(read("mine.py"), "# mine\n");
  std::filesystem::create_symlink("nothing.py", folder_ / "link.py");
  EXPECT_EQ(run({"new", "strategy", "link"}).status, 2);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "nothing.py"));
}

TEST_F(New, RefusesANameThatPythonCannotUseAndAFolderThatIsNotThere) {
  EXPECT_EQ(run({"new", "strategy", "7up"}).err,
            "afresh: 7up.py: the name '7up' cannot be used; expected letters, digits, - and _, "
            "beginning with a letter\n");
  ProgramResult ran = run({"new", "case", "nofolder/x"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(
      ran.err,
      "afresh: nofolder/x.case: No such file or directory; expected the name of a new file in "
      "a folder that can be written to\n");
}

}  // namespace
}  // namespace afresh::testing

// What `unpack` writes shows in plain CPython what afresh found.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class Unpack : public Program {
 protected:
  /// What `repro.py` in this folder says.
  ProgramResult play(const std::string& folder) {
    return run_other(AFRESH_PYTHON, {(folder_ / folder / "repro.py").string()});
  }
};

TEST_F(Unpack, WritesWhatFailsInPlainPythonToo) {
  ProgramResult ran = run({"unpack", "star_import", "--strategy", "reload-sorted"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
  EXPECT_THAT(ran.out, StartsWith("star_import under reload-sorted is in "
                                  "star_import-reload-sorted:\n  fresh fails: "));
  EXPECT_THAT(ran.out, EndsWith("\n  python3 star_import-reload-sorted/repro.py\n"));
  ProgramResult played = play("star_import-reload-sorted");
  EXPECT_EQ(played.status, 1);
  EXPECT_EQ(played.err, "");
  EXPECT_THAT(played.out, HasSubstr("\nafter `reload demo`:\n  fresh: demo.node_blur: here is 2; "
                                    "after a fresh start there is nothing\n"));
  EXPECT_THAT(played.out, HasSubstr("`expect demo.run() == [\"node_mix\", \"node_noise\"]` does "
                                    "not hold: demo.run() gives ['node_blur', 'node_mix'], after "
                                    "a fresh start ['node_mix', 'node_noise']\n"));
  EXPECT_THAT(played.out, EndsWith(" differences from a fresh start (status 1)\n"));
}

TEST_F(Unpack, WritesWhatEndsWellInPlainPythonToo) {
  EXPECT_EQ(run({"unpack", "star_import", "--strategy", "restart-clean"}).status, 0);
  ProgramResult played = play("star_import-restart-clean");
  EXPECT_EQ(played.status, 0) << played.out;
  EXPECT_THAT(played.out, EndsWith("\nas after a fresh start, as far as plain Python sees "
                                   "(status 0)\n"));
}

TEST_F(Unpack, GivesTheFilesOfEachVersionWholeAndByteForByte) {
  std::string sound = "def register(): pass\ndef unregister(): pass\n";
  write("odd.case",
        "addon: demo\nsteps:\n  enable demo\n  edit demo 2\n  reload demo\n\n"
        "-- 1/demo/__init__.py --\n" +
            sound +
            "-- 1/demo/gone.py --\nX = 1\n"
            "-- 1/demo/icon base64 --\nAP/+\n-- 2/demo/__init__.py --\nY = 2\n" +
            sound + "-- 2/demo/gone.py deleted --\n");
  EXPECT_EQ(run({"unpack", "odd.case", "--strategy", "toggle", "--to", "out"}).status, 0);
  EXPECT_EQ(read("out/odd.case"), read("odd.case"));
  EXPECT_EQ(read("out/strategy/toggle.py"), shipped_source("toggle.py"));
  EXPECT_EQ(read("out/v1/demo/__init__.py"), sound);
  EXPECT_EQ(read("out/v2/demo/__init__.py"), "Y = 2\n" + sound);
  EXPECT_TRUE(exists(folder_ / "out/v1/demo/gone.py"));
  EXPECT_FALSE(exists(folder_ / "out/v2/demo/gone.py"));
  EXPECT_EQ(read("out/v2/demo/icon"), std::string("\0\xff\xfe", 3));
  EXPECT_EQ(play("out").status, 1);
}

TEST_F(Unpack, TakesWhatTheCaseSaysFailsWhereNoStrategyIsNamed) {
  EXPECT_EQ(run({"unpack", "prefix_neighbour"}).status, 0);
  EXPECT_THAT(files(), ElementsAre("prefix_neighbour-toggle"));
}

TEST_F(Unpack, TakesAUsersOwnStrategyWithTheOnesThatItImports) {
  write("mine.py",
        "API = 1\nfrom afresh_strategy_purge_and_sweep import reload, disable, install\n");
  ProgramResult ran = run({"unpack", "vendored_library", "--strategy", "mine.py"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(read("vendored_library-mine/strategy/purge_and_sweep.py"),
            shipped_source("purge_and_sweep.py"));
  EXPECT_EQ(play("vendored_library-mine").status, 0);
}

TEST_F(Unpack, TakesAGeneratedCase) {
  ProgramResult ran =
      run({"unpack", "--generated-case", "7:3", "--strategy", "toggle", "--to", "out"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(play("out").status, 1);
  EXPECT_EQ(run({"unpack", "out/generated-7-00003.case", "--strategy", "purge-dotted-collect",
                 "--to", "again"})
                .status,
            0);
  ProgramResult played = play("again");
  EXPECT_EQ(played.status, 0) << played.out;
}

TEST_F(Unpack, SaysWhatPlainPythonDoesNotShow) {
  run({"unpack", "audit_hook", "--strategy", "purge-dotted", "--to", "out"});
  EXPECT_THAT(play("out").out, HasSubstr("\nnot seen here, but by afresh: process-state: "));
}

TEST_F(Unpack, SaysThatAStrategyRefuses) {
  write("shy.py", "API = 1\ndef reload(host, addon):\n    host.refuse('not on a Monday')\n");
  EXPECT_EQ(run({"unpack", "one_file", "--strategy", "shy.py", "--to", "out"}).status, 0);
  ProgramResult played = play("out");
  EXPECT_EQ(played.status, 2);
  EXPECT_THAT(played.out, EndsWith("\nthe strategy refuses to do this: not on a Monday (status "
                                   "2)\n"));
}

TEST_F(Unpack, WritesOverNothing) {
  write("out/mine.txt", "mine\n");
  ProgramResult ran = run({"unpack", "star_import", "--to", "out"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.err,
            "afresh: out: is there already; expected the name of a new folder in one that can be "
            "written to\n");
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(read("out/mine.txt"), "mine\n");
}

TEST_F(Unpack, LeavesNothingWhereTheFolderCannotBeMade) {
  ProgramResult ran = run({"unpack", "one_file", "--to", "nofolder/out"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.err,
            "afresh: nofolder/out: No such file or directory; expected the name of a new folder "
            "in one that can be written to\n");
  EXPECT_THAT(files(), ElementsAre());
}

}  // namespace
}  // namespace afresh::testing

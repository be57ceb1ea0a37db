// SPDX-License-Identifier: MIT
#include "harness/addon/git_revision.hpp"

#include <gmock/gmock.h>

#include "harness/addon/program_output.hpp"
#include "tests/addon/folder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

class GitRevision : public ::testing::Test {
 protected:
  void git(std::vector<std::string> words) {
    std::vector<std::string> all{"git",
                                 "-C",
                                 folder_.path(),
                                 "-c",
                                 "user.name=x",
                                 "-c",
                                 "user.email=x@y",
                                 "-c",
                                 "commit.gpgsign=false"};
    all.insert(all.end(), words.begin(), words.end());
    auto output = output_of(all);
    ASSERT_TRUE(output && output->status == 0) << words.front();
  }
  void commit(const std::string& tag) {
    git({"add", "-A"});
    git({"commit", "-q", "-m", tag});
    git({"tag", tag});
  }
  Result<AddonFiles> at(const std::string& path, const std::string& revision) {
    auto place = find_addon(folder_.path(path), "");
    return place ? read_addon_at(*place, revision) : place.error();
  }
  Folder folder_;
};

TEST_F(GitRevision, GivesTheFilesAsTheyWere) {
  git({"init", "-q"});
  folder_.write("addons/demo/__init__.py", "one\r\n");
  folder_.write("addons/demo/sub dir/däta.bin", std::string_view("\0\n\xff", 3));
  folder_.write("addons/demo/.gitattributes", "* text eol=lf\nsub* export-ignore\n");
  folder_.write("addons/other.py", "other\n");
  std::filesystem::create_symlink("__init__.py", folder_.path("addons/demo/link.py"));
  git({"-c", "core.autocrlf=false", "add", "-A"});
  commit("v1");
  folder_.write("addons/demo/__init__.py", "two\n");
  folder_.write("addons/other.py", "second\n");
  auto demo = at("addons/demo", "v1");
  ASSERT_TRUE(demo) << demo.error().message;
  EXPECT_EQ(demo->name, "demo");
  EXPECT_THAT(demo->files, ElementsAre(Pair("demo/__init__.py", ::testing::StartsWith("one")),
                                       Pair("demo/sub dir/däta.bin", std::string("\0\n\xff", 3))));
  EXPECT_THAT(at("addons/other.py", "HEAD")->files, ElementsAre(Pair("other.py", "other\n")));
}

TEST_F(GitRevision, SaysWhatIsMissing) {
  folder_.write("demo/__init__.py", "");
  EXPECT_EQ(at("demo", "v1").error().message,
            "--since: " + folder_.path("demo") +
                " is in no git repository; expected --edit with a folder");
  git({"init", "-q"});
  folder_.write("README", "");
  git({"add", "README"});
  git({"commit", "-q", "-m", "x"});
  for (const char* revision : {"v1", "--help", "HEAD^{tree}"})
    EXPECT_THAT(at("demo", revision).error().message,
                HasSubstr(std::string("--since: no revision '") + revision + "' in "));
  EXPECT_EQ(at("demo", "HEAD").error().message, "--since: in revision HEAD there is no " +
                                                    folder_.path("demo/__init__.py") +
                                                    "; expected one that has it");
}

TEST(ProgramOutput, GivesWhatAProgramPrintsOfWhatItIsTold) {
  std::string much(1 << 20, 'x');
  EXPECT_EQ(output_of({"cat"}, much)->text, much);
  EXPECT_EQ(output_of({"sh", "-c", "exit 3"})->status, 3);
  EXPECT_EQ(output_of({"sh", "-c", "kill -9 $$"})->status, -1);
  EXPECT_FALSE(output_of({"/no/such/program"}));
}

}  // namespace
}  // namespace afresh::testing

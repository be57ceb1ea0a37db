// What revisions of a repository give, in each form that git keeps them in.
// SPDX-License-Identifier: MIT
#include "harness/addon/git_revision.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>

#include "tests/addon/git_repository.hpp"

namespace fs = std::filesystem;

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

class GitRevision : public ::testing::Test, protected GitRepository {
 protected:
  /// The package `demo` in two versions, of tags v1 and v2.
  void make_two_versions() const {
    folder.write("demo/__init__.py", "one\n");
    commit("v1");
    folder.write("demo/__init__.py", "two\n");
    commit("v2");
  }
  [[nodiscard]] std::string init_at(const std::string& revision) const {
    auto demo = at("demo", revision);
    return demo ? demo->files.at("demo/__init__.py") : demo.error().message;
  }
};

TEST_F(GitRevision, GivesTheFilesAsTheyWere) {
  git({"init", "-q"});
  folder.write("addons/demo/__init__.py", "one\r\n");
  folder.write("addons/demo/sub dir/däta.bin", std::string_view("\0\n\xff", 3));
  folder.write("addons/demo/.gitattributes", "* text eol=lf\nsub* export-ignore\n");
  folder.write("addons/demo_more/__init__.py", "more\n");
  folder.write("addons/other.py", "other\n");
  fs::create_symlink("__init__.py", folder.path("addons/demo/link.py"));
  git({"-c", "core.autocrlf=false", "add", "-A"});
  commit("v1");
  folder.write("addons/demo/__init__.py", "two\n");
  folder.write("addons/other.py", "second\n");
  auto demo = at("addons/demo", "v1");
  ASSERT_TRUE(demo) << demo.error().message;
  EXPECT_EQ(demo->name, "demo");
  EXPECT_THAT(demo->files, ElementsAre(Pair("demo/__init__.py", ::testing::StartsWith("one")),
                                       Pair("demo/sub dir/däta.bin", std::string("\0\n\xff", 3))));
  EXPECT_THAT(at("addons/other.py", "HEAD")->files, ElementsAre(Pair("other.py", "other\n")));
}

TEST_F(GitRevision, GivesAnAddonThatIsTheWholeRepository) {
  git({"init", "-q"});
  folder.write("__init__.py", "one\n");
  folder.write("ui/__init__.py", "ui\n");
  commit("v1");
  auto place = find_addon(folder.path(), "demo");
  ASSERT_TRUE(place);
  EXPECT_THAT(read_addon_at(*place, "v1")->files,
              ElementsAre(Pair("demo/__init__.py", "one\n"), Pair("demo/ui/__init__.py", "ui\n")));
}

TEST_F(GitRevision, IsFoundByEveryWordThatGitKnows) {
  git({"init", "-q"});
  make_two_versions();
  const std::string first = git({"rev-parse", "v1"});
  git({"update-ref", "refs/remotes/origin/main", first});
  git({"config", "remote.origin.url", "ssh://nowhere/x"});
  git({"config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*"});
  git({"config", "branch.main.remote", "origin"});
  git({"config", "branch.main.merge", "refs/heads/main"});
  git({"branch", "a-b", "v1"});
  for (const std::string& word :
       {std::string("v1"), first, first.substr(0, 10), std::string("HEAD~1"), std::string("HEAD^"),
        std::string("HEAD@{1}"), std::string("main@{1}"), std::string("@{upstream}"),
        std::string("origin/main"), std::string("a-b")})
    EXPECT_EQ(init_at(word), "one\n") << word;
  EXPECT_EQ(init_at("HEAD"), "two\n");
}

TEST_F(GitRevision, IsReadFromPacksAndPackedReferences) {
  git({"init", "-q"});
  make_two_versions();
  git({"gc", "-q"});
  EXPECT_FALSE(fs::exists(folder.path(".git/refs/tags/v1")));
  EXPECT_EQ(init_at("v1"), "one\n");
}

TEST_F(GitRevision, IsReadWhereObjectsHaveLongerNames) {
  git({"init", "-q", "--object-format=sha256"});
  make_two_versions();
  EXPECT_EQ(init_at("v1"), "one\n");
  git({"checkout", "-q", "--detach", "v1"});
  EXPECT_EQ(init_at("HEAD"), "one\n");
}

TEST_F(GitRevision, IsReadInAWorkTreeThatWasAddedToAnothers) {
  git({"init", "-q"});
  make_two_versions();
  git({"worktree", "add", "-q", "--detach", folder.path("second"), "v1"});
  git({"checkout", "-q", "v2"});
  auto place = find_addon(folder.path("second/demo"), "");
  ASSERT_TRUE(place);
  for (const auto& [revision, text] :
       {std::pair("HEAD", "one\n"), std::pair("v2", "two\n"), std::pair("main", "two\n")})
    EXPECT_THAT(read_addon_at(*place, revision)->files,
                ElementsAre(Pair("demo/__init__.py", text)));
}

TEST_F(GitRevision, IsReadOfACloneThatBorrowsItsObjects) {
  git({"init", "-q"});
  make_two_versions();
  git({"clone", "-q", "--shared", ".", folder.path("clone")});
  auto place = find_addon(folder.path("clone/demo"), "");
  ASSERT_TRUE(place);
  EXPECT_THAT(read_addon_at(*place, "v1")->files, ElementsAre(Pair("demo/__init__.py", "one\n")));
}

// What git itself refuses to read, because it would obey its settings.
TEST_F(GitRevision, IsReadOfARepositoryOfSomebodyElse) {
  if (geteuid() != 0) GTEST_SKIP() << "only root can give a file away";
  git({"init", "-q"});
  make_two_versions();
  constexpr uid_t kNobody = 65534;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder.path()))
    ASSERT_EQ(lchown(entry.path().c_str(), kNobody, kNobody), 0);
  ASSERT_EQ(lchown(folder.path().c_str(), kNobody, kNobody), 0);
  EXPECT_EQ(init_at("v1"), "one\n");
}

TEST_F(GitRevision, SaysWhatIsMissing) {
  folder.write("demo/__init__.py", "");
  EXPECT_EQ(at("demo", "v1").error().message,
            "--since: " + folder.path("demo") +
                " is in no git repository; expected --edit with a folder");
  git({"init", "-q"});
  folder.write("README", "");
  git({"add", "README"});
  git({"commit", "-q", "-m", "x"});
  for (const char* revision : {"v1", "--help", "HEAD^{tree}", "", "HEAD:README"})
    EXPECT_THAT(at("demo", revision).error().message,
                HasSubstr(std::string("--since: no revision '") + revision + "' in " +
                          folder.path() + "; expected"));
  EXPECT_EQ(at("demo", "HEAD").error().message, "--since: in revision HEAD there is no " +
                                                    folder.path("demo/__init__.py") +
                                                    "; expected one that has it");
}

TEST_F(GitRevision, SaysThatAnObjectIsMissing) {
  git({"init", "-q"});
  make_two_versions();
  lose("demo/__init__.py");
  EXPECT_EQ(init_at("v2"),
            "--since: git does not have demo/__init__.py of v2, and nothing is fetched; expected a "
            "repository with its files");
  EXPECT_EQ(init_at("v1"), "one\n");
}

TEST_F(GitRevision, RefusesWhatIsTooLargeBeforeItIsRead) {
  git({"init", "-q"});
  make_two_versions();
  // So many zeros take next to nothing on disk.
  folder.write("demo/big.bin", "");
  fs::resize_file(folder.path("demo/big.bin"), std::size_t{64} << 20);
  commit("v3");
  fs::remove(folder.path("demo/big.bin"));
  EXPECT_THAT(init_at("v3"), HasSubstr("its files are more than 16 MiB"));
}

TEST_F(GitRevision, RefusesARepositoryOfAnUnknownForm) {
  git({"init", "-q"});
  make_two_versions();
  git({"config", "extensions.quantum", "yes"});
  EXPECT_EQ(init_at("v1"), "one\n");  // does not count in a repository of the first form
  git({"config", "core.repositoryformatversion", "1"});
  EXPECT_EQ(init_at("v1"), "--since: " + folder.path() +
                               " is kept in another way than is read here (extensions.quantum = "
                               "yes); expected --edit with a folder");
}

}  // namespace
}  // namespace afresh::testing

// Files on disk under the logical clock.
// SPDX-License-Identifier: MIT
#include "harness/agent/layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace afresh::agent {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class LayoutTest : public ::testing::Test {
 protected:
  LayoutTest() : layout_(make_folder()) {}
  ~LayoutTest() override { fs::remove_all(layout_.folder()); }

  static fs::path make_folder() {
    std::string path = (fs::temp_directory_path() / "test_layout.XXXXXX").string();
    if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("no folder like " + path);
    return path;
  }
  /// Second of the logical clock that a path carries; `.` is the folder of add-ons.
  std::int64_t modified_second(const std::string& path) {
    struct stat status {};
    if (stat((layout_.folder() / path).c_str(), &status) != 0) return -1;
    EXPECT_EQ(status.st_mtim.tv_nsec, 0) << path;
    return status.st_mtim.tv_sec - kLogicalEpoch;
  }
  std::vector<std::string> files() {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(layout_.folder())) {
      found.push_back(entry.path().lexically_relative(layout_.folder()).string());
    }
    std::ranges::sort(found);
    return found;
  }
  void write(std::int64_t second, const std::vector<FileChange>& changes) {
    layout_.write({.changes = changes, .second = second});
  }

  Layout layout_;
};

TEST_F(LayoutTest, GivesFilesAndFoldersTheSecondAtWhichTheyWereWritten) {
  write(0, {{"demo/__init__.py", "a = 1\n"}, {"demo/sub/__init__.py", ""}});
  for (const char* path : {".", "demo", "demo/__init__.py", "demo/sub", "demo/sub/__init__.py"}) {
    EXPECT_EQ(modified_second(path), 0) << path;
  }
}

TEST_F(LayoutTest, LeavesWhatAnEditDoesNotTouchAtItsOldTime) {
  write(0, {{"demo/__init__.py", "a = 1\n"}, {"demo/sub/b.py", "b = 1\n"}});
  write(2, {{"demo/__init__.py", "a = 2\n"}});
  EXPECT_EQ(modified_second("demo/__init__.py"), 2);
  EXPECT_EQ(modified_second("demo"), 0) << "its listing is what it was";
  EXPECT_EQ(modified_second("demo/sub/b.py"), 0);
}

TEST_F(LayoutTest, MovesTheTimeOfAFolderWhoseListingChanges) {
  write(0, {{"demo/__init__.py", ""}, {"demo/sub/b.py", ""}});
  write(2, {{"demo/sub/c.py", ""}});
  EXPECT_EQ(modified_second("demo/sub"), 2);
  EXPECT_EQ(modified_second("demo"), 0);
  write(4, {{"demo/sub/c.py", {}}});
  EXPECT_EQ(modified_second("demo/sub"), 4);
}

TEST_F(LayoutTest, KeepsTheTimeOfAFolderWhenAnImportWritesBytecode) {
  write(0, {{"demo/__init__.py", ""}});
  std::ofstream(layout_.folder() / "demo/__pycache__/__init__.cpython-311.pyc") << "bytecode";
  EXPECT_EQ(modified_second("demo"), 0);
  layout_.stamp(6);
  EXPECT_EQ(modified_second("demo/__pycache__/__init__.cpython-311.pyc"), 6);
}

TEST_F(LayoutTest, StampsWhatATrialWroteAndNothingElse) {
  write(0, {{"demo/__init__.py", ""}});
  std::ofstream(layout_.folder() / "demo/saved.json") << "{}";
  layout_.stamp(8);
  EXPECT_EQ(modified_second("demo/saved.json"), 8);
  EXPECT_EQ(modified_second("demo"), 8);
  EXPECT_EQ(modified_second("demo/__init__.py"), 0);
}

TEST_F(LayoutTest, TouchMovesATimeBackToo) {
  write(4, {{"demo/__init__.py", ""}});
  layout_.touch({.path = "demo/__init__.py", .second = 2});
  EXPECT_EQ(modified_second("demo/__init__.py"), 2);
}

TEST_F(LayoutTest, DeletingTheLastFileOfAPackageDeletesThePackage) {
  write(0, {{"demo/__init__.py", ""}, {"demo/a/b/c.py", ""}});
  std::ofstream(layout_.folder() / "demo/a/b/__pycache__/c.cpython-311.pyc") << "bytecode";
  write(2, {{"demo/a/b/c.py", {}}});
  EXPECT_THAT(files(), ElementsAre("demo", "demo/__init__.py", "demo/__pycache__"));
  EXPECT_EQ(modified_second("demo"), 2);
}

TEST_F(LayoutTest, DeletingOneOfTwoFilesKeepsThePackage) {
  write(0, {{"demo/a/b.py", ""}, {"demo/a/c.py", ""}});
  write(2, {{"demo/a/b.py", {}}});
  EXPECT_THAT(files(), ElementsAre("demo", "demo/a", "demo/a/__pycache__", "demo/a/c.py"));
}

TEST_F(LayoutTest, APackageCanBecomeAModuleAndBack) {
  write(0, {{"demo/__init__.py", ""}});
  write(2, {{"demo.py", "one = 1\n"}, {"demo/__init__.py", {}}});
  EXPECT_TRUE(fs::is_regular_file(layout_.folder() / "demo.py"));
  EXPECT_FALSE(fs::exists(layout_.folder() / "demo"));
  write(4, {{"demo/__init__.py", ""}, {"demo.py", {}}});
  EXPECT_TRUE(fs::exists(layout_.folder() / "demo/__init__.py"));
  EXPECT_FALSE(fs::exists(layout_.folder() / "demo.py"));
  EXPECT_EQ(modified_second("."), 4);
}

TEST_F(LayoutTest, WritesBytesAsTheyAre) {
  std::string bytes("a\r\n\0\xff", 5);
  write(0, {{"demo/data.bin", bytes}});
  std::ifstream file(layout_.folder() / "demo/data.bin", std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), bytes);
}

TEST_F(LayoutTest, WipingLeavesAnEmptyFolder) {
  write(0, {{"demo/a/b.py", ""}, {"other.py", ""}});
  layout_.wipe();
  EXPECT_THAT(files(), IsEmpty());
}

}  // namespace
}  // namespace afresh::agent

// Case files from the disk.
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "harness/casefile/load_case.hpp"
#include "tests/casefile/sample.hpp"

namespace afresh {
namespace {

namespace fs = std::filesystem;

/// A folder of this test alone, gone afterwards.
class LoadCase : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(::testing::TempDir()) / (std::string("afresh_casefile_") + info->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path folder_;
};

TEST_F(LoadCase, ReadsAFile) {
  std::ofstream(folder_ / "hot.case", std::ios::binary) << testing::kSample;
  auto loaded = load_case(folder_ / "hot.case");
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ(loaded->name, "hot");
  EXPECT_EQ(loaded->text, testing::kSample);
}

TEST_F(LoadCase, NamesTheFileInASentence) {
  fs::path path = folder_ / "hot.case";
  std::ofstream(path, std::ios::binary) << "adon: demo\n";
  auto loaded = load_case(path);
  ASSERT_FALSE(loaded);
  EXPECT_TRUE(loaded.error().message.starts_with(path.string() + ":1: unknown header key"));
}

TEST_F(LoadCase, SaysWhyAFileCannotBeRead) {
  auto missing = load_case("no/such.case");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().message,
            "no/such.case: cannot be read (No such file or directory); expected a case file");
  auto folder = load_case(folder_);
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().message,
            folder_.string() + ": cannot be read (Is a directory); expected a case file");
}

}  // namespace
}  // namespace afresh

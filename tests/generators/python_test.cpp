// The model against Python itself: every generated file compiles, every probe returns what the
// model says, and a purge followed by an import equals a fresh start.
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "generators/generate.hpp"

namespace afresh {
namespace {

namespace fs = std::filesystem;

constexpr int kCases = 60;

/// A new folder that goes when the test does.
class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "afresh-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void write(const fs::path& path, const std::string& content) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

/// The right side of each `expect demo.probe() == …`, in order.
std::vector<std::string> expected_values(const Case& a_case) {
  std::vector<std::string> expected;
  for (const Step& step : a_case.steps) {
    const auto* expect = std::get_if<ExpectStep>(&step.action);
    if (expect) expected.push_back(expect->expression.substr(expect->expression.find(" == ") + 4));
  }
  return expected;
}

void lay_out(const Case& a_case, const fs::path& folder) {
  std::vector<std::string> expected = expected_values(a_case);
  ASSERT_EQ(expected.size(), a_case.versions.size());
  for (const Version& version : a_case.versions) {
    std::string number = std::to_string(version.number);
    for (const auto& [path, content] :
         files_at_version(a_case, a_case.addons.at(0), version.number)) {
      write(folder / number / path, content);
    }
    write(folder / (number + ".expected"), expected[static_cast<std::size_t>(version.number) - 1]);
  }
}

struct Played {
  int status = 0;
  std::string output;
};

Played play(const fs::path& folder) {
  std::string command = AFRESH_PYTHON " -I -B " AFRESH_HERE "/play_packages.py " AFRESH_HERE " " +
                        folder.string() + " 2>&1";
  Played run;
  FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> buffer{};
  while (std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    run.output.append(buffer.data(), size);
  }
  run.status = pclose(pipe);
  return run;
}

TEST(GeneratedPackages, GiveInPythonWhatTheModelSaysAndArePurgeSafe) {
  Folder folder;
  for (int i = 0; i < kCases; ++i) {
    Case a_case = generate_case(2024, i);
    lay_out(a_case, folder.path() / a_case.name);
  }
  Case big = generate_sized_case(40, 1);
  lay_out(big, folder.path() / big.name);
  Played run = play(folder.path());
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_NE(run.output.find("61 cases"), std::string::npos) << run.output;
}

TEST(GeneratedPackages, AreNotHeldToBeRightByATestThatCannotFail) {
  Folder folder;
  Case a_case = generate_case(2024, 1);
  lay_out(a_case, folder.path() / a_case.name);
  write(folder.path() / a_case.name / "2.expected", "('something else',)");
  Played run = play(folder.path());
  EXPECT_NE(run.status, 0);
  EXPECT_NE(run.output.find("something else"), std::string::npos) << run.output;
}

TEST(GeneratedPackages, AreHeldAgainstAFreshStart) {
  Folder folder;
  Case a_case = generate_case(2024, 1);
  lay_out(a_case, folder.path() / a_case.name);
  fs::path root = folder.path() / a_case.name / "2" / a_case.addons.at(0);
  fs::path file = fs::is_directory(root) ? root / "__init__.py" : fs::path(root.string() + ".py");
  // What a purge does not undo: this is the second load here, and the first afresh.
  std::ofstream(file, std::ios::app) << "\nimport hostapi\n"
                                        "hostapi.loads = getattr(hostapi, 'loads', 0) + 1\n"
                                        "LOADS = hostapi.loads\n";
  std::ofstream(folder.path() / a_case.name / "1" / file.lexically_relative(root.parent_path()),
                std::ios::app)
      << "\nimport hostapi\nhostapi.loads = 1\n";
  Played run = play(folder.path());
  EXPECT_NE(run.status, 0);
  EXPECT_NE(run.output.find("LOADS = 2"), std::string::npos) << run.output;
}

}  // namespace
}  // namespace afresh

// A run that is cut short, by a person or by the machine, leaves no process and no temporary file,
// and what it had found is on disk.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/engine/run_cases.hpp"
#include "tests/hostile/hostile_behaviours.hpp"
#include "tests/hostile/machine.hpp"

namespace fs = std::filesystem;

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Two that wait for ever, of which one has gone into a session of its own, and the trial itself.
constexpr const char* kLurking = R"(
    import os, time
    for n in range(2):
        if os.fork() == 0:
            if n: os.setsid()
            time.sleep(1e9)
    time.sleep(1e9)
)";
constexpr std::size_t kLurkers = 3;
constexpr int kPatienceMs = 60'000;

std::vector<std::string> read_lines(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

class Interrupted : public ::testing::Test {
 protected:
  ~Interrupted() override {
    if (program_ > 0 && kill(program_, SIGKILL) == 0) waitpid(program_, nullptr, 0);
    if (terminal_ >= 0) close(terminal_);
  }

  /// Start the program, and wait until its first record is on disk and its second trial lurks.
  void start() {
    std::ofstream(folder_ / "lurk.py") << purge_and(kLurking).source;
    std::ofstream(folder_ / "report.json") << "an earlier report\n";
    run({"--case", "one_file", "--strategy", "purge-dotted", "--strategy", "lurk.py", "--deadline",
         "600", "-j", "1"});
    bool lurks = eventually(
        [&] { return read_lines(part()).size() == 2 && processes().size() >= kLurkers + 2; });
    ASSERT_TRUE(lurks) << processes().size() << " processes, " << read_lines(part()).size()
                       << " lines";
    all_ = processes();
  }

  /// Start `afresh compare --json report.json ARGUMENTS` on a terminal of its own.
  void run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"afresh", "compare", "--json", "report.json"});
    std::vector<char*> words;
    for (std::string& word : arguments) words.push_back(word.data());
    words.push_back(nullptr);
    program_ = forkpty(&terminal_, nullptr, nullptr, nullptr);
    if (program_ != 0) return;
    if (chdir(folder_.c_str()) == 0) execv(AFRESH_PROGRAM, words.data());
    _exit(127);
  }

  /// Its exit status; 128 and above: signal.
  int ended() {
    // What is not read from a terminal holds up whoever writes to it.
    std::array<char, 4096> buffer{};
    for (ssize_t size = 0; (size = read(terminal_, buffer.data(), buffer.size())) > 0;)
      shown_.append(buffer.data(), static_cast<std::size_t>(size));
    close(std::exchange(terminal_, -1));
    int status = 0;
    waitpid(std::exchange(program_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

  /// The records so far, in a whole file.
  void expect_records_so_far() const {
    std::vector<std::string> lines = read_lines(part());
    ASSERT_THAT(lines, SizeIs(2));
    EXPECT_EQ(nlohmann::json::parse(lines[0])["schema"], "afresh-compare/2");
    EXPECT_EQ(nlohmann::json::parse(lines[1])["verdict"]["fresh"], "pass");
    EXPECT_THAT(read_lines(folder_ / "report.json"), ElementsAre("an earlier report"));
  }

  void expect_nothing_left(int within_ms) const {
    EXPECT_TRUE(have_ended(all_, within_ms));
    EXPECT_THAT(processes(), IsEmpty());
    EXPECT_THAT(listing(temporary_.path()), ElementsAre("run"));
    EXPECT_THAT(listing(folder_), ElementsAre("lurk.py", "report.json", part().filename()));
  }

  /// `report.json.0123456789abcdef.part`, once it is there.
  [[nodiscard]] fs::path part() const {
    for (const std::string& name : listing(folder_)) {
      if (name.starts_with("report.json.") && name.ends_with(".part")) return folder_ / name;
    }
    return {};
  }
  [[nodiscard]] std::set<pid_t> processes() const {
    return processes_around(temporary_.path().string() + "/afresh.");
  }

  OwnTemporaryFolder temporary_;
  fs::path folder_ = temporary_.path() / "run";
  pid_t program_ = -1;
  int terminal_ = -1;
  std::string shown_;
  std::set<pid_t> all_;

  void SetUp() override { fs::create_directory(folder_); }
};

TEST_F(Interrupted, ByCtrlCEndsInOrder) {
  ASSERT_NO_FATAL_FAILURE(start());
  ASSERT_EQ(write(terminal_, "\x03", 1), 1);
  EXPECT_EQ(ended(), 128 + SIGINT);
  expect_nothing_left(0);
  expect_records_so_far();
  EXPECT_THAT(shown_, HasSubstr("afresh: stopped by SIGINT before all cases were done; all records "
                                "so far are in " +
                                part().filename().string() + ", one JSON object a line"));
}

TEST_F(Interrupted, ByATerminationEndsInOrder) {
  ASSERT_NO_FATAL_FAILURE(start());
  kill(program_, SIGTERM);
  EXPECT_EQ(ended(), 128 + SIGTERM);
  expect_nothing_left(0);
  expect_records_so_far();
}

TEST_F(Interrupted, ByAKillLeavesNothing) {
  ASSERT_NO_FATAL_FAILURE(start());
  kill(program_, SIGKILL);
  EXPECT_EQ(ended(), 128 + SIGKILL);
  expect_nothing_left(kPatienceMs);
  expect_records_so_far();
}

TEST_F(Interrupted, ByAStopGoesOnAsIfNothingHadBeen) {
  auto whole = [&](bool stops) {
    run({"--case", "star_import", "--strategy", "reload-top"});
    if (stops) {
      EXPECT_TRUE(eventually([&] { return !processes().empty(); }));
      kill(program_, SIGSTOP);
      waitpid(program_, nullptr, WUNTRACED);
      kill(program_, SIGCONT);
    }
    EXPECT_EQ(ended(), 0);
    std::ostringstream text;
    text << std::ifstream(folder_ / "report.json").rdbuf();
    return nlohmann::json::parse(text.str())["records"];
  };
  auto undisturbed = whole(false);
  EXPECT_EQ(whole(true), undisturbed);
}

// The same without namespaces, in the folder that is used then.
TEST_F(Interrupted, ByAKillLeavesNothingInAFolderEither) {
  program_ = fork();
  if (program_ == 0) {
    engine::WorkerPool worker_pool(
        {.program = "/proc/self/exe", .deadline_ms = 600'000, .sandbox = worker::Sandbox::kFolder});
    static_cast<void>(run_once(worker_pool, healthy_case(), purge_and(kLurking)));
    _exit(0);
  }
  ASSERT_TRUE(eventually([&] {
    return processes().size() >= kLurkers + 2 && listing(temporary_.path()).size() == 2;
  }));
  all_ = processes();
  kill(program_, SIGKILL);
  waitpid(std::exchange(program_, -1), nullptr, 0);
  EXPECT_TRUE(have_ended(all_, kPatienceMs));
  EXPECT_THAT(processes(), IsEmpty());
  EXPECT_THAT(listing(temporary_.path()), ElementsAre("run"));
}

}  // namespace
}  // namespace afresh::testing

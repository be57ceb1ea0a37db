// What each kind of file that a user can name becomes of. SPDX-License-Identifier: MIT
#include "harness/cli/output_file.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fs = std::filesystem;

namespace afresh::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string read_all(int fd) {
  std::string text;
  std::array<char, 4096> part{};
  for (ssize_t size = 0; (size = read(fd, part.data(), part.size())) > 0;)
    text.append(part.data(), static_cast<std::size_t>(size));
  return text;
}

class OutputFiles : public ::testing::Test {
 protected:
  OutputFiles() {
    std::string path = (fs::temp_directory_path() / "test_output.XXXXXX").string();
    if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("no folder like " + path);
    folder_ = path;
  }
  ~OutputFiles() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  [[nodiscard]] std::string path(const std::string& name) const { return folder_ / name; }
  void put(const std::string& name, std::string_view text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::string text(const std::string& name) const {
    std::ostringstream text;
    text << std::ifstream(folder_ / name, std::ios::binary).rdbuf();
    return text.str();
  }
  [[nodiscard]] mode_t mode(const std::string& name) const {
    struct stat kind {};
    return lstat(path(name).c_str(), &kind) == 0 ? kind.st_mode & 07777 : 0;
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_))
      names.push_back(entry.path().filename());
    std::ranges::sort(names);
    return names;
  }

  /// What is wrong with the name, or with writing "new\n" into it; empty: nothing.
  static std::string find_problem(const std::string& name) {
    auto file = OutputFile::open("--json", name);
    if (!file) return file.error().message;
    auto error = file->write([](std::ostream& out) { out << "new\n"; });
    return error ? error->message : "";
  }

  fs::path folder_;
};

TEST_F(OutputFiles, AreNewOnesAsOthersAre) {
  const mode_t before = umask(027);
  EXPECT_EQ(find_problem(path("r.json")), "");
  umask(before);
  EXPECT_EQ(text("r.json"), "new\n");
  EXPECT_EQ(mode("r.json"), 0640);
  EXPECT_THAT(names(), ElementsAre("r.json"));
}

TEST_F(OutputFiles, ReplaceAnOldOneAndAreAsOpenAsThatWas) {
  put("r.json", "a much longer old one\n");
  chmod(path("r.json").c_str(), 0604);
  EXPECT_EQ(find_problem(path("r.json")), "");
  EXPECT_EQ(text("r.json"), "new\n");
  EXPECT_EQ(mode("r.json"), 0604);
}

TEST_F(OutputFiles, LeaveTheOldOneWhereTheNewOneCannotBeFinished) {
  put("r.json", "old\n");
  auto file = OutputFile::open("--json", path("r.json"));
  ASSERT_TRUE(file);
  auto error = file->write([](std::ostream& out) {
    out << std::string(1 << 20, 'x');
    out.setstate(std::ios::badbit);
  });
  ASSERT_TRUE(error);
  EXPECT_THAT(error->message, HasSubstr("r.json: --json: it cannot be written"));
  EXPECT_EQ(text("r.json"), "old\n");
  EXPECT_THAT(names(), ElementsAre("r.json"));
}

TEST_F(OutputFiles, LeaveNothingWhereWhatTheyHoldCannotBeSaid) {
  auto file = OutputFile::open("--json", path("r.json"));
  ASSERT_TRUE(file);
  EXPECT_THROW(static_cast<void>(file->write([](std::ostream&) { throw std::bad_alloc(); })),
               std::bad_alloc);
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(OutputFiles, FollowALinkAndKeepIt) {
  fs::create_directory(folder_ / "kept");
  put("kept/real.json", "old\n");
  fs::create_symlink("kept/real.json", folder_ / "r.json");
  EXPECT_EQ(find_problem(path("r.json")), "");
  EXPECT_TRUE(fs::is_symlink(folder_ / "r.json"));
  EXPECT_FALSE(fs::is_symlink(folder_ / "kept/real.json"));
  EXPECT_EQ(text("kept/real.json"), "new\n");
}

TEST_F(OutputFiles, TouchNothingThatLiesInWaitBesideThem) {
  put("victim", "dear\n");
  for (const char* name : {"r.json.new", "r.json.part", "r.json.tmp"})
    fs::create_symlink("victim", folder_ / name);
  EXPECT_EQ(find_problem(path("r.json")), "");
  EXPECT_EQ(text("victim"), "dear\n");
  EXPECT_EQ(text("r.json"), "new\n");
}

TEST_F(OutputFiles, OfOneNameAreEachWhole) {
  auto one = OutputFile::open("--json", path("r.json"));
  auto other = OutputFile::open("--json", path("r.json"));
  ASSERT_TRUE(one && other);
  const std::string long_text(1 << 20, '1');
  EXPECT_FALSE(one->write([&](std::ostream& out) {
    out << long_text.substr(1);
    EXPECT_FALSE(other->write([](std::ostream& its) { its << "2"; }));
    EXPECT_EQ(text("r.json"), "2");
    out << '1';
  }));
  EXPECT_EQ(text("r.json"), long_text);
  EXPECT_THAT(names(), ElementsAre("r.json"));
}

TEST_F(OutputFiles, AreRefusedWhereNothingCanComeOfThem) {
  mkfifo(path("pipe").c_str(), 0600);
  fs::create_symlink("pipe", folder_ / "to_pipe");
  fs::create_symlink("nothing", folder_ / "dangling");
  fs::create_symlink("circle", folder_ / "circle");
  sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
  path("socket").copy(address.sun_path, sizeof address.sun_path - 1);
  const int socket_end = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  ASSERT_EQ(bind(socket_end, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  const int read_only = open("/dev/null", O_RDONLY | O_CLOEXEC);

  const std::string folder = ": --json needs a file in a folder that can be written to";
  const std::vector<std::pair<std::string, std::string>> wrong{
      {path("pipe"), ": is a pipe that nobody reads; --json needs a file"},
      {path("to_pipe"), ": is a pipe that nobody reads; --json needs a file"},
      {path("socket"), ": is a socket; --json needs a file"},
      {path("dangling"), ": is a link (No such file or directory); --json needs a file"},
      {path("circle"), ": is a link (Too many levels of symbolic links); --json needs a file"},
      {path(""), folder},
      {path("no/such/r.json"), folder},
      {path("new/"), folder},
      {"", folder},
      {"/dev/fd/" + std::to_string(read_only), ": is not open for writing; --json needs a file"},
      {"/dev/fd/987", ": is not open for writing; --json needs a file"}};
  const std::vector<std::string> before = names();
  for (const auto& [name, sentence] : wrong)
    EXPECT_THAT(find_problem(name), HasSubstr(name + sentence));
  EXPECT_EQ(names(), before);
  close(socket_end);
  close(read_only);
}

TEST_F(OutputFiles, AreRefusedWhereADiskWouldBeOverwritten) {
  constexpr dev_t kNoDriver = 0;
  if (mknod(path("disk").c_str(), S_IFBLK | 0600, kNoDriver) != 0)
    GTEST_SKIP() << "no device can be made here";
  EXPECT_THAT(find_problem(path("disk")), HasSubstr("disk: is a disk; --json needs a file"));
}

TEST_F(OutputFiles, AreWrittenIntoAPipeThatIsRead) {
  mkfifo(path("pipe").c_str(), 0600);
  fs::create_symlink("pipe", folder_ / "link");
  const int reader = open(path("pipe").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  fcntl(reader, F_SETFL, 0);
  // More than a pipe holds: who writes waits for who reads.
  const std::string much(1 << 20, 'x');
  auto file = OutputFile::open("--json", path("link"));
  ASSERT_TRUE(file) << file.error().message;
  auto read_there = std::async(std::launch::async, [&] { return read_all(reader); });
  EXPECT_FALSE(file->write([&](std::ostream& out) { out << much; }));
  *file = std::move(*OutputFile::open("--json", "/dev/null"));  // closes it
  EXPECT_EQ(read_there.get(), much);
  EXPECT_THAT(names(), ElementsAre("link", "pipe"));
  EXPECT_TRUE(fs::is_fifo(folder_ / "pipe"));
  close(reader);
}

TEST_F(OutputFiles, SayThatTheReaderOfAPipeHasGone) {
  mkfifo(path("pipe").c_str(), 0600);
  const int reader = open(path("pipe").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  auto file = OutputFile::open("--json", path("pipe"));
  ASSERT_TRUE(file);
  close(reader);
  auto error = file->write([](std::ostream& out) { out << "new\n"; });
  ASSERT_TRUE(error);
  EXPECT_THAT(error->message, HasSubstr("it cannot be written (Broken pipe)"));
}

TEST_F(OutputFiles, NeverReplaceADevice) {
  for (const char* device : {"/dev/null", "/dev/zero"}) {
    EXPECT_EQ(find_problem(device), "");
    EXPECT_TRUE(fs::is_character_file(device));
  }
  EXPECT_THAT(find_problem("/dev/full"),
              HasSubstr("it cannot be written (No space left on device)"));
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST_F(OutputFiles, GoOnWhereADescriptorOfThisProcessStands) {
  const int file = open(path("log").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  ASSERT_EQ(write(file, "before\n", 7), 7);
  fs::create_symlink("/dev/fd/" + std::to_string(file), folder_ / "link");
  EXPECT_EQ(find_problem("/dev/fd/" + std::to_string(file)), "");
  EXPECT_EQ(find_problem("/proc/self/fd/" + std::to_string(file)), "");
  EXPECT_EQ(find_problem(path("link")), "");
  ASSERT_EQ(write(file, "after\n", 6), 6);
  close(file);
  EXPECT_EQ(text("log"), "before\nnew\nnew\nnew\nafter\n");
  EXPECT_THAT(names(), ElementsAre("link", "log"));

  std::array<int, 2> ends{};
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
  EXPECT_EQ(find_problem("/dev/fd/" + std::to_string(ends[0])), "");
  close(ends[0]);
  EXPECT_EQ(read_all(ends[1]), "new\n");
  close(ends[1]);
}

}  // namespace
}  // namespace afresh::cli

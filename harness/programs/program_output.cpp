// SPDX-License-Identifier: MIT
#include "harness/programs/program_output.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <system_error>
#include <utility>

namespace afresh {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kCannotBeStarted = 127;
constexpr int kPauseMs = 2;  ///< between two looks at whether it has ended

[[noreturn]] void throw_errno(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// Owns a descriptor that a child does not inherit, and that is none of the standard ones: to move
/// one onto itself would keep it from being inherited.
class End {
 public:
  explicit End(int fd) : fd_(fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)) {
    if (fd_ < 0) throw_errno("making the end of a pipe");
    ::close(fd);
  }
  ~End() { close(); }
  End(const End&) = delete;
  End& operator=(const End&) = delete;
  [[nodiscard]] int fd() const { return fd_; }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_;
};

/// A file in memory, which no writer waits for, to be read from its beginning.
int memory_file(std::string_view text) {
  int fd = memfd_create("afresh", MFD_CLOEXEC);
  if (fd < 0) throw_errno("making a memory file");
  while (!text.empty()) {
    ssize_t written = write(fd, text.data(), text.size());
    if (written < 0) throw_errno("writing a memory file");
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  lseek(fd, 0, SEEK_SET);
  return fd;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// What a child has instead of its parent's standard streams.
struct Streams {
  int in;
  int out;
  int errors;
  int open_until_end;  ///< kept beside them, so that the parent sees the end; -1: no need
};

/// In the child, of which other threads of this process are no part: nothing here takes memory.
[[noreturn]] void become(const char* program, char* const* arguments, char* const* environment,
                         const Streams& streams, rlim_t max_memory, pid_t parent) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(kCannotBeStarted);
  const rlimit memory{.rlim_cur = max_memory, .rlim_max = max_memory};
  if (max_memory > 0) setrlimit(RLIMIT_DATA, &memory);
  const rlimit none{.rlim_cur = 0, .rlim_max = 0};
  setrlimit(RLIMIT_CORE, &none);
  sigset_t signals;
  sigemptyset(&signals);
  sigprocmask(SIG_SETMASK, &signals, nullptr);
  constexpr int kKept = STDERR_FILENO + 1;
  // Whatever it is shown on may be one of the standard streams that are replaced here.
  const int out = fcntl(streams.out, F_DUPFD, kKept + 1);
  const int errors = fcntl(streams.errors, F_DUPFD, kKept + 1);
  dup2(streams.in, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(errors, STDERR_FILENO);
  const int kept = fcntl(streams.open_until_end, F_DUPFD, kKept + 1);
  if (kept >= 0) dup2(kept, kKept);
  close_range(kept >= 0 ? kKept + 1 : kKept, ~0U, 0);
  execve(program, arguments, environment);
  _exit(kCannotBeStarted);
}

/// A program that runs, alone in its process group.
class Running {
 public:
  Running(const ProgramCall& call, const End& in, const End& out, const End& quiet) {
    std::vector<std::string> words{call.program};
    words.insert(words.end(), call.arguments.begin(), call.arguments.end());
    std::vector<std::string> variables = call.environment;
    std::vector<char*> arguments = pointers_to(words);
    std::vector<char*> environment = pointers_to(variables);
    const int shown = call.shown_on >= 0 ? call.shown_on : out.fd();
    const Streams streams{.in = in.fd(),
                          .out = shown,
                          .errors = call.keeps_errors || call.shown_on >= 0 ? shown : quiet.fd(),
                          .open_until_end = call.shown_on >= 0 ? out.fd() : -1};
    const pid_t self = getpid();
    process_ = fork();
    if (process_ < 0) throw_errno("starting another program");
    if (process_ == 0)
      become(call.program.c_str(), arguments.data(), environment.data(), streams,
             call.max_memory_bytes, self);
    // Whichever of the two comes first.
    setpgid(process_, process_);
  }
  ~Running() { end(); }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  [[nodiscard]] bool has_ended() const {
    siginfo_t info{};
    return waitid(P_PID, static_cast<id_t>(process_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == process_;
  }
  /// Kill what is left of its group, which keeps its number until the program itself is waited for.
  int end() {
    if (process_ <= 0) return status_;
    kill(-process_, SIGKILL);
    while (waitpid(process_, &status_, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    return status_;
  }

 private:
  pid_t process_ = -1;
  int status_ = 0;
};

/// What one waits for, until when.
class Watch {
 public:
  explicit Watch(const Patience& patience)
      : end_(Clock::now() + patience.deadline), stop_(patience.stop) {}

  /// Wait until the descriptor (-1: none) can be read, or for `most_ms`. What ended the waiting for
  /// good, or nothing.
  std::optional<ProgramOutput::Ending> wait(int fd, int most_ms) const {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end_ - Clock::now()).count();
    if (left <= 0) return ProgramOutput::Ending::kDeadline;
    std::array<pollfd, 2> ends{pollfd{.fd = fd, .events = POLLIN, .revents = 0},
                               pollfd{.fd = stop_, .events = POLLIN, .revents = 0}};
    poll(ends.data(), ends.size(), static_cast<int>(std::min<std::int64_t>(left, most_ms)));
    if (ends[1].revents != 0) return ProgramOutput::Ending::kStopped;
    return {};
  }

 private:
  Clock::time_point end_;
  int stop_;
};

/// Until its end, with nothing waited for that is not there.
std::optional<ProgramOutput::Ending> read_all(int fd, const Watch& watch, std::size_t max_bytes,
                                              std::string& text) {
  constexpr int kLongMs = 60'000;
  std::array<char, 65536> part{};
  while (true) {
    const ssize_t size = read(fd, part.data(), part.size());
    if (size == 0) return {};
    if (size > 0) {
      text.append(part.data(), static_cast<std::size_t>(size));
      if (text.size() > max_bytes) return ProgramOutput::Ending::kTooMuch;
    } else if (errno == EAGAIN) {
      if (auto ending = watch.wait(fd, kLongMs)) return ending;
    } else if (errno != EINTR) {
      throw_errno("reading what another program prints");
    }
  }
}

}  // namespace

std::vector<std::string> absolute_path_folders() {
  const char* variable = std::getenv("PATH");
  std::string_view rest = variable != nullptr ? variable : "/usr/bin:/bin";
  std::vector<std::string> folders;
  while (!rest.empty()) {
    const std::string_view folder = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(folder.size() + 1, rest.size()));
    if (folder.starts_with('/')) folders.emplace_back(folder);
  }
  return folders;
}

std::optional<std::string> program_on_path(const std::string& name) {
  for (const std::string& folder : absolute_path_folders()) {
    std::string path = folder + "/" + name;
    if (access(path.c_str(), X_OK) == 0) return path;
  }
  return {};
}

ProgramOutput run_program(const ProgramCall& call) {
  const Watch watch(call.patience);
  std::array<int, 2> pipe{};
  const End in(memory_file(call.input));
  const End quiet(open("/dev/null", O_WRONLY | O_CLOEXEC));
  if (pipe2(pipe.data(), O_CLOEXEC) != 0) throw_errno("making a pipe");
  const End from(pipe[0]);
  End to(pipe[1]);
  fcntl(from.fd(), F_SETFL, O_NONBLOCK);

  Running running(call, in, to, quiet);
  to.close();
  ProgramOutput output;
  auto cut_short = read_all(from.fd(), watch, call.max_output_bytes, output.text);
  // Its output may have ended before itself.
  while (!cut_short && !running.has_ended()) cut_short = watch.wait(-1, kPauseMs);
  const int status = running.end();
  using enum ProgramOutput::Ending;
  output.ending = cut_short ? *cut_short : WIFEXITED(status) ? kExit : kSignal;
  output.status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  return output;
}

}  // namespace afresh

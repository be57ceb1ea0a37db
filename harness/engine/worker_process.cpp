// SPDX-License-Identifier: MIT
#include "harness/engine/worker_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <system_error>

namespace afresh::engine {
namespace {

// Room to work for a loaded machine before a worker that says nothing is called gone.
constexpr std::int64_t kGraceMilliseconds = 30'000;

constexpr blkcnt_t kMaxKeptObjects = blkcnt_t{64}
                                     << 20;  ///< bytes of a mapping between two requests

[[noreturn]] void throw_errno(int error, const char* what) {
  throw std::system_error(error, std::generic_category(), what);
}

// A worker begins with no signal blocked or ignored, whatever its coordinator does.
class SpawnAttributes {
 public:
  SpawnAttributes() {
    posix_spawnattr_init(&attributes_);
    sigset_t all;
    sigset_t none;
    sigfillset(&all);
    sigemptyset(&none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  ~SpawnAttributes() { posix_spawnattr_destroy(&attributes_); }
  SpawnAttributes(const SpawnAttributes&) = delete;
  SpawnAttributes& operator=(const SpawnAttributes&) = delete;
  [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

class SpawnActions {
 public:
  SpawnActions() { posix_spawn_file_actions_init(&actions_); }
  ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;
  void inherit(int fd, int as) { posix_spawn_file_actions_adddup2(&actions_, fd, as); }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_;
};

}  // namespace

WorkerProcess::Descriptor::~Descriptor() { close(fd_); }

WorkerProcess::WorkerProcess(const std::string& program, const worker::WorkerOptions& options,
                             int stop)
    : memory_(wire::Mapping::make_file()), mapping_(memory_.get()), stop_(stop) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw_errno(errno, "making the socket of a worker");
  }
  // The child's ends must not sit on the numbers they are moved to: dup2 onto itself keeps CLOEXEC.
  constexpr int kClear = 10;
  int theirs = fcntl(ends[1], F_DUPFD_CLOEXEC, kClear);
  int memory = fcntl(memory_.get(), F_DUPFD_CLOEXEC, kClear);
  close(ends[1]);
  socket_ = ends[0];
  SpawnActions actions;
  actions.inherit(theirs, worker::kSocketDescriptor);
  actions.inherit(memory, worker::kMappingDescriptor);

  std::vector<std::string> words = worker::arguments_for(worker::kWorkerRole, options);
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  std::string path = "PATH=/usr/bin:/bin";
  std::array<char*, 2> environment{path.data(), nullptr};
  SpawnAttributes attributes;
  int error = posix_spawn(&process_, program.c_str(), actions.get(), attributes.get(),
                          arguments.data(), environment.data());
  close(theirs);
  close(memory);
  if (error != 0) throw_errno(error, "starting a worker");
}

WorkerProcess::~WorkerProcess() {
  close(socket_);
  if (process_ <= 0) return;
  // A guard that is asked to end takes its worker along, in the middle of whatever it does.
  kill(process_, SIGTERM);
  while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

bool WorkerProcess::await_reply(std::int64_t patience_ms) const {
  auto begin = std::chrono::steady_clock::now();
  std::array<pollfd, 2> ends{pollfd{.fd = socket_, .events = POLLIN, .revents = 0},
                             pollfd{.fd = stop_, .events = POLLIN, .revents = 0}};
  while (true) {
    auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(
                      std::chrono::steady_clock::now() - begin)
                      .count();
    std::int64_t left = std::max<std::int64_t>(patience_ms - passed, 0);
    int ready = poll(ends.data(), ends.size(), static_cast<int>(left));
    if (ends[1].revents != 0) throw Interrupted();
    // Interrupted where this process was stopped and goes on: what came meanwhile is there.
    if (ready >= 0 || errno != EINTR) return ready > 0;
  }
}

Served WorkerProcess::serve(const wire::Request& request, std::int64_t deadline_ms) {
  mapping_.set_request(request);
  worker::Command command{.deadline_ms = deadline_ms};
  Served served;
  bool has_answered = send(socket_, &command, sizeof command, MSG_NOSIGNAL) == sizeof command &&
                      await_reply(deadline_ms + kGraceMilliseconds) &&
                      recv(socket_, &served.reply, sizeof served.reply, 0) == sizeof served.reply;
  if (!has_answered)
    throw WorkerGone("a worker process ended or stopped answering; see its message above");
  try {
    served.events = wire::decode_events(mapping_.events());
  } catch (const wire::DamagedBytes&) {
    served.is_damaged = true;
  } catch (...) {
    mapping_.forget();
    throw;
  }
  // A trial that wrote all over it must not take that memory for good.
  struct stat file {};
  constexpr blkcnt_t kBlockBytes = 512;
  bool is_large =
      fstat(memory_.get(), &file) == 0 && file.st_blocks * kBlockBytes > kMaxKeptObjects;
  if (is_large) mapping_.forget();
  return served;
}

}  // namespace afresh::engine

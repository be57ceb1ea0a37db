// SPDX-License-Identifier: MIT
#include "harness/worker/supervise.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <optional>

namespace afresh::worker {
namespace {

// Kill every direct child; with the subreaper flag orphans of a trial are direct children too.
bool kill_children() {
  int list = open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
  if (list < 0) return false;
  char buffer[4096];
  bool found = false;
  pid_t pid = 0;
  ssize_t size = 0;
  while ((size = read(list, buffer, sizeof buffer)) > 0) {
    for (ssize_t i = 0; i < size; ++i) {
      if (buffer[i] >= '0' && buffer[i] <= '9') {
        pid = pid * 10 + (buffer[i] - '0');
      } else if (pid > 0) {
        kill(pid, SIGKILL);
        found = true;
        pid = 0;
      }
    }
  }
  close(list);
  return found;
}

enum class Wait : std::uint8_t { kEnded, kDeadline, kExcess };

// Ordinary trials are over before anyone looks at what they take.
constexpr std::chrono::milliseconds kFirstLook{50};
constexpr std::chrono::milliseconds kBetweenLooks{25};

// `excess` is set with `kExcess`.
Wait wait_for(pid_t child, Clock::time_point deadline, const ResourceUsage& resource_usage,
              std::int32_t& excess) {
  auto descriptor = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
  pollfd ended{.fd = descriptor, .events = POLLIN, .revents = 0};
  Clock::time_point look = Clock::now() + kFirstLook;
  std::optional<Wait> result;
  while (!result) {
    Clock::time_point next = resource_usage.is_possible() ? std::min(look, deadline) : deadline;
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(next - Clock::now()).count();
    int ready = poll(&ended, 1, static_cast<int>(std::clamp<long>(left + 1, 0, 1'000'000)));
    if (ready > 0 || (ready < 0 && errno != EINTR)) result = Wait::kEnded;
    if (ready != 0) continue;
    if (Clock::now() >= deadline) {
      result = Wait::kDeadline;
    } else if (Clock::now() >= look) {
      excess = resource_usage.excess();
      if (excess != 0) result = Wait::kExcess;
      look = Clock::now() + kBetweenLooks;
    }
  }
  close(descriptor);
  return *result;
}

}  // namespace

void kill_descendants(bool owns_processes) {
  if (owns_processes) {
    while (kill(-1, SIGKILL) == 0) {
      while (waitpid(-1, nullptr, 0) > 0) {
      }
    }
    return;
  }
  // Children of what was killed are orphaned to us, alive, at any moment: never wait for more than
  // one before all are killed again.
  while (kill_children() && waitpid(-1, nullptr, 0) > 0) {
  }
}

Reply await_trial(pid_t child, Clock::time_point deadline, const ResourceUsage& resource_usage) {
  std::int32_t excess = 0;
  Wait wait = wait_for(child, deadline, resource_usage, excess);
  // All at once where that is possible: a parent that is gone may be what its children wait for.
  if (wait != Wait::kEnded) kill(resource_usage.is_possible() ? -1 : child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!resource_usage.is_possible()) kill(-child, SIGKILL);
  kill_descendants(resource_usage.is_possible());
  switch (wait) {
    case Wait::kDeadline: return {.ending = Ending::kDeadline, .status = SIGKILL};
    case Wait::kExcess: return {.ending = Ending::kSignal, .status = excess};
    case Wait::kEnded: break;
  }
  if (WIFSIGNALED(status)) return {.ending = Ending::kSignal, .status = WTERMSIG(status)};
  return {.ending = WEXITSTATUS(status) == 0 ? Ending::kCompleted : Ending::kExit,
          .status = WEXITSTATUS(status)};
}

}  // namespace afresh::worker

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

void leave_nothing_alive(pid_t group) {
  kill(-group, SIGKILL);
  // Each round kills one layer of a tree of processes; the next is orphaned to us.
  while (kill_children()) {
    while (waitpid(-1, nullptr, 0) > 0) {
    }
  }
}

bool ended_before(pid_t child, Clock::time_point deadline) {
  auto descriptor = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
  pollfd ended{.fd = descriptor, .events = POLLIN, .revents = 0};
  bool has_ended = false;
  while (!has_ended) {
    auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left < 0) break;
    int ready = poll(&ended, 1, static_cast<int>(std::min<long>(left + 1, 1'000'000)));
    if (ready < 0 && errno != EINTR) break;
    has_ended = ready > 0;
  }
  close(descriptor);
  return has_ended;
}

}  // namespace

Reply await_trial(pid_t child, Clock::time_point deadline) {
  bool has_ended = ended_before(child, deadline);
  if (!has_ended) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  leave_nothing_alive(child);
  if (!has_ended) return {.ending = Ending::kDeadline, .status = SIGKILL};
  if (WIFSIGNALED(status)) return {.ending = Ending::kSignal, .status = WTERMSIG(status)};
  return {.ending = WEXITSTATUS(status) == 0 ? Ending::kCompleted : Ending::kExit,
          .status = WEXITSTATUS(status)};
}

}  // namespace afresh::worker

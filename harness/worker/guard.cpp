// SPDX-License-Identifier: MIT
#include "harness/worker/guard.hpp"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <stdexcept>
#include <system_error>

#include "harness/worker/sandbox.hpp"
#include "harness/worker/supervise.hpp"

namespace afresh::worker {
namespace {

bool ended_well(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return process > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// The coordinator's end, and the worker's.
sigset_t awaited_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGCHLD);
  return signals;
}

[[noreturn]] void guard(pid_t worker, const std::string& folder) {
  // Where the worker is gone, its coordinator must see the other end closed.
  close(kSocketDescriptor);
  close(kMappingDescriptor);
  sigset_t awaited = awaited_signals();
  int status = 0;
  for (bool is_alive = true; is_alive;) {
    // The first process of a namespace takes all others of it along.
    if (sigwaitinfo(&awaited, nullptr) == SIGTERM) kill(worker, SIGKILL);
    for (pid_t ended = 0; (ended = waitpid(-1, &status, WNOHANG)) > 0;)
      is_alive = is_alive && ended != worker;
  }
  kill_descendants(false);
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  _exit(0);
}

WorkerEnvironment place_in(Sandbox sandbox, const std::string& folder,
                           const std::vector<std::string>& folders) {
  WorkerEnvironment place{.scratch = folder, .owns_processes = sandbox == Sandbox::kProcesses};
  if (place.owns_processes) place.last_pid = mount_private_proc();
  const bool has_disk =
      place.owns_processes ||
      (sandbox == Sandbox::kDisk && enter_namespaces(false) != NamespaceEntry::kNothing);
  if (!has_disk) return place;
  for (const PrivateDisk& disk : mount_private_disks(folders))
    place.disks += (place.disks.empty() ? "" : ":") + std::string(disk.path);
  if (!place.disks.empty()) place.scratch = kPrivateScratch;
  return place;
}

}  // namespace

// What is entered cannot be left again, so a process that ends right away tries first.
bool can_use_pid_namespace() {
  pid_t probe = fork();
  if (probe != 0) return ended_well(probe);
  if (enter_namespaces(true) == NamespaceEntry::kNothing) _exit(1);
  pid_t first = fork();
  if (first == 0) _exit(mount_private_proc() >= 0 && !mount_private_disks({}).empty() ? 0 : 1);
  _exit(ended_well(first) ? 0 : 1);
}

WorkerEnvironment enter_sandbox(const WorkerOptions& options,
                                const std::vector<std::string>& folders) {
  // Away from the coordinator's terminal: what is typed there is for the coordinator alone.
  setsid();
  close_range(kMappingDescriptor + 1, ~0U, 0);  // what the coordinator's caller left open
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  Sandbox sandbox = options.sandbox;
  NamespaceEntry entered = NamespaceEntry::kNothing;
  if (sandbox == Sandbox::kProcesses && can_use_pid_namespace()) entered = enter_namespaces(true);
  if (sandbox == Sandbox::kProcesses && entered == NamespaceEntry::kNothing)
    sandbox = Sandbox::kDisk;
  if (options.without_network && !leave_network())
    throw std::runtime_error("no network of its own is allowed for a trial here");
  sigset_t awaited = awaited_signals();
  sigprocmask(SIG_BLOCK, &awaited, nullptr);
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  pid_t worker = fork();
  if (worker < 0) throw std::system_error(errno, std::generic_category(), "starting a worker");
  if (worker > 0) guard(worker, options.folder);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  sigprocmask(SIG_UNBLOCK, &awaited, nullptr);
  int niceness = raise_priority();
  WorkerEnvironment place = place_in(sandbox, options.folder, folders);
  place.niceness = niceness;
  place.owns_user = entered == NamespaceEntry::kByItsOwnUser;
  return place;
}

}  // namespace afresh::worker

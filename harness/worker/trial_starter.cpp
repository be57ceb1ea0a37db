// SPDX-License-Identifier: MIT
#include "harness/worker/trial_starter.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

#include "harness/values/limits.hpp"
#include "harness/worker/sandbox.hpp"

namespace afresh::worker {
namespace {

void set_limits(bool owns_user) {
  rlimit none{.rlim_cur = 0, .rlim_max = 0};
  setrlimit(RLIMIT_CORE, &none);
  // Binds no root user; and where it counted the user's other processes, it would bind too soon.
  rlimit processes{.rlim_cur = 4 * kMaxProcesses, .rlim_max = 4 * kMaxProcesses};
  if (owns_user) setrlimit(RLIMIT_NPROC, &processes);
  // Whatever the caller's is.
  rlimit files{.rlim_cur = 1024, .rlim_max = 1024};
  setrlimit(RLIMIT_NOFILE, &files);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  rlimit memory{.rlim_cur = kMaxMemoryBytes, .rlim_max = kMaxMemoryBytes};
  setrlimit(RLIMIT_AS, &memory);
#endif
}

}  // namespace

void begin_trial(const WorkerEnvironment& environment, int quiet) {
  setpgid(0, 0);
  setpriority(PRIO_PROCESS, 0, environment.niceness);
  drop_privileges();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  set_limits(environment.owns_user);
  for (int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(quiet, standard);
}

}  // namespace afresh::worker

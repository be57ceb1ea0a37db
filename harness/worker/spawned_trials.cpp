// SPDX-License-Identifier: MIT
#include "harness/worker/spawned_trials.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "harness/worker/launch.hpp"

namespace afresh::worker {

SpawnedTrials::SpawnedTrials(const WorkerOptions& options, const WorkerEnvironment& environment)
    : options_(options), environment_(environment), quiet_(open("/dev/null", O_RDWR | O_CLOEXEC)) {}

pid_t SpawnedTrials::start() {
  pid_t child = fork();
  if (child != 0) return child;
  begin_trial(environment_, quiet_);
  close(kSocketDescriptor);
  launch(kTrialRole, options_, environment_);
  _exit(127);
}

}  // namespace afresh::worker

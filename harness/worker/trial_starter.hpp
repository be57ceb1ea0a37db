// How the process of a trial begins: forked from a prepared interpreter, or a new program.
// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include "harness/worker/worker_environment.hpp"

namespace afresh::worker {

class TrialStarter {
 public:
  virtual ~TrialStarter() = default;
  /// Begin the process that serves the request in the mapping. Gives its number, or -1: there is no
  /// process to be had.
  virtual pid_t start() = 0;
};

/// What every trial's process does first, before any code of the subject runs. `quiet`: a
/// descriptor of /dev/null.
void begin_trial(const WorkerEnvironment& environment, int quiet);

}  // namespace afresh::worker

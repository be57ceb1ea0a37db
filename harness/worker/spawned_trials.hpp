// Trials that are new programs: nothing of an interpreter is prepared.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/worker/protocol.hpp"
#include "harness/worker/trial_starter.hpp"

namespace afresh::worker {

class SpawnedTrials final : public TrialStarter {
 public:
  /// Both outlive it.
  SpawnedTrials(const WorkerOptions& options, const WorkerEnvironment& environment);

  pid_t start() override;

 private:
  const WorkerOptions& options_;
  const WorkerEnvironment& environment_;
  int quiet_;
};

}  // namespace afresh::worker

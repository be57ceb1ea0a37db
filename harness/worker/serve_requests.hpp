// A worker's loop: begins a process for each request and watches over it. Single-threaded, and
// allocates nothing between trials: a zygote's heap must look alike before each of them.
// SPDX-License-Identifier: MIT
#pragma once

#include "harness/wire/mapping.hpp"
#include "harness/worker/protocol.hpp"
#include "harness/worker/resource_usage.hpp"
#include "harness/worker/scratch.hpp"
#include "harness/worker/trial_starter.hpp"

namespace afresh::worker {

class Worker {
 public:
  /// All outlive it.
  Worker(const WorkerOptions& options, const WorkerEnvironment& environment, const Scratch& scratch,
         wire::Mapping& mapping, TrialStarter& trials);

  /// Serve until the coordinator closes its end.
  void run();

 private:
  Reply serve(const Command& command);
  void restart_pids() const;

  const WorkerOptions& options_;
  const WorkerEnvironment& environment_;
  const Scratch& scratch_;
  wire::Mapping& mapping_;
  TrialStarter& trials_;
  ResourceUsage resource_usage_;
};

}  // namespace afresh::worker

// SPDX-License-Identifier: MIT
#include "harness/worker/serve_requests.hpp"

#include <unistd.h>

#include <array>
#include <cstdio>

#include "harness/worker/supervise.hpp"

namespace afresh::worker {
namespace {

constexpr int kMaxRestarts = 50;  ///< of one script; each reload and disable may ask for one

}  // namespace

Worker::Worker(const WorkerOptions& options, const WorkerEnvironment& environment,
               const Scratch& scratch, wire::Mapping& mapping, TrialStarter& trials)
    : options_(options),
      environment_(environment),
      scratch_(scratch),
      mapping_(mapping),
      trials_(trials),
      resource_usage_(environment.owns_processes) {}

void Worker::run() {
  Command command;
  while (read(kSocketDescriptor, &command, sizeof command) == sizeof command) {
    // A folder is shared with the worker_pool's other workers, of which one serves at a time.
    if (!scratch_.is_own()) scratch_.clear();
    Reply reply = serve(command);
    if (write(kSocketDescriptor, &reply, sizeof reply) != sizeof reply) return;
    // While the coordinator judges, and in nobody's time: a trial may have left very much.
    if (scratch_.is_own()) scratch_.clear();
  }
}

Reply Worker::serve(const Command& command) {
  Clock::time_point begin = Clock::now();
  Clock::time_point deadline = begin + std::chrono::milliseconds(command.deadline_ms);
  Reply reply;
  restart_pids();
  // One deadline covers a trial with all its successors.
  for (int restarts = 0; restarts <= kMaxRestarts; ++restarts) {
    pid_t child = trials_.start();
    // No process to be had: the coordinator starts another worker. Signals to -1 go to everybody.
    if (child < 0) _exit(1);
    setpgid(child, child);
    reply = await_trial(child, deadline, resource_usage_);
    bool is_handed_over = reply.ending == Ending::kCompleted && mapping_.handover_requested();
    if (!is_handed_over) break;
  }
  reply.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
  return reply;
}

// Numbers of processes would differ from run to run with all that ran before. The variants have
// different ones on purpose, next to each other and of another length: what is made of a number
// is masked, as it is on a machine. A successor, and whatever a trial starts, gets the next ones.
void Worker::restart_pids() const {
  if (environment_.last_pid < 0) return;
  std::array<char, 16> text{};
  int size = std::snprintf(text.data(), text.size(), "%d", options_.first_pid - 1);
  if (pwrite(environment_.last_pid, text.data(), static_cast<std::size_t>(size), 0) != size)
    _exit(1);
}

}  // namespace afresh::worker

// SPDX-License-Identifier: MIT
#include "harness/worker/prepared_agent.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "harness/agent/agent.hpp"
#include "harness/agent/serve.hpp"
#include "harness/python/ref.hpp"
#include "harness/worker/scratch.hpp"
#include "harness/worker/serve_requests.hpp"

namespace afresh::worker {
namespace {

agent::AgentOptions agent_options(const WorkerOptions& options,
                                  const WorkerEnvironment& environment) {
  const std::string& root = environment.scratch;
  return {
      .scratch = {.addons = root + "/addons", .home = root + "/home", .temporary = root + "/tmp"},
      .is_aged = options.is_aged,
      .host = options.host,
      .path = options.path};
}

class ForkedTrials final : public TrialStarter {
 public:
  ForkedTrials(const WorkerOptions& options, const WorkerEnvironment& environment,
               wire::Mapping& mapping)
      : environment_(environment),
        mapping_(mapping),
        quiet_(open("/dev/null", O_RDWR | O_CLOEXEC)),
        agent_(agent_options(options, environment)) {}

  pid_t start() override {
    PyOS_BeforeFork();
    pid_t child = fork();
    if (child != 0) {
      PyOS_AfterFork_Parent();
      return child;
    }
    PyOS_AfterFork_Child();
    begin_trial(environment_, quiet_);
    close_range(kSocketDescriptor, ~0U, 0);
    agent_.after_fork();
    agent::serve(agent_, mapping_);
    _exit(0);
  }

 private:
  const WorkerEnvironment& environment_;
  wire::Mapping& mapping_;
  int quiet_;
  agent::Agent agent_;
};

}  // namespace

void run_forking_worker(const WorkerOptions& options, const WorkerEnvironment& environment) {
  wire::Mapping mapping(kMappingDescriptor);
  Scratch scratch(environment);
  scratch.clear();
  ForkedTrials trials(options, environment, mapping);
  // From here on the heap must look alike before every trial.
  scratch.clear();
  Worker(options, environment, scratch, mapping, trials).run();
}

void run_spawned_trial(const WorkerOptions& options, const WorkerEnvironment& environment) {
  wire::Mapping mapping(kMappingDescriptor);
  close(kMappingDescriptor);
  agent::Agent agent(agent_options(options, environment));
  agent::serve(agent, mapping);
  _exit(0);
}

}  // namespace afresh::worker

// SPDX-License-Identifier: MIT
#include "harness/worker/worker.hpp"

#include <sys/personality.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <span>
#include <string_view>
#include <system_error>

#include "harness/python/interpreter.hpp"
#include "harness/wire/mapping.hpp"
#include "harness/worker/guard.hpp"
#include "harness/worker/launch.hpp"
#include "harness/worker/prepared_agent.hpp"
#include "harness/worker/protocol.hpp"
#include "harness/worker/serve_requests.hpp"
#include "harness/worker/spawned_trials.hpp"
#include "harness/worker/wall_clock.hpp"

namespace afresh::worker {
namespace {

constexpr int kRoleArguments = 2;  ///< the name of the program, and the role

using Words = std::span<const char* const>;

// Addresses decide the order of sets of classes: without randomisation they repeat from run to run.
void fix_addresses(char** argv) {
  constexpr unsigned long kAsk = 0xffffffff;
  int current = personality(kAsk);
  if (current < 0 || (current & ADDR_NO_RANDOMIZE) != 0) return;
  if (personality(static_cast<unsigned long>(current) | ADDR_NO_RANDOMIZE) < 0) return;
  execv("/proc/self/exe", argv);
}

void run_spawning_worker(const WorkerOptions& options, const WorkerEnvironment& environment) {
  wire::Mapping mapping(kMappingDescriptor);
  Scratch scratch(environment);
  scratch.clear();
  SpawnedTrials trials(options, environment);
  Worker(options, environment, scratch, mapping, trials).run();
}

void be_worker(const WorkerOptions& options) {
  WorkerEnvironment environment = enter_sandbox(options, folders_needed(options));
  set_variables(environment);
  if (options.tier == WorkerOptions::Tier::kSpawn) return run_spawning_worker(options, environment);
  if (options.program.empty()) {
    const py::Interpreter interpreter(
        {.executable = AFRESH_PYTHON, .hash_seed = options.hash_seed});
    return run_forking_worker(options, environment);
  }
  // A program may write to its folders as soon as it begins.
  Scratch(environment).clear();
  launch(kWorkerRole, options, environment);
  throw std::system_error(errno, std::generic_category(), "starting " + options.program);
}

void be_trial(const WorkerOptions& options, const WorkerEnvironment& environment) {
  const py::Interpreter interpreter({.executable = AFRESH_PYTHON, .hash_seed = options.hash_seed});
  run_spawned_trial(options, environment);
}

}  // namespace

bool is_worker(int argc, char** argv) {
  return argc > kRoleArguments &&
         (std::string_view(argv[1]) == kWorkerRole || std::string_view(argv[1]) == kTrialRole);
}

int worker_main(int argc, char** argv) {
  try {
    Words words = Words(argv, static_cast<std::size_t>(argc)).subspan(kRoleArguments);
    auto mark = std::ranges::find(words, std::string_view(kEnvironmentFollows));
    WorkerOptions options = decode_options({words.begin(), mark});
    // Before there is an interpreter: what that imports may note the time too.
    if (options.is_aged) skew_wall_clock(kClockOfTheAged);
    if (std::string_view(argv[1]) == kTrialRole)
      be_trial(options, decode_environment({mark + 1, words.end()}));
    fix_addresses(argv);
    be_worker(options);
    _exit(0);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "afresh worker: %s\n", error.what());
    _exit(3);
  }
}

}  // namespace afresh::worker

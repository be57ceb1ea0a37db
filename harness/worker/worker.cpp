// SPDX-License-Identifier: MIT
#include "harness/worker/worker.hpp"

#include <fcntl.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/agent/agent.hpp"
#include "harness/agent/serve.hpp"
#include "harness/python/interpreter.hpp"
#include "harness/python/ref.hpp"
#include "harness/values/limits.hpp"
#include "harness/wire/mapping.hpp"
#include "harness/worker/guard.hpp"
#include "harness/worker/protocol.hpp"
#include "harness/worker/resource_usage.hpp"
#include "harness/worker/supervise.hpp"
#include "harness/worker/wall_clock.hpp"

namespace afresh::worker {
namespace {

constexpr int kRoleArguments = 2;  ///< the name of the program, and the role

constexpr int kMaxRestarts = 50;  ///< of one script; each reload and disable may ask for one

// Another day, hour, minute and second: all that a module may note of the time it was loaded at.
// Back and not forth, so that a wait until some time of day ends.
constexpr long kClockOfTheAged = -(3 * 86400 + 5 * 3600 + 17 * 60 + 29);

// The same environment for every trial, whatever the caller's.
void set_environment(const std::string& root) {
  clearenv();
  setenv("PATH", "/usr/bin:/bin", 1);
  setenv("LANG", "C.UTF-8", 1);
  setenv("HOME", (root + "/home").c_str(), 1);
  setenv("TMPDIR", (root + "/tmp").c_str(), 1);
  setenv("XDG_CACHE_HOME", (root + "/home/.cache").c_str(), 1);
  setenv("XDG_CONFIG_HOME", (root + "/home/.config").c_str(), 1);
  setenv("XDG_DATA_HOME", (root + "/home/.local/share").c_str(), 1);
  umask(022);
}

// An interpreter with the agent in it, as one.
class PreparedInterpreter {
 public:
  PreparedInterpreter(const WorkerOptions& options, const std::string& root)
      : interpreter_({.executable = AFRESH_PYTHON, .hash_seed = options.hash_seed}),
        agent_({.scratch = {.addons = root + "/addons",
                            .home = root + "/home",
                            .temporary = root + "/tmp"},
                .is_aged = options.is_aged,
                .host = options.host,
                .path = options.path}) {}
  agent::Agent& agent() { return agent_; }

 private:
  py::Interpreter interpreter_;
  agent::Agent agent_;
};

class Worker {
 public:
  explicit Worker(const WorkerOptions& options)
      : options_(options),
        place_(enter_sandbox(options)),
        resource_usage_(place_.owns_processes),
        mapping_(kMappingDescriptor),
        quiet_(open("/dev/null", O_RDWR | O_CLOEXEC)) {
    set_environment(place_.scratch.root());
    place_.scratch.clear();
    // From here on a fork tier's heap must look alike before every trial.
    if (options.tier == WorkerOptions::Tier::kFork)
      prepared_ = std::make_unique<PreparedInterpreter>(options, place_.scratch.root());
    place_.scratch.clear();
  }

  /// Serve until the coordinator closes its end.
  void run() {
    Command command;
    while (read(kSocketDescriptor, &command, sizeof command) == sizeof command) {
      // A folder is shared with the worker_pool's other workers, of which one serves at a time.
      if (!place_.scratch.is_own()) place_.scratch.clear();
      Reply reply = serve(command);
      if (write(kSocketDescriptor, &reply, sizeof reply) != sizeof reply) return;
      // While the coordinator judges, and in nobody's time: a trial may have left very much.
      if (place_.scratch.is_own()) place_.scratch.clear();
    }
  }

 private:
  Reply serve(const Command& command) {
    Clock::time_point begin = Clock::now();
    Clock::time_point deadline = begin + std::chrono::milliseconds(command.deadline_ms);
    Reply reply;
    restart_pids();
    // One deadline covers a trial with all its successors.
    for (int restarts = 0; restarts <= kMaxRestarts; ++restarts) {
      pid_t child = prepared_ ? fork_trial() : spawn_trial();
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
  void restart_pids() const {
    if (place_.last_pid < 0) return;
    std::array<char, 16> text{};
    int size = std::snprintf(text.data(), text.size(), "%d", options_.first_pid - 1);
    if (pwrite(place_.last_pid, text.data(), static_cast<std::size_t>(size), 0) != size) _exit(1);
  }

  void set_limits() const {
    rlimit none{.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
    // Binds no root user; and where it counted the user's other processes, it would bind too soon.
    rlimit processes{.rlim_cur = 4 * kMaxProcesses, .rlim_max = 4 * kMaxProcesses};
    if (place_.owns_user) setrlimit(RLIMIT_NPROC, &processes);
    // Whatever the caller's is.
    rlimit files{.rlim_cur = 1024, .rlim_max = 1024};
    setrlimit(RLIMIT_NOFILE, &files);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    rlimit memory{.rlim_cur = kMaxMemoryBytes, .rlim_max = kMaxMemoryBytes};
    setrlimit(RLIMIT_AS, &memory);
#endif
  }

  // What every trial process does first, before any code of the subject runs.
  void begin_trial() const {
    setpgid(0, 0);
    setpriority(PRIO_PROCESS, 0, place_.niceness);
    drop_privileges();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    set_limits();
    for (int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(quiet_, standard);
  }

  pid_t fork_trial() {
    PyOS_BeforeFork();
    pid_t child = fork();
    if (child != 0) {
      PyOS_AfterFork_Parent();
      return child;
    }
    PyOS_AfterFork_Child();
    begin_trial();
    close_range(kSocketDescriptor, ~0U, 0);
    prepared_->agent().after_fork();
    agent::serve(prepared_->agent(), mapping_);
    _exit(0);
  }

  pid_t spawn_trial() const {
    pid_t child = fork();
    if (child != 0) return child;
    begin_trial();
    close(kSocketDescriptor);
    WorkerOptions options = options_;
    options.folder = place_.scratch.root();
    std::vector<std::string> words = arguments_for(kTrialRole, options);
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    execv("/proc/self/exe", arguments.data());
    _exit(127);
  }

  const WorkerOptions& options_;
  WorkerEnvironment place_;
  ResourceUsage resource_usage_;
  wire::Mapping mapping_;
  int quiet_;
  std::unique_ptr<PreparedInterpreter> prepared_;
};

// Addresses decide the order of sets of classes: without randomisation they repeat from run to run.
void fix_addresses(char** argv) {
  constexpr unsigned long kAsk = 0xffffffff;
  int current = personality(kAsk);
  if (current < 0 || (current & ADDR_NO_RANDOMIZE) != 0) return;
  if (personality(static_cast<unsigned long>(current) | ADDR_NO_RANDOMIZE) < 0) return;
  execv("/proc/self/exe", argv);
}

int run_spawned_trial(const WorkerOptions& options) {
  wire::Mapping mapping(kMappingDescriptor);
  close(kMappingDescriptor);
  PreparedInterpreter prepared(options, options.folder);
  agent::serve(prepared.agent(), mapping);
  _exit(0);
}

}  // namespace

bool is_worker(int argc, char** argv) {
  return argc > kRoleArguments &&
         (std::string_view(argv[1]) == kWorkerRole || std::string_view(argv[1]) == kTrialRole);
}

int worker_main(int argc, char** argv) {
  try {
    WorkerOptions options = decode_options(
        std::span<const char* const>(argv, static_cast<std::size_t>(argc)).subspan(kRoleArguments));
    // Before there is an interpreter: what that imports may note the time too.
    if (options.is_aged) skew_wall_clock(kClockOfTheAged);
    if (std::string_view(argv[1]) == kTrialRole) return run_spawned_trial(options);
    fix_addresses(argv);
    Worker(options).run();
    _exit(0);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "afresh worker: %s\n", error.what());
    _exit(3);
  }
}

}  // namespace afresh::worker

// One thread's set of worker processes, started when first needed: the base ones that run trials
// and references A, and those of references B and C. Serves scripts; judges nothing.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>

#include "harness/engine/worker_process.hpp"
#include "harness/values/result.hpp"

namespace afresh::engine {

enum class StartMethod { kFork, kSpawn };

/// Which kind of process runs a script.
enum class Variant {
  kBase,              ///< the trial's seed, young heap
  kOtherSeed,         ///< reference B
  kAged,              ///< reference C: another seed, perturbed heap, aged, another day
  kOtherStartMethod,  ///< the other tier of isolation with another seed (the null test of restarts)
  kSecond,  ///< an independent zygote with another seed: what fails is run there once more
};

struct WorkerPoolOptions {
  std::string program;  ///< this executable
  StartMethod isolation = StartMethod::kFork;
  std::uint32_t seed = 0;        ///< hash seed of the base variant; the others derive theirs
  std::int64_t deadline_ms = 0;  ///< of one script with all its successors
  int stop =
      -1;  ///< a descriptor that is readable once all is to end; then `Interrupted` is thrown
  worker::Sandbox sandbox = worker::Sandbox::kProcesses;  ///< the first that is tried
  bool without_network = false;  ///< for trials; `worker::can_leave_network` says where
  std::string path = {};         ///< folders that trials can import from too, with ':' between them
  /// Where trials of a host run, if not in the embedded interpreter.
  std::map<HostKind, worker::Interpreter> interpreters = {};
};

/// What is thrown where no worker serves anything: that is no fault of a case, and no case can be
/// judged.
class NoWorker : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Where one is thrown of what its functions throw, it can be asked again.
class WorkerPool {
 public:
  explicit WorkerPool(WorkerPoolOptions options);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Execute a script. An error is a sentence about the strategy that could not be loaded.
  Result<Observation> run(const Script& script, Variant variant);
  /// One version's files as the strategy adapts them; as they are for one that adapts nothing.
  /// In the host that it is for: a strategy may import what only that has.
  Result<std::map<std::string, std::string>> adapt(const StrategySource& strategy,
                                                   const std::map<std::string, std::string>& files,
                                                   HostKind host);
  Result<wire::StrategyDescription> describe(const StrategySource& strategy, HostKind host);
  /// Facts of Python sources; texts seen before are answered from memory.
  SourceFacts facts(const std::map<std::string, std::string>& sources);

 private:
  /// Each host has workers of its own: what one offers, add-ons of another must not find.
  using Kind = std::pair<HostKind, Variant>;
  WorkerProcess& worker(const Kind& kind);
  Served serve(const wire::Request& request, const Kind& kind);
  /// Whether a new worker of that kind serves anything at all.
  bool has_worker(const Kind& kind);

  WorkerPoolOptions options_;
  std::string folder_;  ///< the scratch of workers that can have no disk of their own
  std::map<Kind, std::unique_ptr<WorkerProcess>> workers_;
  std::set<Kind> proven_;  ///< those whose worker has served something
  /// By source text; empty where nothing could read it.
  std::map<std::string, std::optional<std::vector<BindingFact>>> known_facts_;
  std::map<std::tuple<HostKind, std::string, std::string>, wire::StrategyDescription> described_;
};

}  // namespace afresh::engine

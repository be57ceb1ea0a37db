// SPDX-License-Identifier: MIT
#include "harness/engine/worker_pool.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <random>
#include <system_error>

#include "harness/engine/assemble_observation.hpp"
#include "harness/engine/plan.hpp"

namespace afresh::engine {
namespace {

// The name of a folder that is not there: most workers have a disk of their own and make none.
std::string folder_for_scratch() {
  std::random_device random;
  return std::filesystem::temp_directory_path() /
         fmt::format("afresh.{:08x}{:08x}", random(), random());
}

// The number of each trial's process, where processes have numbers of their own. B's is next to
// A's: they differ in whatever is made of them, if only in odd and even. C's has another length
// too.
std::int32_t first_pid(Variant variant) {
  switch (variant) {
    case Variant::kBase: return 301;
    case Variant::kOtherSeed: return 302;
    case Variant::kSecond: return 303;
    case Variant::kAged: return 1'013;
    case Variant::kOtherStartMethod: return 401;
  }
  return 0;
}

// Two lists of folders as one.
std::string joined(const std::string& first, const std::string& second) {
  return first + (first.empty() || second.empty() ? "" : ":") + second;
}

// Questions about sources are no host's business; one host's workers answer them.
constexpr std::pair kForSources{HostKind::kPlain, Variant::kBase};

// The only event of its type, or the sentence that says why there is none.
template <typename Event>
Result<Event> answer(Served served, const std::string& what) {
  for (wire::Event& event : served.events) {
    if (auto* failed = std::get_if<wire::RequestFailed>(&event)) return Error{failed->message};
    if (auto* found = std::get_if<Event>(&event)) return std::move(*found);
  }
  return Error{what +
               ": the process that should answer ended without one; expected code that neither "
               "exits nor hangs"};
}

}  // namespace

WorkerPool::WorkerPool(WorkerPoolOptions options)
    : options_(std::move(options)), folder_(folder_for_scratch()) {}

WorkerPool::~WorkerPool() {
  workers_.clear();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

WorkerProcess& WorkerPool::worker(const Kind& kind) {
  const auto [host, variant] = kind;
  std::unique_ptr<WorkerProcess>& worker = workers_[kind];
  if (worker) return *worker;
  const auto found = options_.interpreters.find(host);
  const worker::Interpreter interpreter =
      found == options_.interpreters.end() ? worker::Interpreter() : found->second;
  try {
    bool is_fork =
        (options_.isolation == StartMethod::kFork) != (variant == Variant::kOtherStartMethod);
    // Seed 0 would switch randomisation off, which no host does.
    std::uint32_t seed = options_.seed % 4'000'000'000U + 1 + static_cast<std::uint32_t>(variant);
    worker = std::make_unique<WorkerProcess>(
        options_.program,
        worker::WorkerOptions{.tier = is_fork ? worker::WorkerOptions::Tier::kFork
                                              : worker::WorkerOptions::Tier::kSpawn,
                              .hash_seed = seed,
                              .is_aged = variant == Variant::kAged,
                              .folder = folder_,
                              .sandbox = options_.sandbox,
                              .first_pid = first_pid(variant),
                              .without_network = options_.without_network,
                              .host = host,
                              .path = joined(interpreter.path, options_.path),
                              .program = interpreter.program,
                              .is_application = interpreter.is_application},
        options_.stop);
  } catch (const std::system_error& error) {
    // Where some have been started, the machine has no room for another one just now.
    if (proven_.empty()) throw NoWorker(error.what());
    throw;
  }
  return *worker;
}

Served WorkerPool::serve(const wire::Request& request, const Kind& kind) {
  WorkerProcess& process = worker(kind);
  try {
    Served served = process.serve(request, options_.deadline_ms);
    proven_.insert(kind);
    return served;
  } catch (const WorkerGone& gone) {
    // A worker that is gone, whatever took it, costs this run and not the others: the next one gets
    // a new worker.
    workers_.erase(kind);
    // Where even that serves nothing, it is no fault of a trial.
    if (!proven_.contains(kind) && !has_worker(kind)) throw NoWorker(gone.what());
    return {.events = {}, .reply = {.ending = Ending::kSignal, .status = SIGKILL}};
  }
}

bool WorkerPool::has_worker(const Kind& kind) {
  try {
    worker(kind).serve(wire::DescribeRequest{kNoStrategy}, options_.deadline_ms);
    proven_.insert(kind);
    return true;
  } catch (const WorkerGone&) {
    workers_.erase(kind);
    return false;
  }
}

Result<Observation> WorkerPool::run(const Script& script, Variant variant) {
  Served served = serve(script, {script.host, variant});
  for (const wire::Event& event : served.events) {
    if (const auto* failed = std::get_if<wire::RequestFailed>(&event))
      return Error{failed->message};
  }
  return assemble_observation(script, std::move(served), folder_);
}

Result<std::map<std::string, std::string>> WorkerPool::adapt(
    const StrategySource& strategy, const std::map<std::string, std::string>& files,
    HostKind host) {
  Result<wire::StrategyDescription> described = describe(strategy, host);
  if (!described) return described.error();
  if (!described->adapts) return files;
  auto adapted = answer<wire::AdaptedFiles>(
      serve(wire::AdaptRequest{.strategy = strategy, .files = files}, {host, Variant::kBase}),
      strategy.place() + ": adapt()");
  if (!adapted) return adapted.error();
  return std::move(adapted->files);
}

Result<wire::StrategyDescription> WorkerPool::describe(const StrategySource& strategy,
                                                       HostKind host) {
  // Of one's own strategy another text may come under the same name.
  const std::tuple key{host, strategy.name, strategy.source};
  auto known = described_.find(key);
  if (known != described_.end()) return known->second;
  auto described = answer<wire::StrategyDescription>(
      serve(wire::DescribeRequest{strategy}, {host, Variant::kBase}), strategy.place());
  if (described) described_.emplace(key, *described);
  return described;
}

SourceFacts WorkerPool::facts(const std::map<std::string, std::string>& sources) {
  wire::FactsRequest unknown;
  for (const auto& [path, text] : sources) {
    if (path.ends_with(".py") && !known_facts_.contains(text)) unknown.sources.emplace(path, text);
  }
  if (!unknown.sources.empty()) {
    auto found = answer<SourceFacts>(serve(unknown, kForSources), "source facts");
    for (const auto& [path, text] : unknown.sources) {
      auto& known = known_facts_[text];
      if (found && found->files.contains(path)) known = found->files.at(path);
    }
  }
  SourceFacts facts;
  for (const auto& [path, text] : sources) {
    if (!path.ends_with(".py")) continue;
    if (const auto& known = known_facts_.at(text)) {
      facts.files[path] = *known;
    } else {
      facts.unread.push_back(path);
    }
  }
  return facts;
}

}  // namespace afresh::engine

// How much more than CPython itself a trial costs, by size of the add-on. The floor is measured in
// the same run: import and register the modules of each version, from source, nothing else.
// Usage: bench_afresh [--benchmark_filter=…]; counters `floor_ms`, `ratio` and `exponent` are the
// figures to quote. SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>

#include <cmath>
#include <filesystem>
#include <iterator>
#include <map>
#include <memory>

#include "generators/generate.hpp"
#include "harness/agent/agent.hpp"
#include "harness/agent/layout.hpp"
#include "harness/agent/snapshot/snapshot.hpp"
#include "harness/engine/compare.hpp"
#include "harness/engine/plan.hpp"
#include "harness/python/interpreter.hpp"
#include "tests/benchmarks/milliseconds.hpp"

namespace fs = std::filesystem;

namespace afresh {
namespace {

constexpr std::uint64_t kSeed = 1;
// In memory, as a worker's private disk is.
constexpr const char* kScratch = "/dev/shm/afresh-bench";

const Case& cached_case(int modules) {
  static std::map<int, Case> cases;
  auto found = cases.find(modules);
  if (found == cases.end())
    found = cases.emplace(modules, generate_sized_case(modules, kSeed)).first;
  return found->second;
}

// An interpreter of the benchmark's own, for what is measured without a process around it.
class Bench {
 public:
  Bench() : root_(kScratch), interpreter_({.executable = AFRESH_PYTHON, .hash_seed = 1}) {
    fs::remove_all(root_);
    for (const char* folder : {"addons", "home", "tmp"}) fs::create_directories(root_ / folder);
    agent_ = std::make_unique<agent::Agent>(agent::AgentOptions{
        .scratch = {
            .addons = root_ / "addons", .home = root_ / "home", .temporary = root_ / "tmp"}});
  }
  ~Bench() { fs::remove_all(root_); }
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;

  agent::Agent& agent() { return *agent_; }

  /// Version 1 on an empty disk, or what the version changes over what is there.
  void lay_out(const Case& a_case, int version) {
    agent::Layout layout(root_ / "addons");
    if (version == 1) layout.wipe();
    for (const Version& step : a_case.versions) {
      if (step.number == version) layout.write({.changes = step.changes, .second = version});
    }
    py::own(PyObject_CallMethod(py::import("importlib").get(), "invalidate_caches", nullptr));
  }
  void enable(const Case& a_case) { agent_->host().enable(a_case.addons.front()); }
  void forget(const Case& a_case) {
    agent_->host().disable(a_case.addons.front());
    agent::Ownership ownership(a_case.addons, (root_ / "addons").string());
    for (const agent::OwnedModule& module : ownership.owned_modules()) {
      PyDict_DelItemString(PyImport_GetModuleDict(), module.key.c_str());
    }
    py::own(PyObject_CallMethod(py::import("gc").get(), "collect", nullptr));
  }

 private:
  fs::path root_;
  py::Interpreter interpreter_;
  std::unique_ptr<agent::Agent> agent_;
};

Bench& bench() {
  static Bench bench;
  return bench;
}

// What CPython must do: both versions imported and registered, the first from source, of the
// second what the edit changed from source and the rest from bytecode.
double floor_ms(const Case& a_case) {
  double total = 0;
  for (int version : {1, 2}) {
    bench().lay_out(a_case, version);
    total += milliseconds([&] { bench().enable(a_case); });
    bench().forget(a_case);
  }
  return total;
}

double median_floor_ms(const Case& a_case) {
  std::vector<double> floors;
  for (int i = 0; i < 15; ++i) floors.push_back(floor_ms(a_case));
  std::ranges::nth_element(floors, floors.begin() + 7);
  return floors[7];
}

// The exponent with which the time has grown from the next smaller size of the same benchmark on: 1
// where twice the modules take twice the time. A run with a filter on one size gives none.
void report_growth(benchmark::State& state, const std::string& name, double ms) {
  static std::map<std::string, std::map<std::int64_t, double>> known;
  std::map<std::int64_t, double>& by_size = known[name];
  std::int64_t size = state.range(0);
  by_size[size] = ms;
  auto here = by_size.find(size);
  if (here == by_size.begin()) return;
  auto before = std::prev(here);
  state.counters["exponent"] =
      std::log(ms / before->second) /
      std::log(static_cast<double>(size) / static_cast<double>(before->first));
}

void report_ratio(benchmark::State& state, const std::string& name, const Case& a_case,
                  double total_ms) {
  double floor = median_floor_ms(a_case);
  double ms = total_ms / static_cast<double>(state.iterations());
  state.counters["floor_ms"] = floor;
  state.counters["ratio"] = ms / floor;
  report_growth(state, name, ms);
}

engine::WorkerPoolOptions worker_pool_options(engine::StartMethod isolation) {
  return {.program = "/proc/self/exe", .isolation = isolation, .seed = 1, .deadline_ms = 60'000};
}

void floor(benchmark::State& state) {
  const Case& a_case = cached_case(static_cast<int>(state.range(0)));
  double total_ms = 0;
  for (auto _ : state) {
    double ms = floor_ms(a_case);
    total_ms += ms;
    state.SetIterationTime(ms / 1000);
  }
  report_growth(state, "floor", total_ms / static_cast<double>(state.iterations()));
}

// One trial: enable, edit, reload by purge, disable; two snapshots.
void trial(benchmark::State& state, engine::StartMethod isolation) {
  const Case& a_case = cached_case(static_cast<int>(state.range(0)));
  engine::WorkerPool worker_pool(worker_pool_options(isolation));
  engine::Plan plan = engine::make_plan(a_case, engine::files_of_case(a_case),
                                        {.name = "purge-dotted", .source = {}, .file = {}});
  benchmark::DoNotOptimize(worker_pool.run(plan.trial, engine::Variant::kBase));
  double total_ms = 0;
  for (auto _ : state) {
    double ms = milliseconds(
        [&] { benchmark::DoNotOptimize(worker_pool.run(plan.trial, engine::Variant::kBase)); });
    total_ms += ms;
    state.SetIterationTime(ms / 1000);
  }
  report_ratio(state, isolation == engine::StartMethod::kFork ? "fork" : "spawn", a_case, total_ms);
}

// A whole case as `compare` runs it: trial, all references and controls, judgement.
void judged_case(benchmark::State& state) {
  const Case& a_case = cached_case(static_cast<int>(state.range(0)));
  engine::WorkerPool worker_pool(worker_pool_options(engine::StartMethod::kFork));
  std::vector<StrategySource> strategy{{.name = "purge-dotted", .source = {}, .file = {}}};
  benchmark::DoNotOptimize(engine::run_case(worker_pool, a_case, strategy));
  double total_ms = 0;
  for (auto _ : state) {
    double ms = milliseconds(
        [&] { benchmark::DoNotOptimize(engine::run_case(worker_pool, a_case, strategy)); });
    total_ms += ms;
    state.SetIterationTime(ms / 1000);
  }
  report_ratio(state, "judged", a_case, total_ms);
}

void snapshot(benchmark::State& state) {
  const Case& a_case = cached_case(static_cast<int>(state.range(0)));
  bench().lay_out(a_case, 1);
  bench().enable(a_case);
  agent::Ownership ownership(a_case.addons, (fs::path(kScratch) / "addons").string());
  agent::Loads loads;
  loads.begin();
  agent::Fingerprints fingerprints;
  agent::SnapshotContext context{
      bench().agent().passive(), bench().agent().baseline(), ownership, loads, fingerprints,
      bench().agent().host()};
  std::size_t nodes = 0;
  double total_ms = 0;
  for (auto _ : state) {
    total_ms += milliseconds([&] { nodes = agent::take_snapshot(context).graph.nodes.size(); });
  }
  report_growth(state, "snapshot", total_ms / static_cast<double>(state.iterations()));
  state.counters["nodes"] = static_cast<double>(nodes);
  state.counters["ms_per_1000_nodes"] =
      total_ms / static_cast<double>(state.iterations()) * 1000 / static_cast<double>(nodes);
  bench().forget(a_case);
}

void sizes(benchmark::internal::Benchmark* benchmark) {
  for (int modules : {3, 8, 32, 100, 300}) benchmark->Arg(modules);
  benchmark->ArgName("modules")->Unit(benchmark::kMillisecond);
}

BENCHMARK(floor)->Apply(sizes)->UseManualTime();
BENCHMARK_CAPTURE(trial, fork, engine::StartMethod::kFork)->Apply(sizes)->UseManualTime();
BENCHMARK_CAPTURE(trial, spawn, engine::StartMethod::kSpawn)->Apply(sizes)->UseManualTime();
BENCHMARK(judged_case)->Apply(sizes)->UseManualTime();
BENCHMARK(snapshot)->Apply(sizes);

}  // namespace
}  // namespace afresh

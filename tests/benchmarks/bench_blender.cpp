// What a trial in the real Blender costs: enable, edit, reload by purge, disable, with snapshots,
// in a process forked from a prepared Blender and in one that is started anew; both in one run.
// Usage: bench_blender; `ratio` and `cpu_ms`, the processor time of a forked trial, are the figures
// to quote. Skipped where no Blender is found. SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>

#include "generators/generate.hpp"
#include "harness/engine/plan.hpp"
#include "harness/engine/worker_pool.hpp"
#include "harness/installations/find_installations.hpp"
#include "harness/installations/interpreter.hpp"

namespace afresh {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr int kModules = 3;

Script trial_in(HostKind host) {
  Case a_case =
      generate_case(kSeed, 0, {.host = host, .modules_min = kModules, .modules_max = kModules});
  engine::Plan plan = engine::make_plan(a_case, engine::files_of_case(a_case),
                                        {.name = "purge-dotted", .source = {}, .file = {}});
  const char* tell = "import time; raise ValueError(time.process_time() * 1000)";
  plan.trial.ops.push_back({.action = PythonOp{.code = tell, .line = 0}});
  return plan.trial;
}

/// The processor time of its process, as the last operation told it. Zero where it did not get
/// there.
double cpu_ms(engine::WorkerPool& pool, const Script& script, engine::Variant variant) {
  auto seen = pool.run(script, variant);
  if (!seen || seen->results.empty()) return 0;
  return std::strtod(seen->results.back().message.c_str(), nullptr);
}

void trial(benchmark::State& state) {
  const std::vector<Installation> found = find_installations(read_surroundings());
  const auto usable = std::ranges::find_if(found, &Installation::is_usable);
  if (usable == found.end()) {
    state.SkipWithError("no real Blender is here; expected one that 'afresh hosts add' makes");
    return;
  }
  const HostKind host = *usable->host;
  engine::WorkerPool pool({.program = "/proc/self/exe",
                           .seed = 1,
                           .deadline_ms = 60'000,
                           .interpreters = {{host, interpreter_of(*usable)}}});
  const Script script = trial_in(host);
  for (auto variant : {engine::Variant::kBase, engine::Variant::kOtherStartMethod})
    cpu_ms(pool, script, variant);

  // In turn, so that a noisy moment hits both.
  double forked = 0;
  double started = 0;
  for (auto _ : state) {
    const double ms = cpu_ms(pool, script, engine::Variant::kBase);
    forked += ms;
    started += cpu_ms(pool, script, engine::Variant::kOtherStartMethod);
    state.SetIterationTime(ms / 1000);
  }
  state.SetLabel(std::string(name_of(host)));
  state.counters["cpu_ms"] = forked / static_cast<double>(state.iterations());
  state.counters["ratio"] = started / forked;
}

BENCHMARK(trial)->UseManualTime()->Iterations(20)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace afresh

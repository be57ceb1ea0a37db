// The `main` of every benchmark: also that of the workers which it starts.
// SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>

#include "harness/worker/worker.hpp"

int main(int argc, char** argv) {
  if (afresh::worker::is_worker(argc, argv)) return afresh::worker::worker_main(argc, argv);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}

// A worker's sandbox changes no record, whichever of them the machine allows.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "harness/worker/guard.hpp"
#include "tests/engine/run_cases.hpp"
#include "tests/hostile/hostile_behaviours.hpp"
#include "tests/oracles/in_short.hpp"

namespace afresh::testing {
namespace {

using worker::Sandbox;

engine::WorkerPoolOptions in(Sandbox sandbox,
                             engine::StartMethod isolation = engine::StartMethod::kFork) {
  return {.program = "/proc/self/exe",
          .isolation = isolation,
          .deadline_ms = 60'000,
          .sandbox = sandbox};
}

// What can be made of a process number, among enough that cannot.
constexpr std::string_view kNumbers = R"(addon: demo
steps:
  enable demo
  edit demo 2
  reload demo
  disable demo

-- 1/demo/__init__.py --
from .numbers import *
from . import constants
def register(): pass
def unregister(): pass
-- 1/demo/constants.py --
A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T = map(float, range(20))
AA, AB, AC, AD, AE, AF, AG, AH, AI, AJ, AK, AL, AM, AN, AO, AP = map(str, range(16))
BA, BB, BC, BD, BE, BF, BG, BH, BI, BJ, BK, BL, BM, BN, BO, BP = map(complex, range(16))
CA, CB, CC, CD, CE, CF, CG, CH, CI, CJ, CK, CL, CM, CN, CO, CP = map(bytes, range(16))
-- 1/demo/numbers.py --
import os, subprocess, threading
PID = os.getpid()
IS_ODD = os.getpid() % 2
PARENT = os.getppid()
-- 2/demo/constants.py --
A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T = map(float, range(1, 21))
AA, AB, AC, AD, AE, AF, AG, AH, AI, AJ, AK, AL, AM, AN, AO, AP = map(str, range(16))
BA, BB, BC, BD, BE, BF, BG, BH, BI, BJ, BK, BL, BM, BN, BO, BP = map(complex, range(16))
CA, CB, CC, CD, CE, CF, CG, CH, CI, CJ, CK, CL, CM, CN, CO, CP = map(bytes, range(16))
)";

TEST(Sandboxes, GiveNoFindingForANumberOfAProcess) {
  for (engine::StartMethod isolation : {engine::StartMethod::kFork, engine::StartMethod::kSpawn}) {
    engine::WorkerPool worker_pool(in(Sandbox::kProcesses, isolation));
    for (const char* strategy : {"restart-clean", "restart", "purge-dotted-collect"}) {
      Record record = run_once(worker_pool, case_from_text(kNumbers), shipped(strategy));
      EXPECT_EQ(verdict_text(record), kHealthyVerdict) << strategy;
      // The references differ in them on purpose: not equal by accident.
      EXPECT_GT(record.masked, 0U) << strategy;
    }
  }
}

TEST(Sandboxes, GiveTheSameNumbersInEveryRun) {
  if (!worker::can_use_pid_namespace()) GTEST_SKIP() << "this machine allows no namespaces";
  StrategySource telling =
      purge_and("    import os; raise RuntimeError(os.getpid(), os.getppid())");
  for (int run = 0; run < 2; ++run) {
    engine::WorkerPool worker_pool(in(Sandbox::kProcesses));
    Record record = run_once(worker_pool, healthy_case(), telling);
    ASSERT_FALSE(record.findings.empty());
    EXPECT_EQ(in_short(record.findings.front().actual), "error RuntimeError: (301, 1)");
  }
}

TEST(Sandboxes, GiveTheSameRecords) {
  for (const char* strategy : {"purge-dotted", "reload-top", "restart"}) {
    std::set<std::string> records;
    for (Sandbox sandbox : {Sandbox::kProcesses, Sandbox::kDisk, Sandbox::kFolder}) {
      OwnTemporaryFolder temporary;
      {
        engine::WorkerPool worker_pool(in(sandbox));
        records.insert(record_text(run_once(worker_pool, healthy_case(), shipped(strategy))));
        bool uses_folder = !listing(temporary.path()).empty();
        EXPECT_EQ(uses_folder, sandbox == Sandbox::kFolder);
      }
      EXPECT_THAT(listing(temporary.path()), ::testing::IsEmpty());
    }
    EXPECT_THAT(records, ::testing::SizeIs(1)) << strategy;
  }
}

}  // namespace
}  // namespace afresh::testing

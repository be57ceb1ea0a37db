// What a strategy or an add-on can do to its process costs its own verdict and nothing else: the
// next trial on the same worker_pool gives the record that the one before gave.
// SPDX-License-Identifier: MIT
#include "tests/hostile/hostile_behaviours.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <thread>

#include "harness/engine/worker_pool.hpp"
#include "harness/values/limits.hpp"
#include "harness/worker/guard.hpp"
#include "tests/engine/run_cases.hpp"
#include "tests/oracles/in_short.hpp"

namespace afresh::engine {
namespace {

using afresh::testing::hanging_behaviours;
using afresh::testing::healthy_case;
using afresh::testing::hostile_behaviours;
using afresh::testing::HostileBehaviour;
using afresh::testing::kCrash;
using afresh::testing::kHealthyVerdict;
using afresh::testing::listing;
using afresh::testing::OwnTemporaryFolder;
using afresh::testing::purge_and;
using afresh::testing::record_text;
using afresh::testing::run_once;
using afresh::testing::shipped;
using afresh::testing::unregister_that_does;
using afresh::testing::verdict_text;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Long enough for a loaded machine, short enough to wait for: a hanging trial uses all of it.
// A sanitizer writes a report before it lets a process die.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::int64_t kShortDeadlineMs = 3000;
#else
constexpr std::int64_t kShortDeadlineMs = 1000;
#endif

WorkerPoolOptions with_deadline(std::int64_t deadline_ms) {
  return {.program = "/proc/self/exe", .deadline_ms = deadline_ms};
}

Record run_healthy_on(WorkerPool& one) {
  return run_once(one, healthy_case(), shipped("purge-dotted"));
}

/// Each by a strategy and by an add-on, on one worker pool.
void expect_own_verdicts_only(WorkerPool& one, const std::vector<HostileBehaviour>& all) {
  std::string before = record_text(run_healthy_on(one));
  ASSERT_EQ(verdict_text(run_healthy_on(one)), kHealthyVerdict);
  for (const HostileBehaviour& hostile_behaviour : all) {
    SCOPED_TRACE(hostile_behaviour.name);
    Record by_strategy = run_once(one, healthy_case(), purge_and(hostile_behaviour.code));
    EXPECT_EQ(verdict_text(by_strategy), hostile_behaviour.by_strategy);
    std::string actual =
        by_strategy.findings.empty() ? "" : testing::in_short(by_strategy.findings.front().actual);
    EXPECT_THAT(actual, HasSubstr(hostile_behaviour.actual));
    EXPECT_EQ(record_text(run_healthy_on(one)), before);
    Record by_addon =
        run_once(one, unregister_that_does(hostile_behaviour.code), shipped("purge-dotted"));
    EXPECT_EQ(verdict_text(by_addon), hostile_behaviour.by_addon);
    EXPECT_EQ(record_text(run_healthy_on(one)), before);
  }
}

class WorkerPools : public ::testing::Test {
 protected:
  // Elsewhere some of this would hurt whoever runs it.
  void SetUp() override {
    if (!worker::can_use_pid_namespace()) GTEST_SKIP() << "this machine allows no namespaces";
  }

  Record run(const Case& a_case, const StrategySource& strategy) {
    return run_once(worker_pool_, a_case, strategy);
  }
  Record run_healthy() { return run_healthy_on(worker_pool_); }

  WorkerPool worker_pool_{with_deadline(20'000)};
};

TEST_F(WorkerPools, LetHostileCodeCostItsOwnVerdictOnly) {
  expect_own_verdicts_only(worker_pool_, hostile_behaviours());
}

TEST_F(WorkerPools, LetAHangCostItsOwnVerdictOnly) {
  // Side by side, because nearly all of them only wait for the end of their time.
  std::vector<std::jthread> threads;
  for (const HostileBehaviour& hostile_behaviour : hanging_behaviours())
    threads.emplace_back([&hostile_behaviour] {
      WorkerPool own(with_deadline(kShortDeadlineMs));
      expect_own_verdicts_only(own, {hostile_behaviour});
    });
}

TEST_F(WorkerPools, EndAForkBombBeforeItsDeadline) {
  std::string before = record_text(run_healthy());
  for (const char* bomb :
       {"    import os\n    while True: os.fork()",
        "    import os\n    while True:\n        if os.fork() == 0: os.setsid()"}) {
    Record record = run(healthy_case(), purge_and(bomb));
    ASSERT_FALSE(record.findings.empty());
    // Without a root user's precedence the kernel's own bound may come first.
    EXPECT_THAT(testing::in_short(record.findings.front().actual),
                AnyOf(testing::in_short(ProcessEnd{Ending::kSignal, kProcessLimitExceeded}),
                      HasSubstr("BlockingIOError: [Errno 11] Resource temporarily unavailable")));
    EXPECT_EQ(record_text(run_healthy()), before);
  }
}

// Both processes come back from the strategy, the copy first, and one of them is the trial.
TEST_F(WorkerPools, TakeNoCopyOfATrialForTheTrial) {
  Record record = run(healthy_case(), purge_and(R"(
    import os
    copy = os.fork()
    if copy: os.waitpid(copy, 0)
    else: del sys.modules["demo"].run
)"));
  EXPECT_EQ(verdict_text(record), kHealthyVerdict);
}

TEST_F(WorkerPools, GiveTheNextTrialAnEmptyMachine) {
  // Leaves something of every kind, or complains that it is there already.
  StrategySource untidy = purge_and(R"(
    import ctypes, os
    paths = ["/tmp/mark", "/dev/shm/mark", "/tmp/afresh/mark", "mark", "/tmp/afresh/addons/mark"]
    there = [path for path in paths if os.path.exists(path)]
    c = ctypes.CDLL(None)
    there += [kind for kind in ("shmget", "semget", "msgget")
              if getattr(c, kind)(77, *((0,) if kind == "msgget" else (1, 0))) != -1]
    there += [pid for pid in os.listdir("/proc") if pid.isdigit() and int(pid) not in (1, os.getpid())]
    if there: raise RuntimeError(there)
    for path in paths: os.mkdir(path)
    assert c.shmget(77, 1, 0o1600) != -1 and c.semget(77, 1, 0o1600) != -1
    assert c.msgget(77, 0o1600) != -1
    if os.fork() == 0: os.pause() if hasattr(os, "pause") else __import__("signal").pause()
)");
  for (int i = 0; i < 3; ++i) EXPECT_EQ(verdict_text(run(healthy_case(), untidy)), kHealthyVerdict);
}

TEST_F(WorkerPools, DoNotBelieveARecordThatWasWrittenOver) {
  std::string before = record_text(run_healthy());
  Record record = run(healthy_case(), purge_and(R"(
    import ctypes
    for line in open("/proc/self/maps"):
        if "memfd:afresh" in line:
            begin, end = (int(word, 16) for word in line.split()[0].split("-"))
            ctypes.memset(begin + 4096 + (64 << 20), 0xff, 1 << 20)
)"));
  EXPECT_EQ(verdict_text(record), kCrash);
  EXPECT_EQ(record_text(run_healthy()), before);
}

TEST_F(WorkerPools, OutliveARecordLargerThanItsRoom) {
  WorkerPool patient({.program = "/proc/self/exe", .deadline_ms = 60'000});
  std::string before = record_text(run_once(patient, healthy_case(), shipped("purge-dotted")));
  // What cannot be recorded must not look like a pass.
  Record record =
      run_once(patient, healthy_case(), purge_and("    raise RuntimeError('x' * (450 << 20))"));
  EXPECT_EQ(verdict_text(record), kCrash);
  EXPECT_EQ(record_text(run_once(patient, healthy_case(), shipped("purge-dotted"))), before);
}

TEST_F(WorkerPools, LeaveNothingInTheTemporaryFolder) {
  OwnTemporaryFolder folder;
  bool was_there = std::filesystem::exists("/tmp/afresh-hostile");
  for (StartMethod isolation : {StartMethod::kFork, StartMethod::kSpawn}) {
    WorkerPool worker_pool(
        {.program = "/proc/self/exe", .isolation = isolation, .deadline_ms = 10'000});
    Record record = run_once(worker_pool, healthy_case(), purge_and(R"(
    import os, tempfile
    tempfile.mkdtemp()
    open("/tmp/afresh-hostile", "w").close()
    os._exit(1)
)"));
    EXPECT_EQ(verdict_text(record), kCrash);
  }
  EXPECT_THAT(listing(folder.path()), IsEmpty());
  EXPECT_EQ(std::filesystem::exists("/tmp/afresh-hostile"), was_there);
}

TEST_F(WorkerPools, RefuseAStrategyThatEndsItsProcessWhileLoading) {
  StrategySource strategy{.name = "gone", .source = "import os\nos._exit(0)\n", .file = "gone.py"};
  auto described = worker_pool_.describe(strategy, HostKind::kPlain);
  ASSERT_FALSE(described);
  EXPECT_THAT(described.error().message, HasSubstr("expected code that neither exits nor hangs"));
  EXPECT_EQ(verdict_text(run_healthy()), kHealthyVerdict);
}

TEST_F(WorkerPools, GiveTheSameRecordInASpawnedProcess) {
  WorkerPool spawning(
      {.program = "/proc/self/exe", .isolation = StartMethod::kSpawn, .deadline_ms = 10'000});
  Record spawned = run_once(spawning, healthy_case(), shipped("purge-dotted"));
  EXPECT_EQ(record_text(spawned), record_text(run_healthy()));
  StrategySource crashing = purge_and("    import os; os._exit(0)");
  EXPECT_EQ(verdict_text(run_once(spawning, healthy_case(), crashing)), kCrash);
}

}  // namespace
}  // namespace afresh::engine

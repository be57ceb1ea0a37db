// What a strategy or an add-on can do to its process costs its own verdict and nothing else: the
// next trial on the same laboratory gives the record that the one before gave.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <signal.h>

#include <cerrno>
#include <regex>

#include "harness/engine/laboratory.hpp"
#include "tests/engine/subject.hpp"

namespace afresh::engine {
namespace {

using afresh::testing::case_of;
using afresh::testing::listing;
using afresh::testing::OwnTemporaryFolder;
using afresh::testing::run_once;
using afresh::testing::told;
using afresh::testing::written;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// A strategy that would be right, if it did not do something else in the middle.
StrategySource purge_and(const std::string& misdeed) {
  std::string source = R"(
import sys
API = 1
def misbehave(host, addon):
)" + misdeed + R"(
def purge(name):
    for key in list(sys.modules):
        if key == name or key.startswith(name + "."):
            del sys.modules[key]
def reload(host, addon):
    host.disable(addon.name)
    purge(addon.name)
    host.enable(addon.name)
    misbehave(host, addon)
def disable(host, addon):
    host.disable(addon.name)
    purge(addon.name)
)";
  return {.name = "misbehaving", .source = source, .file = "misbehaving.py"};
}

constexpr std::string_view kHealthy = R"(addon: demo
steps:
  enable demo
  edit demo 2
  reload demo
  expect demo.run() == 22
  disable demo

-- 1/demo/__init__.py --
from .part import run
def register(): pass
def unregister(): pass
-- 1/demo/part.py --
def run(): return 1
-- 2/demo/part.py --
def run(): return 22
)";

// The same with an add-on whose old `unregister()` does it.
Case unregister_that_does(const std::string& misdeed) {
  return case_of(R"(addon: demo
steps:
  enable demo
  edit demo 2
  reload demo
  expect demo.run() == 22

-- 1/demo/__init__.py --
def run(): return 1
def register(): pass
def unregister():
)" + misdeed + R"(
-- 2/demo/__init__.py --
def run(): return 22
def register(): pass
def unregister(): pass
)");
}

struct Misdeed {
  std::string name;
  std::string code;         ///< statements, indented by four
  std::string by_strategy;  ///< the verdicts when a strategy does it after a correct purge
  std::string by_addon;     ///< the verdicts when the old `unregister()` does it before one
  std::string actual;       ///< in what the first finding says was found
};
void PrintTo(const Misdeed& misdeed, std::ostream* out) { *out << misdeed.name; }

const std::string kHealthyVerdict = "fresh=pass surface=pass clean=pass";

class Laboratories : public ::testing::Test {
 protected:
  // Long enough for a loaded machine, short enough to wait for: a hanging trial uses all of it.
  // A sanitizer writes a report before it lets a process die.
#ifdef __SANITIZE_ADDRESS__
  static constexpr std::int64_t kDeadlineMs = 3000;
#else
  static constexpr std::int64_t kDeadlineMs = 300;
#endif

  Record run(const Case& a_case, const StrategySource& strategy) {
    return run_once(laboratory_, a_case, strategy);
  }
  Record run_healthy() {
    return run(case_of(kHealthy), {.name = "purge-dotted", .source = {}, .file = {}});
  }

  Laboratory laboratory_{{.program = "/proc/self/exe", .deadline_ms = kDeadlineMs}};
};

class Misdeeds : public Laboratories, public ::testing::WithParamInterface<Misdeed> {};

void expect_finding(const Record& record, const std::string& actual) {
  if (actual.empty()) return;
  ASSERT_FALSE(record.findings.empty());
  EXPECT_THAT(record.findings.front().actual, HasSubstr(actual));
}

TEST_P(Misdeeds, OfAStrategyCostItsOwnVerdictOnly) {
  ASSERT_EQ(told(run_healthy()), kHealthyVerdict);
  std::string before = written(run_healthy());
  Record record = run(case_of(kHealthy), purge_and(GetParam().code));
  EXPECT_EQ(told(record), GetParam().by_strategy);
  expect_finding(record, GetParam().actual);
  EXPECT_EQ(written(run_healthy()), before);
}

TEST_P(Misdeeds, OfAnAddonCostItsOwnVerdictOnly) {
  std::string before = written(run_healthy());
  Record record = run(unregister_that_does(GetParam().code),
                      {.name = "purge-dotted", .source = {}, .file = {}});
  EXPECT_EQ(told(record), GetParam().by_addon);
  EXPECT_EQ(written(run_healthy()), before);
}

const std::string kCrash = "fresh=fail(crash)";
const std::string kHang = "fresh=fail(hang)";

INSTANTIATE_TEST_SUITE_P(
    Crashes, Misdeeds,
    ::testing::Values(
        // A sanitizer's own handler turns the first two into an exit.
        Misdeed{"KillsItself", "    import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
                kCrash, kCrash, ""},
        Misdeed{"ReadsAddressZero", "    import ctypes; ctypes.string_at(0)", kCrash, kCrash, ""},
        Misdeed{"Aborts", "    import os, signal; os.kill(os.getpid(), signal.SIGKILL)", kCrash,
                kCrash, "died of signal 9"},
        Misdeed{"ExitsWithSuccess", "    import os; os._exit(0)", kCrash, kCrash,
                "exited with status 0"},
        Misdeed{"ExitsWithFailure", "    import os; os._exit(3)", kCrash, kCrash,
                "exited with status 3"}),
    [](const auto& misdeed) { return misdeed.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Hangs, Misdeeds,
    ::testing::Values(Misdeed{"LoopsForEver", "    while True: pass", kHang, kHang,
                              "did not end before its deadline"},
                      Misdeed{"SleepsInC", "    import time; time.sleep(1e9)", kHang, kHang,
                              "did not end before its deadline"},
                      Misdeed{"IgnoresEverySignal",
                              "    import signal, time\n"
                              "    for n in range(1, 32):\n"
                              "        if n not in (signal.SIGKILL, signal.SIGSTOP): "
                              "signal.signal(n, signal.SIG_IGN)\n"
                              "    time.sleep(1e9)",
                              kHang, kHang, "did not end before its deadline"},
                      Misdeed{"StopsItself",
                              "    import os, signal; os.kill(os.getpid(), signal.SIGSTOP)", kHang,
                              kHang, ""}),
    [](const auto& misdeed) { return misdeed.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Nuisances, Misdeeds,
    ::testing::Values(
        Misdeed{"ClosesAllDescriptors", "    import os; os.closerange(0, 65536)", kHealthyVerdict,
                "fresh=pass surface=pass", ""},
        Misdeed{"RemovesItsOwnFiles",
                "    import shutil, sys; shutil.rmtree(sys.modules['demo'].__path__[0])",
                kHealthyVerdict, "fresh=fail(register-error)", ""},
        Misdeed{"ChangesTheWorkingDirectory", "    import os; os.chdir('/')",
                "fresh=pass surface=fail(stale-value) clean=fail(stale-value)",
                "fresh=pass surface=fail(stale-value)", ""},
        Misdeed{"ChangesTheRecursionLimit", "    import sys; sys.setrecursionlimit(70)",
                "fresh=pass surface=fail(stale-value) clean=fail(stale-value)",
                "fresh=pass surface=fail(stale-value)", ""},
        Misdeed{"Forks", "    import os\n    if os.fork() == 0: import time; time.sleep(1e9)",
                kHealthyVerdict, "fresh=pass surface=pass", ""},
        Misdeed{"LeavesFilesEverywhere",
                "    import os, tempfile\n"
                "    for folder in (tempfile.gettempdir(), os.path.expanduser('~'), '/tmp'):\n"
                "        open(os.path.join(folder, 'afresh-misdeed'), 'w').close()",
                kHealthyVerdict, "fresh=pass surface=pass", ""}),
    [](const auto& misdeed) { return misdeed.param.name; });

TEST_F(Laboratories, LeaveNoGrandchildAlive) {
  // A daemon by the book: own session, orphaned, its death not bound to its parent's.
  Record record = run(case_of(kHealthy), purge_and(R"(
    import os, time
    receive, send = os.pipe()
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.setsid()
            os.write(send, str(os.getpid()).encode())
            time.sleep(1e9)
        os._exit(0)
    raise RuntimeError("daemon " + os.read(receive, 20).decode())
)"));
  ASSERT_FALSE(record.findings.empty());
  std::smatch match;
  ASSERT_TRUE(
      std::regex_search(record.findings.front().actual, match, std::regex("daemon ([0-9]+)")))
      << record.findings.front().actual;
  EXPECT_EQ(kill(std::stoi(match[1]), 0), -1);
  EXPECT_EQ(errno, ESRCH);
}

TEST_F(Laboratories, DoNotBelieveARecordThatWasWrittenOver) {
  std::string before = written(run_healthy());
  Record record = run(case_of(kHealthy), purge_and(R"(
    import ctypes
    for line in open("/proc/self/maps"):
        if "memfd:afresh" in line:
            begin, end = (int(word, 16) for word in line.split()[0].split("-"))
            ctypes.memset(begin + 4096 + (64 << 20), 0xff, 1 << 20)
)"));
  EXPECT_EQ(told(record), kCrash);
  EXPECT_EQ(written(run_healthy()), before);
}

TEST_F(Laboratories, OutliveARecordLargerThanItsRoom) {
  Laboratory patient({.program = "/proc/self/exe", .deadline_ms = 60'000});
  StrategySource purge{.name = "purge-dotted", .source = {}, .file = {}};
  std::string before = written(run_once(patient, case_of(kHealthy), purge));
  // What cannot be recorded must not look like a pass.
  Record record =
      run_once(patient, case_of(kHealthy), purge_and("    raise RuntimeError('x' * (450 << 20))"));
  EXPECT_EQ(told(record), kCrash);
  EXPECT_EQ(written(run_once(patient, case_of(kHealthy), purge)), before);
}

TEST_F(Laboratories, LeaveNothingInTheTemporaryFolder) {
  OwnTemporaryFolder folder;
  bool was_there = std::filesystem::exists("/tmp/afresh-misdeed");
  for (Isolation isolation : {Isolation::kFork, Isolation::kSpawn}) {
    Laboratory laboratory(
        {.program = "/proc/self/exe", .isolation = isolation, .deadline_ms = 10'000});
    Record record = run_once(laboratory, case_of(kHealthy), purge_and(R"(
    import os, tempfile
    tempfile.mkdtemp()
    open("/tmp/afresh-misdeed", "w").close()
    os._exit(1)
)"));
    EXPECT_EQ(told(record), kCrash);
  }
  EXPECT_THAT(listing(folder.path()), IsEmpty());
  EXPECT_EQ(std::filesystem::exists("/tmp/afresh-misdeed"), was_there);
}

TEST_F(Laboratories, RefuseAStrategyThatEndsItsProcessWhileLoading) {
  StrategySource strategy{.name = "gone", .source = "import os\nos._exit(0)\n", .file = "gone.py"};
  auto described = laboratory_.describe(strategy);
  ASSERT_FALSE(described);
  EXPECT_THAT(described.error().message, HasSubstr("expected code that neither exits nor hangs"));
  EXPECT_EQ(told(run_healthy()), kHealthyVerdict);
}

TEST_F(Laboratories, GiveTheSameRecordInASpawnedProcess) {
  Laboratory spawning(
      {.program = "/proc/self/exe", .isolation = Isolation::kSpawn, .deadline_ms = 10'000});
  Record spawned =
      run_once(spawning, case_of(kHealthy), {.name = "purge-dotted", .source = {}, .file = {}});
  EXPECT_EQ(written(spawned), written(run_healthy()));
  StrategySource crashing = purge_and("    import os; os._exit(0)");
  EXPECT_EQ(told(run_once(spawning, case_of(kHealthy), crashing)), kCrash);
}

}  // namespace
}  // namespace afresh::engine

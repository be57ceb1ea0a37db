// The worker in another Python than the embedded one: what a trial sees, and what is found, does
// not depend on which program has the interpreter. SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "harness/casefile/load_case.hpp"
#include "harness/engine/plan.hpp"
#include "tests/engine/run_cases.hpp"

namespace afresh::engine {
namespace {

namespace fs = std::filesystem;
using afresh::testing::record_text;
using afresh::testing::run_all;
using afresh::testing::shipped;
using ::testing::HasSubstr;

constexpr std::int64_t kDeadlineMs = 60'000;

WorkerPoolOptions embedded(StartMethod isolation = StartMethod::kFork) {
  return {
      .program = "/proc/self/exe", .isolation = isolation, .seed = 7, .deadline_ms = kDeadlineMs};
}

/// The same, in a Python that is started for it.
WorkerPoolOptions in_python(const std::string& program,
                            StartMethod isolation = StartMethod::kFork) {
  WorkerPoolOptions options = embedded(isolation);
  options.interpreters = {
      {HostKind::kPlain, {.program = program, .path = "", .is_application = false}}};
  return options;
}

/// What an expression gives in the process of a trial.
std::string ask(WorkerPool& pool, const std::string& expression, Variant variant) {
  const std::string code =
      "import os, signal, sys, time, threading, resource; raise ValueError(" + expression + ")";
  Script script{.addons = {"demo"}, .strategy = kNoStrategy, .ops = {}};
  script.ops.push_back({.action = PythonOp{.code = code, .line = 1}});
  Result<Observation> seen = pool.run(script, variant);
  if (!seen) return seen.error().message;
  return seen->results.empty() ? "no result" : seen->results.front().message;
}

/// Whatever of a process can come from the program that it is.
const std::vector<std::string> kFacts{
    "hash('afresh')",
    "sorted(os.environ.items())[:4]",
    "sorted(os.environ)[4:]",
    "(sys.argv, sys.executable, sys.prefix)",
    "sys.path",
    "(sys.flags.utf8_mode, sys.flags.no_site, sys.flags.hash_randomization, "
    "sys.dont_write_bytecode)",
    "[signal.getsignal(s) for s in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ)]",
    "[n for n in vars(sys.modules['__main__']) if not n.startswith('__')]",
    "(os.getpid(), os.getcwd(), os.umask(0), threading.active_count())",
    "sorted(os.listdir('/proc/self/fd'))",
    "open('/proc/self/personality').read()",
    "[resource.getrlimit(n) for n in (resource.RLIMIT_AS, resource.RLIMIT_NOFILE)]",
    "[line for line in open('/proc/self/status') if line.startswith('Sig')]",
    "sys.getrecursionlimit()",
    "len([m for m in sys.modules if m.startswith('site')])"};

class OtherPython : public ::testing::TestWithParam<StartMethod> {};

TEST_P(OtherPython, ShowsATrialWhatTheEmbeddedOneShows) {
  WorkerPool ours(embedded(GetParam()));
  WorkerPool theirs(in_python(AFRESH_PYTHON, GetParam()));
  for (Variant variant : {Variant::kBase, Variant::kOtherSeed, Variant::kAged}) {
    for (const std::string& fact : kFacts) {
      const std::string expected = ask(ours, fact, variant);
      EXPECT_EQ(ask(theirs, fact, variant), expected) << fact;
      EXPECT_THAT(expected, Not(HasSubstr("rror"))) << fact;
    }
  }
}

TEST_P(OtherPython, HasTheShiftedClockOfTheAgedReferenceAndNoOther) {
  WorkerPool theirs(in_python(AFRESH_PYTHON, GetParam()));
  const auto now = std::chrono::duration_cast<std::chrono::seconds>(
                       std::chrono::system_clock::now().time_since_epoch())
                       .count();
  const std::string days_ago = "round((" + std::to_string(now) + " - time.time()) / 86400)";
  EXPECT_EQ(ask(theirs, days_ago, Variant::kBase), "0");
  EXPECT_EQ(ask(theirs, days_ago, Variant::kAged), "3");
}

TEST_P(OtherPython, HasTheSameAddressesInEveryRun) {
  for (const WorkerPoolOptions& door :
       {embedded(GetParam()), in_python(AFRESH_PYTHON, GetParam())}) {
    std::vector<std::string> addresses;
    for (int run = 0; run < 2; ++run) {
      WorkerPool pool(door);
      addresses.push_back(ask(pool, "(id(object()), id(sys), id(os.path))", Variant::kBase));
    }
    EXPECT_EQ(addresses[0], addresses[1]) << (door.interpreters.empty() ? "ours" : "theirs");
  }
}

INSTANTIATE_TEST_SUITE_P(Doors, OtherPython,
                         ::testing::Values(StartMethod::kFork, StartMethod::kSpawn),
                         [](const auto& how) {
                           return how.param == StartMethod::kFork ? "Forked" : "Spawned";
                         });

Case scenario(const std::string& name) {
  Result<Case> loaded = load_case(std::string(AFRESH_SCENARIOS) + "/" + name + ".case");
  if (!loaded) throw std::invalid_argument(loaded.error().message);
  return *loaded;
}

TEST(OtherPythons, GiveTheRecordsThatTheEmbeddedOneGives) {
  WorkerPool ours(embedded());
  WorkerPool theirs(in_python(AFRESH_PYTHON));
  const std::vector<StrategySource> strategies{shipped("reload-top"), shipped("purge-dotted"),
                                               shipped("restart"), shipped("toggle")};
  for (const char* name : {"from_import_constant", "audit_hook", "class_set_changed"}) {
    const Case a_case = scenario(name);
    const std::vector<Record> expected = run_all(ours, a_case, strategies);
    const std::vector<Record> found = run_all(theirs, a_case, strategies);
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
      EXPECT_EQ(record_text(found[i]), record_text(expected[i])) << name;
  }
}

/// Those that a developer's or a test's machine may have besides the embedded one.
std::vector<fs::path> other_pythons() {
  std::vector<fs::path> found;
  const char* home = std::getenv("PYENV_ROOT");
  const char* user = std::getenv("HOME");
  const fs::path versions =
      fs::path(home != nullptr ? home : std::string(user ? user : "") + "/.pyenv") / "versions";
  std::error_code ignored;
  for (const auto& each : fs::directory_iterator(versions, ignored)) {
    for (const char* minor : {"3.10", "3.11", "3.12", "3.13"}) {
      const fs::path program = each.path() / "bin" / (std::string("python") + minor);
      if (fs::exists(program, ignored)) found.push_back(program);
    }
  }
  return found;
}

TEST(OtherPythons, OfEveryVersionJudge) {
  const std::vector<fs::path> pythons = other_pythons();
  if (pythons.empty()) GTEST_SKIP() << "no other CPython is installed here, as pyenv installs them";
  const Case a_case = scenario("from_import_constant");
  for (const fs::path& program : pythons) {
    WorkerPool pool(in_python(program.string()));
    EXPECT_THAT(ask(pool, "sys.executable", Variant::kBase),
                HasSubstr(program.filename().string()));
    const std::vector<Record> records =
        run_all(pool, a_case, {shipped("reload-top"), shipped("purge-dotted")});
    EXPECT_EQ(records.at(0).verdicts.at(Aspect::kFresh).outcome, Outcome::kFail) << program;
    EXPECT_EQ(records.at(1).verdicts.at(Aspect::kFresh).outcome, Outcome::kPass) << program;
  }
}

// A folder of packages below /tmp is laid into the trial's own /tmp, where it can be read and not
// written to, and is there in the second trial as in the first.
TEST(OtherPythons, SeeAFolderBelowTmp) {
  const testing::OwnTemporaryFolder folder;
  std::ofstream(folder.path() / "afresh_shown.py") << "VALUE = 'seen'\n";
  WorkerPoolOptions options = embedded();
  options.path = folder.path().string();
  WorkerPool pool(options);
  const std::string file = "'" + folder.path().string() + "/new'";
  for (int run = 0; run < 2; ++run) {
    EXPECT_EQ(ask(pool, "__import__('afresh_shown').VALUE", Variant::kBase), "seen");
    EXPECT_THAT(ask(pool, "open(" + file + ", 'w')", Variant::kBase), HasSubstr("Read-only"));
    ask(pool, "[open(f'/tmp/afresh/{i}', 'w').close() for i in range(9)]", Variant::kBase);
  }
}

}  // namespace
}  // namespace afresh::engine

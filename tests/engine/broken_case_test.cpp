// What breaks one case costs the others nothing. SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <new>
#include <stdexcept>

#include "harness/engine/attempt.hpp"
#include "harness/engine/compare.hpp"
#include "harness/engine/unjudged.hpp"
#include "tests/engine/run_cases.hpp"

namespace afresh::engine {
namespace {

using afresh::testing::case_from_text;
using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Optional;
using ::testing::Pair;
using ::testing::SizeIs;

const WorkerPoolOptions kOptions{.program = "/proc/self/exe", .seed = 1, .deadline_ms = 30'000};

StrategySource purge_and(const std::string& more) {
  return {.name = "mine",
          .source =
              "API = 1\nimport sys\n"
              "def purge(name):\n"
              "    for key in list(sys.modules):\n"
              "        if key == name or key.startswith(name + '.'): del sys.modules[key]\n"
              "def disable(host, addon):\n    host.disable(addon.name)\n"
              "    purge(addon.name)\n"
              "def reload(host, addon):\n    disable(host, addon)\n"
              "    host.enable(addon.name)\n" +
              more,
          .file = "mine.py"};
}

Case named(const std::string& name, const std::string& body) {
  Case a_case = case_from_text(
      "addon: demo\nsteps:\n  enable demo\n  edit demo 2\n  reload demo\n"
      "  disable demo\n\n-- 1/demo/__init__.py --\ndef register(): pass\n"
      "def unregister(): pass\n-- 2/demo/__init__.py --\n" +
      body);
  a_case.name = name;
  return a_case;
}

const Case& sound() {
  static const Case kSound =
      named("sound", "V = 2\ndef register(): pass\ndef unregister(): pass\n");
  return kSound;
}

void expect_unknown(const Record& record, const std::string& reason) {
  EXPECT_THAT(record.verdicts, SizeIs(5));  // what every case that reloads and disables asks
  EXPECT_THAT(
      record.verdicts,
      Each(Pair(::testing::_, AllOf(Field(&Verdict::outcome, Outcome::kUnknown),
                                    Field(&Verdict::reason,
                                          Optional(Field(&Reason::message, HasSubstr(reason))))))));
  EXPECT_THAT(record.findings, IsEmpty());
}

// The fresh start with that module's name imported would be a request larger than its room.
TEST(BrokenCase, IsUnknownWhereItIsTooLargeToBeAsked) {
  const Case large = named("large",
                           "import sys, types\n"
                           "def register(): sys.modules['L' * (70 << 20)] = types.ModuleType('q')\n"
                           "def unregister(): pass\n");
  std::vector<std::string> done;
  Comparison comparison = compare(
      {&large, &sound()}, {purge_and("")},
      {.worker_pool = kOptions, .jobs = 1, .progress = {}, .done = [&](const Record& record) {
         done.push_back(record.case_name);
       }});
  EXPECT_THAT(comparison.errors, IsEmpty());
  ASSERT_THAT(comparison.records, SizeIs(2));
  expect_unknown(comparison.records[0], "a request larger than its room");
  EXPECT_EQ(comparison.records[1].verdicts.at(Aspect::kFresh).outcome, Outcome::kPass);
  EXPECT_THAT(done, ::testing::ElementsAre("large", "sound"));
}

// Process 302 is the second fresh start's.
TEST(BrokenCase, IsUnknownWhereAStrategyCannotBeInstalledInAFreshStart) {
  const StrategySource flaky = purge_and(
      "def install(host):\n    import os\n"
      "    if os.getpid() == 302: raise RuntimeError('not in 302')\n");
  Comparison comparison = compare({&sound()}, {flaky, purge_and("")},
                                  {.worker_pool = kOptions, .jobs = 1, .progress = {}, .done = {}});
  EXPECT_THAT(comparison.errors, IsEmpty());
  ASSERT_THAT(comparison.records, SizeIs(2));
  expect_unknown(comparison.records[0], "not in 302");
  EXPECT_EQ(comparison.records[1].verdicts.at(Aspect::kFresh).outcome, Outcome::kPass);
}

// That the edit cannot load, and what is asked of it, is known only by running it.
TEST(BrokenCase, IsUnknownInWhateverItFailedInWhereTheSecondRunBreaks) {
  const Case broken_edit = named("broken_edit", "def register(: pass\n");
  ASSERT_FALSE(aspects_asked(broken_edit).contains(Aspect::kRollback));
  // Process 303 is the second run of the trial.
  const StrategySource flaky = purge_and(
      "def install(host):\n    import os\n"
      "    if os.getpid() == 303: raise RuntimeError('not again')\n");
  Comparison comparison = compare({&broken_edit}, {flaky},
                                  {.worker_pool = kOptions, .jobs = 1, .progress = {}, .done = {}});
  ASSERT_THAT(comparison.records, SizeIs(1));
  const Verdict& verdict = comparison.records[0].verdicts.at(Aspect::kRollback);
  EXPECT_EQ(verdict.outcome, Outcome::kUnknown);
  ASSERT_TRUE(verdict.reason);
  EXPECT_EQ(verdict.reason->kind, ReasonKind::kNotConfirmed);
  EXPECT_THAT(verdict.reason->here, ElementsAre(FindingKind::kNoRollback));
  ASSERT_THAT(verdict.reason->because, SizeIs(1));
  EXPECT_EQ(verdict.reason->because[0].kind, ReasonKind::kHarnessError);
  EXPECT_THAT(verdict.reason->because[0].message, HasSubstr("not again"));
}

TEST(BrokenCase, IsAnErrorWhereItIsRunAlone) {
  const StrategySource raising = purge_and("def adapt(files):\n    raise RuntimeError('no')\n");
  WorkerPool worker_pool(kOptions);
  auto records = run_case(worker_pool, sound(), {raising});
  ASSERT_FALSE(records);
  EXPECT_THAT(records.error().message, HasSubstr("no"));
}

TEST(BrokenCase, IsNoneWhereNoWorkerServesAnything) {
  WorkerPoolOptions nobody = kOptions;
  nobody.program = "/bin/true";
  EXPECT_THROW(
      static_cast<void>(compare({&sound()}, {purge_and("")},
                                {.worker_pool = nobody, .jobs = 1, .progress = {}, .done = {}})),
      NoWorker);
  nobody.program = "/no/such/program";
  EXPECT_THROW(
      static_cast<void>(compare({&sound()}, {purge_and("")},
                                {.worker_pool = nobody, .jobs = 2, .progress = {}, .done = {}})),
      NoWorker);
}

TEST(Unjudged, IsWhatTheCaseAsks) {
  using enum Aspect;
  auto asked = [](const std::string& header, const std::string& steps) {
    return aspects_asked(case_from_text("addon: demo\n" + header + "steps:\n  enable demo\n" +
                                        steps +
                                        "\n-- 1/demo.py --\ndef register(): pass\n"
                                        "-- 2/demo.py --\nX = 2\n"));
  };
  EXPECT_THAT(asked("", "  edit demo 2\n  reload demo\n"),
              ::testing::ElementsAre(kFresh, kProcessState, kIsolation, kLeaks));
  EXPECT_THAT(asked("", "  disable demo\n  enable demo\n"),
              ::testing::ElementsAre(kFresh, kClean, kIsolation));
  EXPECT_THAT(asked("", "  python held = demo\n  repeat 2\n    reload demo\n  end\n"),
              ::testing::ElementsAre(kFresh, kProcessState, kIsolation, kLiveObjects, kLeaks));
  EXPECT_THAT(asked(fmt::format("claims: {}\nverdict toggle: {}=pass\n", name_of(kRollback),
                                name_of(kRecovery)),
                    ""),
              ::testing::ElementsAre(kRollback, kRecovery));
}

TEST(Attempt, MakesAnErrorOfWhatConcernsOneCase) {
  auto verdict_text = [](auto thrown) {
    return attempt([&]() -> Result<int> { throw thrown; }).error().message;
  };
  EXPECT_EQ(verdict_text(std::bad_alloc()), "there is not memory enough");
  EXPECT_EQ(verdict_text(std::length_error("too long")), "too long");
  EXPECT_EQ(verdict_text(WorkerGone("gone")), "gone");
  EXPECT_EQ(*attempt([]() -> Result<int> { return 3; }), 3);
}

TEST(Attempt, LetsPassWhatConcernsAll) {
  EXPECT_THROW(static_cast<void>(attempt([]() -> Result<int> { throw Interrupted(); })),
               Interrupted);
  EXPECT_THROW(static_cast<void>(attempt([]() -> Result<int> { throw NoWorker("none"); })),
               NoWorker);
}

}  // namespace
}  // namespace afresh::engine

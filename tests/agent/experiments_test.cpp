// The short experiments of SNAPSHOT.md, each through whole trials.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/agent/graph_reader.hpp"
#include "tests/agent/observed.hpp"
#include "tests/engine/run_cases.hpp"

namespace afresh {
namespace {

using testing::case_from_text;
using testing::case_text;
using testing::CaseParts;
using ::testing::ElementsAre;
using testing::entries;
using ::testing::HasSubstr;
using testing::observe;
using testing::run_once;
using testing::shipped;
using testing::verdict_text;

constexpr const char* kAllPass = "fresh=pass process-state=pass clean=pass leaks=pass";

Record judged(const CaseParts& parts, const std::string& strategy) {
  return run_once(testing::shared_worker_pool(), case_from_text(case_text(parts)),
                  shipped(strategy));
}

// As a module's text: what the add-on has to have, and one edited line in a module below.
std::vector<std::pair<std::string, std::string>> package(const std::string& init) {
  return {{"1/demo/__init__.py",
           init + "\nfrom .limits import limit\ndef register(): pass\ndef unregister(): pass"},
          {"1/demo/limits.py", "limit = 1"},
          {"2/demo/limits.py", "limit = 22"}};
}
constexpr const char* kReloadAndDisable = "enable demo; edit demo 2; reload demo; disable demo";

constexpr const char* kSixClasses = R"(
class A: pass
class B: pass
class C: pass
class D: pass
class E: pass
class F: pass
CLASSES = list({A, B, C, D, E, F}))";

TEST(SetOfClasses, ComesInAnotherOrderAfterAPurge) {
  auto observed = observe(
      {.steps =
           R"(enable demo; expect [c.__name__ for c in demo.CLASSES] == "?"; edit demo 2; reload demo; )"
           R"(expect [c.__name__ for c in demo.CLASSES] == "?")",
       .files = package(kSixClasses)},
      "purge-dotted-collect");
  ASSERT_EQ(observed.answers.size(), 2U);
  EXPECT_NE(observed.answers[0], observed.answers[1]);
}

TEST(SetOfClasses, GivesNoFindingForItsOrder) {
  Record record =
      judged({.steps = kReloadAndDisable, .files = package(kSixClasses)}, "purge-dotted-collect");
  EXPECT_EQ(verdict_text(record), kAllPass);
  EXPECT_GT(record.masked, 0);
}

constexpr const char* kAsksForSubclasses = R"(
import hostapi
class Op(hostapi.Operator): pass
names = [c.__name__ for c in hostapi.Operator.__subclasses__()])";
constexpr const char* kReloadAndAsk =
    R"(enable demo; edit demo 2; reload demo; expect demo.names == "?")";

TEST(Subclasses, ListTheOldClassAfterAPurgeWithoutCollection) {
  CaseParts parts{.steps = kReloadAndAsk, .files = package(kAsksForSubclasses)};
  EXPECT_THAT(observe(parts, "purge-dotted").answers, ElementsAre("['Op', 'Op']"));
  parts.steps = kReloadAndDisable;
  EXPECT_THAT(verdict_text(judged(parts, "purge-dotted")), HasSubstr("fresh=fail"));
}

TEST(Subclasses, ListOnlyTheNewClassAfterACollection) {
  CaseParts parts{.steps = kReloadAndAsk, .files = package(kAsksForSubclasses)};
  EXPECT_THAT(observe(parts, "purge-dotted-collect").answers, ElementsAre("['Op']"));
  parts.steps = kReloadAndDisable;
  EXPECT_EQ(verdict_text(judged(parts, "purge-dotted-collect")), kAllPass);
}

constexpr const char* kSubscribed = R"(
import typing
T = typing.TypeVar('T')
class C(typing.Generic[T]): pass
X = typing.Optional[C])";

TEST(TypingCache, KeepsTheOldClassUntilItIsCleared) {
  auto observed = observe(
      {.steps = "enable demo; python import gc, typing, weakref; python old = weakref.ref(demo.C);"
                R"(edit demo 2; reload demo; expect old() is None == "?";)"
                "python [clear() for clear in typing._cleanups]; python gc.collect();"
                R"(expect (old() is None) == "?")",
       .files = package(kSubscribed)},
      "purge-dotted-collect");
  EXPECT_THAT(observed.answers, ElementsAre("False", "True"));
}

TEST(TypingCache, IsTheInterpretersOwn) {
  Record record =
      judged({.steps = kReloadAndDisable, .files = package(kSubscribed)}, "purge-dotted-collect");
  EXPECT_EQ(verdict_text(record), std::string(kAllPass) + "(leak)");
  ASSERT_EQ(record.findings.size(), 1U);
  EXPECT_EQ(record.findings.front().attribution, Attribution::kInterpreter);
}

constexpr const char* kExitCallback = "import atexit\ndef bye(): pass\natexit.register(bye)";

TEST(ExitCallbacks, AreSeenAndTwiceThereAfterAPurge) {
  auto observed = observe({.steps = kReloadAndDisable, .files = package(kExitCallback)},
                          "purge-dotted-collect");
  ASSERT_EQ(observed.snapshots.size(), 3U);
  EXPECT_THAT(entries(observed.snapshots[0], "atexit", 0), ElementsAre("function demo bye"));
  EXPECT_THAT(entries(observed.snapshots[1], "atexit", 0),
              ElementsAre("function demo bye", "function demo bye"));
  EXPECT_THAT(entries(observed.snapshots[2], "atexit", 0),
              ElementsAre("function demo bye", "function demo bye"));
}

TEST(ExitCallbacks, AreForgottenWhenUnregistered) {
  auto observed = observe(
      {.steps =
           "enable demo; python import atexit; python atexit.unregister(demo.bye); disable demo",
       .files = package(kExitCallback)},
      "do-nothing");
  EXPECT_THAT(entries(observed.snapshots.back(), "atexit", 0), ElementsAre());
}

TEST(ExitCallbacks, ThatStayFailTheSurface) {
  EXPECT_THAT(verdict_text(judged({.steps = kReloadAndDisable, .files = package(kExitCallback)},
                                  "purge-dotted-collect")),
              HasSubstr("process-state=fail(duplicate-registration"));
}

constexpr const char* kThreadName = "import threading\nname = threading.Thread().name";

TEST(ThreadCounter, MovesOnWithEveryReload) {
  auto observed = observe(
      {.steps =
           R"(enable demo; expect demo.name == "?"; edit demo 2; reload demo; expect demo.name == "?")",
       .files = package(kThreadName)},
      "purge-dotted-collect");
  EXPECT_THAT(observed.answers, ElementsAre("'Thread-1'", "'Thread-2'"));
}

TEST(ThreadCounter, IsMaskedByTheReferenceGroup) {
  Record record =
      judged({.steps = kReloadAndDisable, .files = package(kThreadName)}, "purge-dotted-collect");
  EXPECT_EQ(verdict_text(record), kAllPass);
  EXPECT_GT(record.masked, 0);
}

constexpr const char* kLoadedAt = R"(
import datetime, time
LOADED = int(time.time()), time.strftime('%H:%M:%S'), datetime.date.today()
started = datetime.datetime.now().replace(microsecond=0)
class Op:
    label = 'op'
    def draw(self, context): return self.label
    def poll(self, context): return True)";

TEST(TimeOfLoading, IsMaskedThoughFreshStartsComeInTheSameSecond) {
  Record record =
      judged({.steps = kReloadAndDisable, .files = package(kLoadedAt)}, "purge-dotted-collect");
  EXPECT_EQ(verdict_text(record), kAllPass);
  EXPECT_GE(record.masked, 6);
}

TEST(Annotations, AreNotAddedByTheObserver) {
  auto observed = observe({.steps = "enable demo; edit demo 2; reload demo;"
                                    R"(expect ("__annotations__" in vars(demo.K)) == "?")",
                           .files = package("class K: pass")},
                          "purge-dotted-collect");
  EXPECT_THAT(observed.answers, ElementsAre("False"));
}

CaseParts same_second(const std::string& edit) {
  return {.steps = "enable demo; " + edit + "; reload demo; disable demo",
          .files = {{"1/demo/__init__.py",
                     "from .m import v\ndef register(): pass\ndef unregister(): pass"},
                    {"1/demo/m.py", "v = 10"},
                    {"2/demo/m.py", "v = 22"}}};
}

TEST(SameSizeInTheSameSecond, IsHiddenByBytecodeEvenFromANewProcess) {
  EXPECT_THAT(verdict_text(judged(same_second("edit demo 2 +0s"), "purge-dotted-collect")),
              HasSubstr("fresh=fail"));
  EXPECT_THAT(verdict_text(judged(same_second("edit demo 2 +0s"), "restart")),
              HasSubstr("fresh=fail"));
}

TEST(SameSizeInTheSameSecond, IsSeenByAStartWithoutTheOldDisk) {
  EXPECT_EQ(verdict_text(judged(same_second("edit demo 2 +0s"), "restart-clean")), kAllPass);
}

TEST(SameSizeInTheSameSecond, IsSeenTwoSecondsLater) {
  EXPECT_EQ(verdict_text(judged(same_second("edit demo 2"), "purge-dotted-collect")), kAllPass);
}

}  // namespace
}  // namespace afresh

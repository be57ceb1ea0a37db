// What is left of an old load after full collections, and who is said to hold it.
// SPDX-License-Identifier: MIT
#include "harness/agent/leaks/leak_check.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>

#include "harness/agent/snapshot/tag_owned.hpp"
#include "tests/agent/in_process.hpp"
#include "tests/oracles/in_short.hpp"

namespace afresh {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;

constexpr const char* kAddon = R"(
class K:
    def draw(self): return 1
class Other: pass
def bye(): return K
def register(): pass
def unregister(): pass
)";

class LeakCheckTest : public testing::InProcess {
 protected:
  LeakCheckTest() {
    layout_.write({.changes = {{"demo/__init__.py", kAddon}}, .second = 0});
    run("import atexit, ctypes, functools, importlib, logging, typing\n"
        "class Kept: pass\n"
        "kept = logging.lastResort.kept = Kept()\n"
        "def closure(x): return lambda: x\n"
        "def generator(x):\n    yield x\n    yield x");
  }
  ~LeakCheckTest() override {
    agent_.host().disable("demo");
    run("kept.__dict__.clear(); del logging.lastResort.kept");
  }
  LeakCheckTest(const LeakCheckTest&) = delete;
  LeakCheckTest& operator=(const LeakCheckTest&) = delete;

  void enable() {
    loads_.begin();
    agent_.host().enable("demo");
    agent::tag_owned_objects(context());
    loads_.note_load(0);
    run("import demo");
  }
  /// The next load in new modules; the test's own namespace lets go of the old one.
  void purge_and_enable() {
    agent_.host().disable("demo");
    run("del demo, sys.modules['demo']; importlib.invalidate_caches()");
    enable();
  }
  LeakCheck check(bool is_final = true) { return agent::check_leaks(context(), is_final, nullptr); }
  /// `class demo.K @1: place logging.lastResort.kept`, with `cached` where it is.
  std::vector<std::string> survivors() {
    std::vector<std::string> words;
    for (const Survivor& each : check().survivors) {
      std::vector<std::string> holders;
      for (const Link& link : each.holders) holders.push_back(testing::in_short(link));
      words.push_back(fmt::format("{}: {}{}", testing::in_short(each.object),
                                  fmt::join(holders, " > "), each.is_cached ? " cached" : ""));
    }
    return words;
  }
  /// What is left after `code` ran in load 1 and load 2 came.
  std::vector<std::string> survivors_after(const std::string& code) {
    enable();
    run(code);
    purge_and_enable();
    return survivors();
  }
};

TEST_F(LeakCheckTest, LetsNothingBeCollectedByItself) {
  enable();
  run("kept.k = demo.K");
  purge_and_enable();
  run("import gc\nby_itself = []\n"
      "def note(phase, info):\n    if info['generation'] < 2: by_itself.append(info)\n"
      "thresholds = gc.get_threshold()\ngc.callbacks.append(note)");
  auto collections = [&](bool is_checking) {
    run("del by_itself[:]; gc.enable(); gc.set_threshold(1)");
    if (is_checking) {
      static_cast<void>(check());
    } else {
      PyGC_Collect();
    }
    run("gc.disable(); gc.set_threshold(*thresholds)");
    return PyList_Size(object("by_itself").get());
  };
  // What the test itself allocates sets off some, and more once a full one has emptied free lists.
  Py_ssize_t without = collections(false);
  EXPECT_LE(collections(true), without + 4);
  run("gc.callbacks.remove(note)");
}

TEST_F(LeakCheckTest, LeavesTheCollectorAsItWas) {
  enable();
  static_cast<void>(check());
  EXPECT_EQ(PyGC_IsEnabled(), 0);
  PyGC_Enable();
  static_cast<void>(check());
  EXPECT_EQ(PyGC_IsEnabled(), 1);
  PyGC_Disable();
}

TEST_F(LeakCheckTest, FindsNothingAfterACorrectPurge) {
  EXPECT_THAT(survivors_after("pass"), IsEmpty());
}

TEST_F(LeakCheckTest, FindsNothingOldInModulesThatRanAgainInPlace) {
  enable();
  run("importlib.reload(demo)");
  agent::tag_owned_objects(context());
  loads_.begin();
  loads_.note_load(0);
  EXPECT_THAT(survivors(), IsEmpty());
}

TEST_F(LeakCheckTest, FindsWhatAnInPlaceReloadReplacedAndSomeoneHolds) {
  enable();
  run("kept.a = demo.K");
  loads_.begin();
  run("importlib.reload(demo)");
  agent::tag_owned_objects(context());
  loads_.note_load(0);
  EXPECT_THAT(survivors(), ElementsAre("class demo.K @1: place logging.lastResort.kept.a"));
}

TEST_F(LeakCheckTest, LeavesWhatBelongsToADisabledAddonThatIsStillLoadedToOthers) {
  enable();
  agent_.host().disable("demo");
  EXPECT_THAT(survivors(), IsEmpty());
  run("kept.a = demo.K; del demo, sys.modules['demo']");
  EXPECT_THAT(survivors(), ElementsAre("class demo.K @1: place logging.lastResort.kept.a"));
}

TEST_F(LeakCheckTest, TakesTheModulesOfAnAddonThatWasGivenUpForGone) {
  enable();
  run("kept.a = demo.bye");
  EXPECT_THAT(survivors(), IsEmpty());
  loads_.give_up(0);
  run("del demo");
  EXPECT_THAT(survivors(), ElementsAre("function demo.bye @1: place logging.lastResort.kept.a"));
}

TEST_F(LeakCheckTest, NamesTheHandlersOfLoggersAndWhatIsBehindABoundMethod) {
  EXPECT_THAT(
      survivors_after("logging.root.addFilter(demo.K().draw)"),
      ElementsAre("class demo.K @1: place logging.getLogger('root').filters[0] > method draw > "
                  "instance demo.K"));
  run("logging.root.filters.clear()");
  EXPECT_THAT(survivors(), IsEmpty());
}

TEST_F(LeakCheckTest, NamesTheHostsRegistries) {
  EXPECT_THAT(survivors_after("import hostapi; hostapi.handlers.append(demo.bye)"),
              ElementsAre("function demo.bye @1: place hostapi.handlers[0]"));
  run("hostapi.handlers.clear()");
}

TEST_F(LeakCheckTest, NamesContainersAttributesClosuresAndGenerators) {
  EXPECT_THAT(
      survivors_after("kept.table = {'k': [0, demo.K]}\n"
                      "kept.inner = closure(demo.Other)\n"
                      "kept.g = generator(demo.bye); next(kept.g)\n"),
      ElementsAre(
          "class demo.K @1: place logging.lastResort.kept.table['k'][1]",
          "class demo.Other @1: place logging.lastResort.kept.inner closure x",
          // Up to 3.10 a generator has a frame of its own.
          MatchesRegex("function demo.bye @1: place logging.lastResort.kept.g(.gi_frame)?")));
}

TEST_F(LeakCheckTest, TellsOfAModuleAndNotOfAllThatIsInIt) {
  EXPECT_THAT(survivors_after("kept.module = demo"),
              ElementsAre("module demo @1: place logging.lastResort.kept.module"));
}

TEST_F(LeakCheckTest, KnowsTheCachesOfTyping) {
  EXPECT_THAT(
      survivors_after("typing.Optional[demo.K]"),
      ElementsAre(MatchesRegex("class demo.K @1: (place typing\\.|.*globals\\._caches).* cached")));
  // They are empty now.
  EXPECT_THAT(survivors(), IsEmpty());
}

TEST_F(LeakCheckTest, NamesExitCallbacksOfWhichTheInterpreterSaysNothing) {
  EXPECT_THAT(survivors_after("atexit.register(demo.bye)"),
              ElementsAre(MatchesRegex("function demo.bye @1: place atexit\\[[0-9]+\\]")));
  run("import demo\n[atexit.unregister(f) for f in list(sys.modules['_afresh'].exit_callbacks) "
      "if f.__qualname__ == 'bye']");
  EXPECT_THAT(survivors(), IsEmpty());
}

TEST_F(LeakCheckTest, SaysThatNobodyIsSeenWhereCHoldsIt) {
  EXPECT_THAT(survivors_after("ctypes.pythonapi.Py_IncRef(ctypes.py_object(demo.bye))"),
              ElementsAre("function demo.bye @1: "));
  run("[ctypes.pythonapi.Py_DecRef(ctypes.py_object(f)) for f in gc.get_objects() "
      "if getattr(f, '__qualname__', '') == 'bye' and f is not sys.modules['demo'].bye]");
  EXPECT_THAT(survivors(), IsEmpty());
}

TEST_F(LeakCheckTest, SaysWhatCHoldsItThroughWhereTheOldObjectLeadsThere) {
  EXPECT_THAT(
      survivors_after(
          "demo.K.last = demo.K()\nctypes.pythonapi.Py_IncRef(ctypes.py_object(demo.K.last))"),
      ElementsAre("class demo.K @1: native-code > instance demo.K"));
  run("[ctypes.pythonapi.Py_DecRef(ctypes.py_object(k)) for k in gc.get_objects() "
      "if type(k).__qualname__ == 'K']");
  EXPECT_THAT(survivors(), IsEmpty());
}

TEST_F(LeakCheckTest, NamesTheThreadThatStillRunsOldCode) {
  std::vector<std::string> found = survivors_after(
      "go, there = threading.Event(), threading.Event()\n"
      "def wait(cls):\n    there.set(); go.wait()\n"
      "t = threading.Thread(target=wait, args=(demo.K,), daemon=True); t.start(); there.wait()");
  run("go.set(); t.join(); del t");
  EXPECT_THAT(found, ElementsAre(MatchesRegex("class demo.K @1: .*thread.*")));
  EXPECT_THAT(survivors(), IsEmpty());
}

TEST_F(LeakCheckTest, FindsTheSameTwiceAndLeavesNothingOfItsOwn) {
  enable();
  run("kept.a = demo.K; logging.root.addFilter(demo.K().draw)");
  purge_and_enable();
  std::vector<Survivor> first = check().survivors;
  EXPECT_EQ(check().survivors, first);
  EXPECT_EQ(first.size(), 1U);
  std::string count = eval("len(gc.get_objects())");
  static_cast<void>(check());
  EXPECT_EQ(eval("len(gc.get_objects())"), count);
  run("logging.root.filters.clear()");
}

TEST_F(LeakCheckTest, RunsNoCodeOfTheAddonToFindWhoHoldsIt) {
  enable();
  run("class Loud:\n"
      "    def __getattribute__(self, name): calls.append(name); return 1\n"
      "    def __eq__(self, other): calls.append('eq'); return True\n"
      "    def __hash__(self): return 1\n"
      "calls = []\n"
      "kept.loud = loud = Loud()\n"
      "object.__setattr__(loud, 'cls', demo.K)\n"
      "kept.by_key = {loud: demo.Other}\n"
      "calls.clear()");
  purge_and_enable();
  EXPECT_THAT(survivors(), ElementsAre("class demo.K @1: place logging.lastResort.kept.loud.cls",
                                       MatchesRegex("class demo.Other @1: .*by_key.*")));
  EXPECT_EQ(eval("calls"), "[]");
}

TEST_F(LeakCheckTest, CountsWhatIsTaggedWithoutAskingWhoHoldsIt) {
  enable();
  std::uint32_t before = check(false).tagged;
  EXPECT_EQ(before, 7U);  // the module, two classes and four functions
  run("kept.a = demo.K");
  purge_and_enable();
  LeakCheck counted = check(false);
  EXPECT_GT(counted.tagged, before);
  EXPECT_THAT(counted.survivors, IsEmpty());
}

}  // namespace
}  // namespace afresh

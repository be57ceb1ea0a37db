// What only the order of executions tells, and what only the lines do: whole trials.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "tests/engine/run_cases.hpp"
#include "tests/oracles/in_short.hpp"

namespace afresh::engine {
namespace {

using afresh::testing::case_from_text;
using afresh::testing::run_once;
using afresh::testing::shipped;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr std::string_view kSteps =
    "addon: demo\nsteps:\n  enable demo\n  edit demo 2\n  reload demo\n";

class Trials : public ::testing::Test {
 protected:
  std::vector<std::string> findings(std::string_view files, const StrategySource& strategy) {
    record_ = run_once(testing::shared_worker_pool(),
                       case_from_text(std::string(kSteps).append(files)), strategy);
    std::vector<std::string> words;
    for (const Finding& finding : record_.findings) {
      words.push_back(fmt::format("{}: {}; {}; {}; {}", name_of(finding.kind),
                                  finding.paths.front(), testing::in_short(finding.actual),
                                  finding.overtaken_by, testing::in_short(finding.cause)));
    }
    return words;
  }
  [[nodiscard]] Outcome fresh() const { return record_.verdicts.at(Aspect::kFresh).outcome; }
  /// Reloads these modules of `demo`, in this order.
  static StrategySource reloading(const std::string& names) {
    return {.name = "in-order",
            .source =
                "import importlib, sys\nAPI = 1\ndef reload(host, addon):\n"
                "    host.unregister(addon.name)\n"
                "    for name in (" +
                names +
                "): importlib.reload(sys.modules[name])\n"
                "    host.register(addon.name)\n",
            .file = "in_order.py"};
  }

  Record record_;
};

// A time and a value that were noted when `demo.settings` was imported.
constexpr std::string_view kStamp = R"(
-- 1/demo/__init__.py --
from .settings import STAMP as LOADED_AT
def run(): return LOADED_AT
def register(): pass
def unregister(): pass
-- 1/demo/settings.py --
import time
STAMP = time.time()
TABLE = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
OTHER = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7, "h": 8, "i": 9}
-- 2/demo/settings.py --
import time
STAMP = time.time()
TABLE = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 22]
OTHER = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7, "h": 8, "i": 9}
)";

TEST_F(Trials, FindACopyOfATimeThatIsOlderThanItsSource) {
  EXPECT_THAT(findings(kStamp, reloading("'demo', 'demo.settings'")),
              ElementsAre("stale-value: demo.LOADED_AT; demo.settings.STAMP before; "
                          "demo/settings.py; "
                          "demo/__init__.py:1: from .settings import STAMP as LOADED_AT"));
}

TEST_F(Trials, FindNothingInACopyOfATimeThatIsAsOldAsItsSource) {
  EXPECT_THAT(findings(kStamp, reloading("'demo.settings', 'demo'")), IsEmpty());
  EXPECT_EQ(fresh(), Outcome::kPass);
  EXPECT_THAT(findings(kStamp, shipped("purge-dotted")), IsEmpty());
  EXPECT_THAT(findings(kStamp, shipped("restart-clean")), IsEmpty());
}

constexpr std::string_view kMoved = R"(
-- 1/demo/__init__.py --
from .tools import answer
def register(): pass
def unregister(): pass
-- 1/demo/tools.py --
def answer(): return 1
-- 2/demo/tools.py --
# A comment.
def answer(): return 1
)";

TEST_F(Trials, TellAFunctionThatOnlyMovedFromOneThatChanged) {
  EXPECT_THAT(findings(kMoved, shipped("do-nothing")),
              ElementsAre(StartsWith("stale-place: demo.answer; demo/tools.py:1 ")));
  EXPECT_THAT(findings(kMoved, reloading("'demo', 'demo.tools'")),
              ElementsAre("stale-place: demo.answer; function demo.tools.answer "
                          "(demo/tools.py) @1; demo/tools.py; "
                          "demo/__init__.py:1: from .tools import answer"));
  EXPECT_THAT(findings(kMoved, shipped("purge-dotted")), IsEmpty());
  EXPECT_EQ(fresh(), Outcome::kPass);
}

constexpr std::string_view kMovedMethod = R"(
-- 1/demo/__init__.py --
class Panel:
    def draw(self): return 1
def register(): pass
def unregister(): pass
-- 2/demo/__init__.py --
class Panel:

    def draw(self): return 1
def register(): pass
def unregister(): pass
)";

TEST_F(Trials, FindAMethodOfWhichOnlyTheLineIsOld) {
  for (const std::string& words : findings(kMovedMethod, shipped("do-nothing"))) {
    EXPECT_THAT(words, StartsWith("stale-place: ")) << words;
  }
  EXPECT_EQ(record_.findings.front().paths.front(), "demo.Panel.draw");
  EXPECT_EQ(fresh(), Outcome::kFail);
  EXPECT_THAT(findings(kMovedMethod, shipped("reload-top")), IsEmpty());
  EXPECT_EQ(fresh(), Outcome::kPass);
}

}  // namespace
}  // namespace afresh::engine

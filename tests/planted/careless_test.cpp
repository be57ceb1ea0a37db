// The other way round: where the fault is the add-on's (`careless/`), ways of reloading that are
// right are not blamed for it. Only *process-state*, which asks who sweeps up, fails.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/planted/run_planted.hpp"

namespace afresh::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Careless {
  std::string name;
  /// One of the findings after the disable, as `finding_lines` writes it.
  std::string left;
};

std::ostream& operator<<(std::ostream& out, const Careless& careless) {
  return out << careless.name;
}

class CarelessAddon : public ::testing::TestWithParam<Careless> {};

TEST_P(CarelessAddon, IsBlamedForWhatItDoesAndFailsNothingButSurface) {
  Case careless = case_in("careless", GetParam().name);
  for (const char* strategy : {"purge-dotted-collect", "twins/reload_in_order.py"}) {
    SCOPED_TRACE(strategy);
    Record record = run_planted(careless, strategy_at(strategy));
    EXPECT_THAT(aspects_with(record, Outcome::kFail), ElementsAre("process-state"));
    EXPECT_THAT(finding_lines(record, Aspect::kProcessState),
                AllOf(Contains(GetParam().left), Each(HasSubstr(" by add-on: "))));
    for (Aspect aspect : kAspects) {
      // What the add-on leaves keeps its old version alive, which fails nothing.
      if (aspect == Aspect::kProcessState || aspect == Aspect::kLeaks) continue;
      EXPECT_THAT(finding_lines(record, aspect), IsEmpty());
    }
    EXPECT_THAT(finding_lines(record, Aspect::kLeaks), Each(HasSubstr(" leak by add-on: ")));
  }
  SCOPED_TRACE("what the strategy does");
  Record faulty = run_planted(careless, strategy_at("faults/leaks_timer.py"));
  EXPECT_THAT(finding_lines(faulty, Aspect::kFresh),
              ElementsAre("step 2 leftover-registration by strategy: hostapi.timers[0] <- "
                          "leaks_timer.py:31"));
}

const std::vector<Careless> kCareless{
    {"never_unregisters_handler",
     "step 3 leftover-registration by add-on: hostapi.handlers[0] <- demo/__init__.py:4"},
    {"never_removes_timer",
     "step 3 leftover-registration by add-on: hostapi.timers[0] <- demo/__init__.py:3"},
    {"leaves_path_entry",
     "step 3 leftover-registration by add-on: sys.path[0] <- demo/__init__.py:4: "
     "sys.path.append(os.path.join(os.path.dirname(__file__), \"lib\"))"},
    {"leaves_import_hook",
     "step 3 leftover-registration by add-on: sys.meta_path[0] <- demo/__init__.py:7: "
     "sys.meta_path.append(Finder)"},
    {"leaves_thread",
     "step 3 leftover-registration by add-on: threads[1] <- demo/__init__.py:4: "
     "threading.Thread(target=threading.Event().wait, name=\"demo's\", daemon=True).start()"},
    {"replaces_library_function",
     "step 3 leftover-registration by add-on: monkeypatches[textwrap.shorten] <- "
     "demo/__init__.py:4: textwrap.shorten = shorten"},
    {"leaves_value_in_late_library",
     "step 3 leftover-registration by add-on: library names[colorsys.demo_version] <- "
     "demo/__init__.py:4: colorsys.demo_version = 1"},
    {"replaces_alias_in_late_library",
     "step 3 stale-value by add-on: library names[ssl._create_default_https_context] <- "
     "demo/__init__.py:4: ssl._create_default_https_context = ssl._create_unverified_context"},
    {"leaves_warning_filter",
     "step 3 leftover-registration by add-on: warnings.filters[0] <- "
     "demo/__init__.py:4: warnings.filterwarnings(\"ignore\", module=\"demo\")"},
    {"leaves_unnamed_thread",
     "step 2 leftover-registration by add-on: threads[2] <- demo/__init__.py:5: "
     "threading.Thread(target=wait_for_ever, daemon=True).start()"},
    {"finds_its_own_handler",
     "step 2 stale-value by add-on: demo.SEEN <- demo/__init__.py:4: "
     "SEEN = len(log.handlers)"},
};

INSTANTIATE_TEST_SUITE_P(Each, CarelessAddon, ::testing::ValuesIn(kCareless),
                         [](const auto& each) { return each.param.name; });

/// What the add-on does to others, or they to themselves, fails no aspect of a strategy that has no
/// part in it.
struct ToOthers {
  std::string name;
  Aspect aspect;
  std::string finding;
};

std::ostream& operator<<(std::ostream& out, const ToOthers& to_others) {
  return out << to_others.name;
}

class DoneToOthers : public ::testing::TestWithParam<ToOthers> {};

TEST_P(DoneToOthers, IsNotBlamedOnAnyRightStrategy) {
  Case a_case = case_in("careless", GetParam().name);
  for (const char* strategy : {"purge-dotted-collect", "twins/reload_in_order.py"}) {
    SCOPED_TRACE(strategy);
    Record record = run_planted(a_case, strategy_at(strategy));
    EXPECT_THAT(finding_lines(record, GetParam().aspect), Contains(GetParam().finding));
    for (const Finding& finding : record.findings)
      EXPECT_EQ(finding.attribution, Attribution::kAddon) << finding.paths.front();
    std::vector<std::string> failing = aspects_with(record, Outcome::kFail);
    std::erase(failing, "process-state");
    EXPECT_THAT(failing, IsEmpty());
  }
}

const std::vector<ToOthers> kToOthers{
    {"stays_in_other_addons_list", Aspect::kProcessState,
     "step 3 stale-value by add-on: other.PANELS <- other/__init__.py:1: PANELS = []"},
    {"resets_users_value", Aspect::kUserData,
     "step 3 lost-state by add-on: hostapi.document[scene.size]"},
    {"other_addon_keeps_a_log", Aspect::kIsolation,
     "step 3 collateral by add-on: other.LINES <- other/__init__.py:2: LINES = []"},
};

INSTANTIATE_TEST_SUITE_P(Each, DoneToOthers, ::testing::ValuesIn(kToOthers),
                         [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace afresh::testing

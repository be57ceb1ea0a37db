// Strategies with one fault each (`faults/`): every one is caught by its witness (`cases/`, of the
// same name), in the expected aspect, with the expected kind, cause and attribution. Its twin,
// which has not the fault, passes the same case: so that the fault is caught, and nothing else.
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/planted/run_planted.hpp"

namespace afresh::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

constexpr const char* kPurge = "purge-dotted-collect";
constexpr const char* kInPlace = "twins/reload_in_order.py";
constexpr const char* kRollsBack = "twins/rolls_back.py";

struct Planted {
  std::string fault;
  std::string twin;
  Aspect aspect{};
  /// All findings of the aspect, as `finding_lines` writes them.
  std::vector<std::string> findings;
};

std::ostream& operator<<(std::ostream& out, const Planted& planted) { return out << planted.fault; }

class PlantedFault : public ::testing::TestWithParam<Planted> {};

TEST_P(PlantedFault, IsCaughtForWhatItIsAndNotFoundInItsTwin) {
  const Planted& planted = GetParam();
  Record record =
      run_planted(case_in("cases", planted.fault), strategy_at("faults/" + planted.fault + ".py"));
  EXPECT_THAT(finding_lines(record, planted.aspect), ElementsAreArray(planted.findings));
  EXPECT_THAT(aspects_with(record, Outcome::kFail), Contains(name_of(planted.aspect)));

  Record twin = run_planted(case_in("cases", planted.fault), strategy_at(planted.twin));
  EXPECT_THAT(aspects_with(twin, Outcome::kPass), Contains(name_of(planted.aspect)));
  EXPECT_THAT(aspects_with(twin, Outcome::kFail), IsEmpty());
  EXPECT_THAT(finding_lines(twin, planted.aspect), IsEmpty());
}

const std::vector<Planted> kPlanted{
    {"forgets_submodules",
     kPurge,
     Aspect::kFresh,
     {"step 2 stale-code by strategy: demo.unit <- demo/__init__.py:1: from .settings import unit",
      "step 2 missing-name by strategy: demo.settings <- demo/__init__.py:1: from .settings import "
      "unit"}},
    {"forgets_parents_attribute",
     kPurge,
     Aspect::kFresh,
     {"step 2 stale-code by strategy: demo.settings.unit <- demo/settings.py:1: def unit(): return "
      "\"cm\"",
      "step 2 missing-name by strategy: demo.settings <- demo/__init__.py:1: from . import "
      "settings"}},
    {"wrong_order",
     kInPlace,
     Aspect::kFresh,
     {"step 2 stale-value by strategy: demo.report.LIMIT <- demo/report.py:1: from .settings "
      "import "
      "LIMIT"}},
    {"keeps_old_class_registered",
     kPurge,
     Aspect::kFresh,
     {"step 2 stale-code by strategy: hostapi.classes[0] <- demo/__init__.py:5"}},
    {"registers_twice",
     kPurge,
     Aspect::kFresh,
     {"step 2 duplicate-registration by strategy: hostapi.handlers[1] <- demo/__init__.py:4"}},
    {"unregisters_too_late",
     kPurge,
     Aspect::kFresh,
     {"step 2 duplicate-registration by strategy: hostapi.handlers[0] <- demo/__init__.py:4"}},
    {"swallows_exception",
     kInPlace,
     Aspect::kFresh,
     {"step 2 stale-module by strategy: demo.legacy <- demo/__init__.py:1: from . import legacy"}},
    {"leaves_path_entry",
     kPurge,
     Aspect::kProcessState,
     {"step 2 leftover-registration by strategy: sys.path[0]"}},
    {"leaves_import_hook",
     kPurge,
     Aspect::kProcessState,
     {"step 2 leftover-registration by strategy: sys.meta_path[0]"}},
    {"leaks_timer",
     kPurge,
     Aspect::kFresh,
     {"step 2 leftover-registration by strategy: hostapi.timers[0] <- leaks_timer.py:31"}},
    {"leaks_thread",
     kPurge,
     Aspect::kProcessState,
     {"step 2 leftover-registration by strategy: threads[1]"}},
    {"keeps_from_import_stale",
     kInPlace,
     Aspect::kFresh,
     {"step 2 stale-code by strategy: demo.unit <- demo/__init__.py:1: from .settings import "
      "unit"}},
    {"purges_library",
     kPurge,
     Aspect::kIsolation,
     {"step 3 collateral by strategy: colorsys", "step 3 collateral by strategy: textwrap"}},
    {"reloads_library",
     kPurge,
     Aspect::kIsolation,
     {"step 2 collateral by strategy: fractions", "step 2 collateral by strategy: textwrap"}},
    {"leaves_library_patched",
     kPurge,
     Aspect::kIsolation,
     {"step 2 collateral by strategy: monkeypatches[importlib.import_module]"}},
    {"takes_neighbour_by_prefix",
     kPurge,
     Aspect::kIsolation,
     {"step 3 collateral by strategy: demo_extras"}},
    {"right_once",
     kPurge,
     Aspect::kFresh,
     {"step 4 stale-code by strategy: demo.unit <- demo/__init__.py:1: def unit(): return "
      "\"mm\""}},
    {"wrong_every_seventh",
     kPurge,
     Aspect::kFresh,
     {"step 14 stale-code by strategy: demo.unit <- demo/__init__.py:1: def unit(): return "
      "\"cm\""}},
    {"keeps_property_value",
     kPurge,
     Aspect::kUserData,
     {"step 3 lost-state by strategy: hostapi.document[scene.amount]"}},
    {"no_rollback",
     kRollsBack,
     Aspect::kRollback,
     {"step 2 no-rollback by strategy: demo <- demo/__init__.py:4"}},
};

INSTANTIATE_TEST_SUITE_P(Each, PlantedFault, ::testing::ValuesIn(kPlanted),
                         [](const auto& each) { return each.param.fault; });

}  // namespace
}  // namespace afresh::testing

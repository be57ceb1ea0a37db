// The harness must be silent where nothing is wrong, and must not be where nothing was
// done. AFRESH_NULL_CASES sets the number of packages; 100,000 is what a release is held to, and
// may be run in parts: AFRESH_NULL_FIRST is the index of the first. SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>

#include "tests/null/null_trials.hpp"

namespace afresh::testing {
namespace {

using engine::Variant;
using ::testing::IsEmpty;

constexpr int kDefaultCases = 2000;

int asked_or(const char* variable, int otherwise) {
  const char* asked = std::getenv(variable);
  return asked == nullptr ? otherwise : std::atoi(asked);
}

CaseRange null_cases() {
  return {.first = std::max(0, asked_or("AFRESH_NULL_FIRST", 0)),
          .count = std::max(1, asked_or("AFRESH_NULL_CASES", kDefaultCases))};
}

TEST(Null, RestartsAndCorrectPurgesHaveNoFindingAndDoingNothingIsCaught) {
  // In one go, because the packages' references cost more than the trials. The restart in the other
  // tier of isolation than its references, with another seed; in the same tier what differs is the
  // seed alone.
  EXPECT_THAT(objections(null_cases(), {{"restart-clean", Variant::kOtherStartMethod, not_silent},
                                        {"purge-dotted", Variant::kBase, not_silent},
                                        {"purge-dotted-collect", Variant::kBase, not_silent},
                                        {"restart-clean", Variant::kOtherSeed, not_silent, 10},
                                        {"do-nothing", Variant::kBase, not_caught, 10}}),
              IsEmpty());
}

TEST(Null, OnTheBlenderLikeHostRestartsAndCorrectPurgesHaveNoFindingAndDoingNothingIsCaught) {
  CaseRange cases = null_cases();
  cases.count = std::max(1, cases.count / 20);
  EXPECT_THAT(
      objections(cases,
                 {{"restart-clean", Variant::kOtherStartMethod, not_silent_but_for_the_document},
                  {"restart-clean", Variant::kOtherSeed, not_silent_but_for_the_document},
                  {"purge-dotted", Variant::kBase, not_silent},
                  {"purge-dotted-collect", Variant::kBase, not_silent},
                  {"do-nothing", Variant::kBase, not_caught}},
                 bpy_package),
      IsEmpty());
}

// The edit that `check` makes of an add-on that has no second version.
TEST(Null, AnEditThatMovesLinesHasNoFindingAndDoingNothingIsCaught) {
  CaseRange cases = null_cases();
  cases.count = std::max(1, cases.count / 50);
  EXPECT_THAT(objections(cases,
                         {{"restart-clean", Variant::kBase, not_silent},
                          {"purge-dotted", Variant::kBase, not_silent},
                          {"generation-swap", Variant::kBase, not_silent},
                          {"do-nothing", Variant::kBase, not_caught}},
                         shifted_package),
              IsEmpty());
}

TEST(Null, ARestartAfterMovedLinesHasNoFindingInAnyScenario) {
  EXPECT_THAT(objections({.first = 0, .count = number_of_scenarios()},
                         {{"restart-clean", Variant::kBase, not_silent},
                          {"restart-clean", Variant::kOtherSeed, not_silent}},
                         shifted_scenario),
              IsEmpty());
}

TEST(Null, AVerdictThatIsMissingIsNoSilence) {
  Record record{
      .case_name = "generated-7-1", .strategy = "restart", .verdicts = {}, .findings = {}};
  EXPECT_EQ(not_silent(record),
            "afresh replay --generated-case 7:1 --strategy restart\n    fresh is absent");
  EXPECT_EQ(not_caught(record), not_silent(record));
  for (Aspect aspect :
       {Aspect::kFresh, Aspect::kProcessState, Aspect::kClean, Aspect::kIsolation, Aspect::kLeaks})
    record.verdicts[aspect] = {Outcome::kPass, {}};
  EXPECT_EQ(not_silent(record), "");
  record.findings.push_back({.kind = FindingKind::kStaleCode, .paths = {"p"}});
  EXPECT_NE(not_silent(record), "");
}

}  // namespace
}  // namespace afresh::testing

// Whether an edit arrived.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/edit_status.hpp"

#include <gtest/gtest.h>

#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

EditStatus ask(std::string_view previous, std::string_view reference, std::string_view actual) {
  Graph before = parse_graph(previous);
  Graph fresh = parse_graph(reference);
  Graph here = parse_graph(actual);
  return edit_status(before, fresh, {}, here, match(here, fresh), 0);
}

std::string demo() { return std::string(kDemo); }

TEST(EditStatus, WhereEverythingIsNew) {
  EXPECT_EQ(ask(demo_before(), kDemo, kDemo), EditStatus::kApplied);
}

TEST(EditStatus, WhereOneEditedPlaceIsNew) {
  // Only the module that defines the function was loaded again.
  std::string half = with(demo(), {{".settings -> ms; .unit -> unit; .V = int 1",
                                    ".settings -> ms; .unit -> old; .V = int 0"}}) +
                     "old function unit @0: _code = c0; _module = demo.settings; _globals -> ns\n";
  EXPECT_EQ(ask(demo_before(), kDemo, half), EditStatus::kApplied);
}

TEST(EditStatus, NotWhereEverythingIsOld) {
  EXPECT_EQ(ask(demo_before(), kDemo, demo_before()), EditStatus::kNotApplied);
}

TEST(EditStatus, NotByWhatAnOldFunctionHolds) {
  constexpr std::string_view kNew = R"(
    root modules demo @0 -> m
    m module demo: -> n
    n namespace: .f -> f
    f function f: _code = c1; _defaults = tuple (1,)
  )";
  std::string old = with(std::string(kNew), {{"c1", "c0"}, {"(1,)", "(0,)"}});
  EXPECT_EQ(ask(old, kNew, old), EditStatus::kNotApplied);
}

TEST(EditStatus, NotBelowWhatDoesNotEvenMatch) {
  std::string reference = with(demo(), {{"['b'] = int 2", "['b'] = int 3"}});
  std::string gone = with(demo(), {{" .TABLE -> table", " .OTHER = int 0"}});
  EXPECT_EQ(ask(kDemo, reference, gone), EditStatus::kNotApplied);
}

TEST(EditStatus, ByANameThatIsGone) {
  std::string reference = with(demo(), {{"; .label = str 'op'", ""}});
  EXPECT_EQ(ask(kDemo, reference, reference), EditStatus::kApplied);
  EXPECT_EQ(ask(kDemo, reference, kDemo), EditStatus::kNotApplied);
}

TEST(EditStatus, ByAModuleThatIsNew) {
  std::string reference =
      demo() + "root modules demo.extra @0 -> mx\nmx module demo.extra: -> nx\nnx namespace:\n";
  EXPECT_EQ(ask(kDemo, reference, reference), EditStatus::kApplied);
  EXPECT_EQ(ask(kDemo, reference, kDemo), EditStatus::kNotApplied);
}

TEST(EditStatus, ByARegistrationAlone) {
  std::string previous = with(demo(), {{"rc registry @0: [0] -> op", "rc registry @0:"}});
  EXPECT_EQ(ask(previous, kDemo, kDemo), EditStatus::kApplied);
  EXPECT_EQ(ask(previous, kDemo, previous), EditStatus::kNotApplied);
}

TEST(EditStatus, HasNothingToSeeWhereVersionsAreAlike) {
  EXPECT_EQ(ask(kDemo, kDemo, kDemo), EditStatus::kNotVisible);
  // What changed belongs to somebody else.
  std::string other = demo() + "root modules other @1 = int 1\n";
  EXPECT_EQ(ask(kDemo, other, other), EditStatus::kNotVisible);
}

}  // namespace
}  // namespace afresh::testing

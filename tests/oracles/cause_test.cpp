// The line that holds what a finding is about.
// SPDX-License-Identifier: MIT
#include "harness/oracles/cause.hpp"

#include <gtest/gtest.h>

namespace afresh::testing {
namespace {

SourceFacts facts() {
  SourceFacts facts;
  facts.files["demo/__init__.py"] = {
      {"unit", BindingKind::kFromImport, 1, "from .settings import unit"},
      {"TABLE", BindingKind::kAssignment, 4, "TABLE = {'f': unit}"},
      {"Panel", BindingKind::kDefinition, 6, "class Panel:"},
      {"Panel.draw", BindingKind::kAssignment, 7, "draw = unit"},
      {"TABLE", BindingKind::kAssignment, 9, "TABLE = dict(TABLE)"}};
  facts.files["demo/settings.py"] = {{"unit", BindingKind::kDefinition, 1, "def unit():"}};
  facts.files["demo/star.py"] = {{"*", BindingKind::kStarImport, 2, "from .settings import *"}};
  return facts;
}

TEST(Cause, IsTheLineThatBindsTheName) {
  EXPECT_EQ(binding_of("demo.unit", facts()), "demo/__init__.py:1: from .settings import unit");
  EXPECT_EQ(binding_of("demo.settings.unit", facts()), "demo/settings.py:1: def unit():");
}

TEST(Cause, IsTheLastSuchLineOfTheLastHolder) {
  EXPECT_EQ(binding_of("demo.TABLE['f'] closure x", facts()),
            "demo/__init__.py:9: TABLE = dict(TABLE)");
}

TEST(Cause, OfAnAttributeIsItsOwnLineOrItsClass) {
  EXPECT_EQ(binding_of("demo.Panel.draw", facts()), "demo/__init__.py:7: draw = unit");
  EXPECT_EQ(binding_of("demo.Panel.poll", facts()), "demo/__init__.py:6: class Panel:");
  EXPECT_EQ(binding_of("demo.Panel bases[0]", facts()), "demo/__init__.py:6: class Panel:");
}

TEST(Cause, MayBeAStar) {
  EXPECT_EQ(binding_of("demo.star.anything", facts()), "demo/star.py:2: from .settings import *");
}

TEST(Cause, IsEmptyWhereNothingIsKnown) {
  EXPECT_EQ(binding_of("demo.unknown", facts()), "");
  EXPECT_EQ(binding_of("other.unit", facts()), "");
  EXPECT_EQ(binding_of("demo", facts()), "");
  EXPECT_EQ(binding_of("", facts()), "");
}

TEST(Cause, OfARegistrationIsItsCaller) {
  std::vector<LedgerEntry> ledger{{"hostapi.classes", "Op", "demo", "demo/__init__.py:12", 1},
                                  {"hostapi.classes", "Op2", "demo", "demo/__init__.py:13", 1},
                                  {"hostapi.classes", "Op", "demo", "demo/__init__.py:14", 3},
                                  {"hostapi.timers", "tick", "demo", "demo/__init__.py:20", 1}};
  EXPECT_EQ(registration_of("hostapi.classes[0]", "class Op, generation 1", ledger),
            "demo/__init__.py:14");
  EXPECT_EQ(registration_of("hostapi.classes[0]", "class Unknown", ledger), "");
  EXPECT_EQ(registration_of("hostapi.timers[0]", "something", ledger), "demo/__init__.py:20");
  EXPECT_EQ(registration_of("hostapi.time[0]", "tick", ledger), "");
}

TEST(Cause, OfAFindingIsThatOfItsFirstPathWithOne) {
  Finding finding;
  finding.paths = {"demo.nothing.known", "demo.unit"};
  EXPECT_EQ(cause_of(finding, facts(), {}), "demo/__init__.py:1: from .settings import unit");
}

}  // namespace
}  // namespace afresh::testing

// The line that holds what a finding is about.
// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/cause.hpp"

#include <gtest/gtest.h>

#include "harness/oracles/graph/object_refs.hpp"
#include "tests/oracles/in_short.hpp"

namespace afresh::testing {
namespace {

const std::vector<LedgerEntry> kNoLedger;

SourceFacts facts_of_demo() {
  SourceFacts facts;
  facts.files["demo/__init__.py"] = {
      {"unit", BindingKind::kFromImport, 1, "from .settings import unit"},
      {"TABLE", BindingKind::kAssignment, 4, "TABLE = {'f': unit}"},
      {"Panel", BindingKind::kDefinition, 6, "class Panel:"},
      {"Panel.draw", BindingKind::kAssignment, 7, "draw = unit"},
      {"TABLE", BindingKind::kAssignment, 9, "TABLE = dict(TABLE)"}};
  facts.files["demo/settings.py"] = {{"unit", BindingKind::kDefinition, 1, "def unit():"}};
  facts.files["demo/star.py"] = {
      {"*", BindingKind::kStarImport, 2, "from .settings import *", ".settings", "*"}};
  return facts;
}

CauseEvidence facts() {
  static const SourceFacts kFacts = facts_of_demo();
  return {kFacts, kNoLedger};
}

std::string binding(std::string_view path) { return in_short(find_binding_line(path, facts())); }

/// The line that registered what stands at the path, where the finding has this object.
std::string registration(std::string_view path, const FindingSide& actual,
                         const std::vector<LedgerEntry>& ledger) {
  Finding finding;
  finding.paths = {std::string(path)};
  finding.actual = actual;
  return in_short(find_registration_line(path, finding, ledger));
}

ObjectRef a_class(std::string name) {
  return {.kind = ObjectKind::kClass, .module = "demo", .name = std::move(name), .load = 1};
}

TEST(Cause, IsTheLineThatBindsTheName) {
  EXPECT_EQ(binding("demo.unit"), "demo/__init__.py:1: from .settings import unit");
  EXPECT_EQ(binding("demo.settings.unit"), "demo/settings.py:1: def unit():");
}

TEST(Cause, IsTheLastSuchLineOfTheLastHolder) {
  EXPECT_EQ(binding("demo.TABLE['f'] closure x"), "demo/__init__.py:9: TABLE = dict(TABLE)");
}

TEST(Cause, OfAnAttributeIsItsOwnLineOrItsClass) {
  EXPECT_EQ(binding("demo.Panel.draw"), "demo/__init__.py:7: draw = unit");
  EXPECT_EQ(binding("demo.Panel.poll"), "demo/__init__.py:6: class Panel:");
  EXPECT_EQ(binding("demo.Panel bases[0]"), "demo/__init__.py:6: class Panel:");
}

TEST(Cause, IsAStarWhereThatBringsTheName) {
  EXPECT_EQ(binding("demo.star.unit"), "demo/star.py:2: from .settings import *");
  EXPECT_EQ(binding("demo.star.unit.code"), "demo/star.py:2: from .settings import *");
  EXPECT_EQ(binding("demo.star.anything"), "");
  EXPECT_EQ(binding("demo.star.__path__"), "");
}

TEST(Cause, IsNoLineOfAnotherModule) { EXPECT_EQ(binding("demo.settings.unknown"), ""); }

TEST(Cause, IsEmptyWhereNothingIsKnown) {
  EXPECT_EQ(binding("demo.unknown"), "");
  EXPECT_EQ(binding("other.unit"), "");
  EXPECT_EQ(binding("demo"), "");
  EXPECT_EQ(binding(""), "");
}

TEST(Cause, OfARegistrationIsItsCaller) {
  auto at = [](std::string probe, std::string name, int line) {
    return LedgerEntry{.probe = std::move(probe),
                       .name = std::move(name),
                       .owner = "demo",
                       .where = "demo/__init__.py:" + std::to_string(line)};
  };
  std::vector<LedgerEntry> ledger{at("hostapi.classes", "Op", 12), at("hostapi.classes", "Op2", 13),
                                  at("hostapi.classes", "Op", 14),
                                  at("hostapi.timers", "tick", 20)};
  EXPECT_EQ(registration("hostapi.classes[0]", a_class("Op"), ledger), "demo/__init__.py:14");
  EXPECT_EQ(registration("hostapi.classes[0]", a_class("Unknown"), ledger), "");
  EXPECT_EQ(registration("hostapi.timers[0]", parse_atom("str 'something'"), ledger),
            "demo/__init__.py:20");
  EXPECT_EQ(registration("hostapi.time[0]", parse_atom("function tick"), ledger), "");
  // What took it out again did not put it there.
  ledger.push_back(at("hostapi.classes", "Op", 30));
  ledger.back().is_removal = true;
  EXPECT_EQ(registration("hostapi.classes[0]", a_class("Op"), ledger), "demo/__init__.py:14");
}

TEST(Cause, OfARegistrationIsKnownByEitherSideAndByItsHeldObject) {
  std::vector<LedgerEntry> ledger{
      {.probe = "hostapi.classes", .name = "Op", .where = "demo/__init__.py:1"},
      {.probe = "hostapi.classes", .name = "Other", .where = "demo/__init__.py:2"}};
  Finding finding;
  finding.fresh = a_class("Op");
  EXPECT_EQ(in_short(find_registration_line("hostapi.classes[0]", finding, ledger)),
            "demo/__init__.py:1");
  EXPECT_EQ(registration("hostapi.classes[0]", HeldObject{.object = a_class("Op")}, ledger),
            "demo/__init__.py:1");
}

TEST(Cause, OfAFindingIsThatOfItsFirstPathWithOne) {
  Finding finding;
  finding.paths = {"demo.nothing.known", "demo.unit"};
  EXPECT_EQ(in_short(find_cause(finding, facts())),
            "demo/__init__.py:1: from .settings import unit");
}

/// Two versions of `demo` that ran: the first imports `demo.part`, and by a function
/// `demo.late`; the second has lost these lines.
class CauseByHistory : public ::testing::Test {
 protected:
  CauseByHistory() {
    then_[1].files["demo/__init__.py"] = {
        {"V", BindingKind::kFromImport, 1, "from .part import V", ".part", "V"},
        {"", BindingKind::kFromImport, 3, "from . import late", ".", "late"},
        {"old", BindingKind::kAssignment, 4, "old = 1"}};
    then_[2] = then_[1];
    then_[3].files["demo/__init__.py"] = {{"new", BindingKind::kAssignment, 2, "new = 1"}};
  }
  [[nodiscard]] std::string cause(FindingKind kind, std::string path) const {
    Finding finding;
    finding.kind = kind;
    finding.paths = {std::move(path)};
    return in_short(find_cause(finding, evidence()));
  }
  [[nodiscard]] std::string overtaken(std::string path) const {
    Finding finding;
    finding.kind = FindingKind::kStaleValue;
    finding.paths = {std::move(path)};
    return later_run(finding, evidence());
  }
  [[nodiscard]] CauseEvidence evidence() const {
    return {then_.at(3), kNoLedger, ExecutionHistory(runs_, {}, &then_), ExecutionHistory(fresh_),
            modules_};
  }

  std::vector<BodyRun> runs_{{"demo/__init__.py", -1, 1},
                             {"demo/part.py", 0, 1},
                             {"demo/late.py", -1, 2},
                             {"demo/__init__.py", -1, 3}};
  std::vector<BodyRun> fresh_{{"demo/__init__.py", -1, 1}};
  SourcesByOp then_;
  ModuleFiles modules_{
      {"demo", "demo/__init__.py"}, {"demo.part", "demo/part.py"}, {"demo.late", "demo/late.py"}};
};

TEST_F(CauseByHistory, OfAModuleIsTheImportInWhichItRan) {
  EXPECT_EQ(cause(FindingKind::kStaleModule, "demo.part"),
            "demo/__init__.py:1: from .part import V");
}

TEST_F(CauseByHistory, OfAModuleThatTheHostImportedIsNone) {
  EXPECT_EQ(cause(FindingKind::kStaleModule, "demo"), "");
}

TEST_F(CauseByHistory, OfAModuleLoadedByAFunctionIsItsOnlyImport) {
  runs_.pop_back();
  EXPECT_EQ(cause(FindingKind::kStaleModule, "demo.late"),
            "demo/__init__.py:3: from . import late");
  then_[1].files["demo/__init__.py"].push_back(
      {"", BindingKind::kFromImport, 9, "from . import late as l", ".", "late"});
  EXPECT_EQ(cause(FindingKind::kStaleModule, "demo.late"), "") << "it may have been either";
}

TEST_F(CauseByHistory, OfAGhostIsTheOldLine) {
  EXPECT_EQ(cause(FindingKind::kGhostName, "demo.old"), "demo/__init__.py:4: old = 1");
  EXPECT_EQ(cause(FindingKind::kGhostName, "demo.unknown"), "");
}

TEST_F(CauseByHistory, OfAMissingModuleIsTheImportThatLoadsItInAFreshStart) {
  then_[3].files["demo/__init__.py"].push_back(
      {"added", BindingKind::kFromImport, 3, "from . import added", ".", "added"});
  EXPECT_EQ(cause(FindingKind::kMissingName, "demo.unheard"), "");
  fresh_.push_back({"demo/added.py", 0, 1});
  modules_["demo.added"] = "demo/added.py";
  EXPECT_EQ(cause(FindingKind::kMissingName, "demo.added"),
            "demo/__init__.py:3: from . import added");
}

TEST_F(CauseByHistory, OfWhatTheImportSystemBindsIsTheImport) {
  EXPECT_EQ(cause(FindingKind::kStaleValue, "demo.part.__file__"),
            "demo/__init__.py:1: from .part import V");
  EXPECT_EQ(cause(FindingKind::kStaleValue, "demo.part.unknown"), "");
}

TEST_F(CauseByHistory, SaysThatACopyWasMadeBeforeItsSourceRanAgain) {
  then_[3] = then_[1];
  EXPECT_EQ(overtaken("demo.V"), "") << "demo ran last";
  runs_.push_back({"demo/part.py", -1, 3});
  EXPECT_EQ(overtaken("demo.V"), "demo/part.py");
  EXPECT_EQ(overtaken("demo.old"), "") << "nothing is copied";
}

}  // namespace
}  // namespace afresh::testing

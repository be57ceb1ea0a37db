// Copies of masked values: told by the order of executions alone.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/stale_imports.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "tests/oracles/in_short.hpp"
#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// `demo` copies a time that `demo.settings` notes when it is imported.
std::string world(const std::string& copy, const std::string& source) {
  // Enough that one masked value stays under the limit.
  std::string table = "t dict: ['a'] = int 1";
  for (int i = 0; i < 40; ++i) table += fmt::format("; ['{}'] = int 1", i);
  return fmt::format(R"(
    root modules demo @0 -> m
    root modules demo.settings @0 -> ms
    m module demo @0: -> n
    n namespace @0: .__file__ = str '/x/demo/__init__.py'; .STAMP = {}; .TABLE -> t; .V = int 1
    ms module demo.settings @0: -> ns
    ns namespace @0: .__file__ = str '/x/demo/settings.py'; .STAMP = {}
    {}
)",
                     copy, source, table);
}

const std::string kOld = world("float 7", "float 8");
constexpr int kMoved = 1000;  ///< lines, by the edit

class StaleImports : public ::testing::Test {
 protected:
  StaleImports() {
    sources_[1].files["demo/__init__.py"] = {{"STAMP", BindingKind::kFromImport, 1,
                                              "from .settings import STAMP", ".settings", "STAMP"}};
    sources_[1].files["demo/settings.py"] = {
        {"STAMP", BindingKind::kAssignment, 1, "STAMP = time()"}};
    sources_[3] = sources_[1];
    for (auto& [path, bindings] : sources_[3].files) bindings.front().line += kMoved;
  }
  std::vector<BindingFact>& importer() { return sources_[3].files["demo/__init__.py"]; }
  /// The findings of a reload in which `demo.settings` ran again last.
  std::vector<std::string> findings(const std::string& actual) {
    TrialBuilder trial;
    Checkpoint& checkpoint = trial.reload(actual, a_);
    checkpoint.reference.other_seed = trial.keep(b_);
    checkpoint.reference.aged = trial.keep(c_);
    checkpoint.previous_reference = trial.keep(with(a_, {{".V = int 1", ".V = int 0"}}));
    checkpoint.facts = &sources_.at(3);
    checkpoint.period = {.op = 3};
    checkpoint.reference.body_runs = &fresh_;
    trial.input.body_runs = &runs_;
    trial.input.sources = &sources_;
    trial.input.stands_for_any_edit = stands_for_any_edit_;
    Judgement judgement = trial.judge();
    findings_ = judgement.findings;
    fresh_verdict_ = judgement.verdicts.at(Aspect::kFresh);
    return render_findings(findings_);
  }

  std::string a_ = world("float 1", "float 1");
  std::string b_ = world("float 2", "float 2");
  std::string c_ = world("float 3", "float 3");
  std::vector<BodyRun> runs_{{"demo/__init__.py", -1, 1},
                             {"demo/settings.py", 0, 1},
                             {"demo/__init__.py", -1, 3},
                             {"demo/settings.py", -1, 3}};
  std::vector<BodyRun> fresh_{{"demo/__init__.py", -1, 1}, {"demo/settings.py", 0, 1}};
  SourcesByOp sources_;
  std::vector<Finding> findings_;
  Verdict fresh_verdict_;
  bool stands_for_any_edit_ = false;
};

TEST_F(StaleImports, AreStaleValues) {
  EXPECT_THAT(findings(kOld), ElementsAre("fresh stale-value: demo.STAMP"));
  EXPECT_EQ(in_short(findings_[0].fresh), "demo.settings.STAMP now");
  EXPECT_EQ(in_short(findings_[0].actual), "demo.settings.STAMP before");
  EXPECT_EQ(findings_[0].overtaken_by, "demo/settings.py");
  EXPECT_EQ(in_short(findings_[0].cause), "demo/__init__.py:1001: from .settings import STAMP");
}

TEST_F(StaleImports, MayHaveComeWithAStar) {
  importer() = {{"*", BindingKind::kStarImport, 2, "from .settings import *", ".settings", "*"}};
  EXPECT_THAT(findings(kOld), ElementsAre("fresh stale-value: demo.STAMP"));
  EXPECT_EQ(in_short(findings_[0].cause), "demo/__init__.py:2: from .settings import *");
}

TEST_F(StaleImports, AreNoneWhereCopyAndSourceAreEqual) {
  EXPECT_THAT(findings(world("float 8", "float 8")), IsEmpty());
}

TEST_F(StaleImports, AreNoneWhereTheCopyingBodyRanLast) {
  runs_.pop_back();
  EXPECT_THAT(findings(kOld), IsEmpty());
  runs_.push_back({"demo/settings.py", 2, 3});
  EXPECT_THAT(findings(kOld), IsEmpty());
}

TEST_F(StaleImports, AreNoneWhereAFreshStartHasTheSameOrder) {
  fresh_.push_back({"demo/settings.py", -1, 1});
  EXPECT_THAT(findings(kOld), IsEmpty());
}

TEST_F(StaleImports, AreNoneWhereAFreshStartTellsThemApartToo) {
  c_ = world("float 3", "float 4");
  EXPECT_THAT(findings(kOld), IsEmpty());
}

TEST_F(StaleImports, AreNoneWhereAnythingElseBindsTheName) {
  importer().push_back({"STAMP", BindingKind::kAssignment, 2, "STAMP = round(STAMP)"});
  EXPECT_THAT(findings(kOld), IsEmpty());
  importer() = {{"STAMP", BindingKind::kAssignment, 2, "STAMP = time()"}};
  EXPECT_THAT(findings(kOld), IsEmpty());
}

TEST_F(StaleImports, AreLeftToTheComparisonWhereNothingIsMasked) {
  b_ = c_ = a_;
  EXPECT_THAT(findings(world("float 7", "float 1")), ElementsAre("fresh stale-value: demo.STAMP"));
  EXPECT_EQ(in_short(findings_[0].fresh), "float 1");
  EXPECT_EQ(in_short(findings_[0].actual), "float 7");
  EXPECT_EQ(findings_[0].overtaken_by, "demo/settings.py");
}

// Moved lines leave every value as it was.
TEST_F(StaleImports, AreToldByOrderAloneWhereTheEditStandsForAnyOther) {
  b_ = c_ = a_;
  stands_for_any_edit_ = true;
  EXPECT_THAT(findings(a_), ElementsAre("fresh stale-value: demo.STAMP"));
  EXPECT_EQ(in_short(findings_[0].actual), "demo.settings.STAMP before");
  EXPECT_EQ(findings_[0].overtaken_by, "demo/settings.py");
  runs_.pop_back();
  EXPECT_THAT(findings(a_), ElementsAre("fresh stale-code: demo.settings"));
  EXPECT_EQ(in_short(findings_[0].fresh), "source demo/settings.py now");
  EXPECT_EQ(in_short(findings_[0].actual), "source demo/settings.py before");
  EXPECT_EQ(findings_[0].overtaken_by, "");
  runs_.insert(runs_.end() - 1, {"demo/settings.py", -1, 3});
  EXPECT_THAT(findings(a_), IsEmpty());
}

// `from . import __package__ as STAMP`, as add-ons of Blender have it: no edit changes that.
TEST_F(StaleImports, OfWhatTheImportSystemSetsAreNone) {
  stands_for_any_edit_ = true;
  importer().front().original = "__package__";
  for (std::string* member : {&a_, &b_, &c_})
    *member = with(world("str 'demo'", "float 1"),
                   {{"settings.py'; .STAMP = float 1", "settings.py'; .__package__ = str 'demo'"}});
  EXPECT_THAT(findings(a_), IsEmpty());
  importer().front().original = "NAME";
  for (std::string* member : {&a_, &b_, &c_}) *member = with(*member, {{".__package__", ".NAME"}});
  EXPECT_THAT(findings(a_), ElementsAre("fresh stale-value: demo.STAMP"));
}

TEST_F(StaleImports, OfObjectsOfALibraryAreNone) {
  stands_for_any_edit_ = true;
  a_ = b_ = c_ = world("function math.radians", "function math.radians");
  EXPECT_THAT(findings(a_), IsEmpty());
}

TEST_F(StaleImports, HaveNotComeWithAStarWhereTheNameHasAnUnderscore) {
  stands_for_any_edit_ = true;
  importer() = {{"*", BindingKind::kStarImport, 2, "from .settings import *", ".settings", "*"}};
  a_ = b_ = c_ = with(a_, {{".STAMP", "._STAMP"}});
  EXPECT_THAT(findings(a_), IsEmpty());
}

TEST_F(StaleImports, AreUnknownWhereASourceCouldNotBeRead) {
  stands_for_any_edit_ = true;
  sources_[3].files.erase("demo/__init__.py");
  sources_[3].unread.push_back("demo/__init__.py");
  EXPECT_THAT(findings(a_), IsEmpty());
  EXPECT_EQ(fresh_verdict_.outcome, Outcome::kUnknown);
  EXPECT_EQ(fresh_verdict_.reason,
            (Reason{.kind = ReasonKind::kSourceUnread, .place = "demo/__init__.py"}));
}

TEST_F(StaleImports, OfAFileThatTheEditLeftAloneAreNone) {
  b_ = c_ = a_;
  stands_for_any_edit_ = true;
  sources_[3].files["demo/settings.py"] = sources_[1].files["demo/settings.py"];
  runs_.pop_back();
  EXPECT_THAT(findings(a_), IsEmpty());
}

}  // namespace
}  // namespace afresh::testing

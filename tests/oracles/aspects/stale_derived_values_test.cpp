// What a module made of another's values while it was imported: told by the order of executions,
// where the edit stands for any other.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/stale_derived_values.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/in_short.hpp"
#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kWorld = R"(
    root modules demo @0 -> m
    root modules demo.ui @0 -> mu
    root modules demo.settings @0 -> ms
    m module demo @0: -> n
    n namespace @0: .__file__ = str '/x/demo/__init__.py'; .ui -> mu; .settings -> ms; .NAME = str 'n'
    mu module demo.ui @0: -> nu
    nu namespace @0: .__file__ = str '/x/demo/ui.py'; .settings -> ms; .os = module os; .V = int 2; .T -> t; .K -> k; .f -> f; .log -> log
    t dict: ['a'] = int 1
    k class K @0: _module = demo.ui; .limit = int 1; .__annotations__ -> a
    a dict: ['size'] = tuple (1,)
    f function f @0: _code = c; _module = demo.ui; _globals -> nu
    log instance logging.Logger @0: .name = str 'demo'
    ms module demo.settings @0: -> ns
    ns namespace @0: .__file__ = str '/x/demo/settings.py'; .__name__ = str 'demo.settings'; .STEP = int 1; .log -> log; .os = module os; .radians = function math.radians
)";

class StaleDerivedValues : public ::testing::Test {
 protected:
  StaleDerivedValues() {
    sources_[1].files["demo/ui.py"] = {
        {"settings", BindingKind::kFromImport, 1, "from . import settings", ".", "settings"}};
    sources_[1].files["demo/settings.py"] = {{"STEP", BindingKind::kAssignment, 1, "STEP = 1"}};
  }

  /// The findings of a reload where this binding stands in `demo.ui`, and `demo.settings` ran last.
  std::vector<std::string> findings(const std::string& name, std::vector<std::string> reads,
                                    BindingKind kind = BindingKind::kAssignment) {
    SourcesByOp sources = sources_;
    sources[1].files["demo/ui.py"].push_back(
        {.name = name, .kind = kind, .line = 2, .text = "the line", .reads = std::move(reads)});
    sources[3] = sources[1];
    TrialBuilder trial;
    Checkpoint& checkpoint = trial.reload(kWorld, kWorld);
    checkpoint.previous_reference =
        trial.keep(with(kWorld, {{".NAME = str 'n'", ".NAME = str ''"}}));
    checkpoint.facts = &sources.at(3);
    checkpoint.period = {.op = 3};
    checkpoint.reference.body_runs = &fresh_;
    trial.input.body_runs = &runs_;
    trial.input.sources = &sources;
    trial.input.stands_for_any_edit = stands_for_any_edit_;
    findings_ = trial.judge().findings;
    return render_findings(findings_);
  }

  std::vector<BodyRun> runs_{{"demo/__init__.py", -1, 1},
                             {"demo/ui.py", 0, 1},
                             {"demo/settings.py", 1, 1},
                             {"demo/ui.py", -1, 3},
                             {"demo/settings.py", -1, 3}};
  std::vector<BodyRun> fresh_{
      {"demo/__init__.py", -1, 1}, {"demo/ui.py", 0, 1}, {"demo/settings.py", 1, 1}};
  SourcesByOp sources_;
  std::vector<Finding> findings_;
  bool stands_for_any_edit_ = true;
};

TEST_F(StaleDerivedValues, AreStaleValues) {
  EXPECT_THAT(findings("V", {"settings.STEP"}), ElementsAre("fresh stale-value: demo.ui.V"));
  EXPECT_EQ(in_short(findings_[0].fresh), "made of demo.settings.STEP now");
  EXPECT_EQ(in_short(findings_[0].actual), "made of demo.settings.STEP before");
  EXPECT_EQ(findings_[0].overtaken_by, "demo/settings.py");
  EXPECT_EQ(in_short(findings_[0].cause), "demo/ui.py:2: the line");
}

TEST_F(StaleDerivedValues, AreInContainersAttributesOfClassesAndDefaultsToo) {
  EXPECT_THAT(findings("T", {"settings.STEP"}), ElementsAre("fresh stale-value: demo.ui.T"));
  EXPECT_THAT(findings("K.limit", {"settings.STEP"}),
              ElementsAre("fresh stale-value: demo.ui.K.limit"));
  EXPECT_THAT(findings("f", {"settings.STEP"}, BindingKind::kDefinition),
              ElementsAre("fresh stale-value: demo.ui.f"));
}

TEST_F(StaleDerivedValues, AreToldHoweverTheModuleWasImported) {
  BindingFact& import = sources_[1].files["demo/ui.py"].front();
  import = {"s", BindingKind::kImport, 1, "import demo.settings as s", "demo.settings", ""};
  EXPECT_THAT(findings("V", {"s.STEP"}), ElementsAre("fresh stale-value: demo.ui.V"));
  import = {"demo", BindingKind::kImport, 1, "import demo.settings", "demo.settings", ""};
  EXPECT_THAT(findings("V", {"demo.settings.STEP"}), ElementsAre("fresh stale-value: demo.ui.V"));
  import = {"demo", BindingKind::kImport, 1, "import demo", "demo", ""};
  EXPECT_THAT(findings("V", {"demo.settings.STEP"}), ElementsAre("fresh stale-value: demo.ui.V"));
}

TEST_F(StaleDerivedValues, AreToldOfAnyImportThatMayHaveBoundTheName) {
  auto& source = sources_[1].files["demo/ui.py"];
  source.insert(source.begin(), {"settings", BindingKind::kFromImport, 1,
                                 "from ._fast import settings", "._fast", "settings"});
  EXPECT_THAT(findings("V", {"settings.STEP"}), ElementsAre("fresh stale-value: demo.ui.V"));
}

TEST_F(StaleDerivedValues, AreInAnnotationsToo) {
  EXPECT_THAT(findings("K.size", {"settings.STEP"}),
              ElementsAre("fresh stale-value: demo.ui.K.size"));
}

TEST_F(StaleDerivedValues, AreNoneInTheRightOrder) {
  std::swap(runs_[3].file, runs_[4].file);
  EXPECT_THAT(findings("V", {"settings.STEP"}), IsEmpty());
  std::swap(runs_[3].file, runs_[4].file);
  runs_[4].within = 3;
  EXPECT_THAT(findings("V", {"settings.STEP"}), IsEmpty());
}

TEST_F(StaleDerivedValues, AreNoneWhereAFreshStartHasTheSameOrder) {
  fresh_.push_back({"demo/settings.py", -1, 1});
  EXPECT_THAT(findings("V", {"settings.STEP"}), IsEmpty());
}

TEST_F(StaleDerivedValues, AreNoneOfWhatNoEditOfItsModuleChanges) {
  for (const char* read :
       {"settings.__name__", "settings.os.sep", "settings.radians", "settings.GONE", "other.STEP"})
    EXPECT_THAT(findings("V", {read}), IsEmpty()) << read;
}

TEST_F(StaleDerivedValues, AreNoneWhereTheSourceHasTheSameObject) {
  EXPECT_THAT(findings("log", {"settings.log"}), IsEmpty());
}

TEST_F(StaleDerivedValues, AreNoneWhereTheNameIsBoundAgain) {
  sources_[1].files["demo/ui.py"].push_back({"V", BindingKind::kAssignment, 9, "V = 3"});
  EXPECT_THAT(findings("V", {"settings.STEP"}), IsEmpty());
}

TEST_F(StaleDerivedValues, AreLeftToTheComparisonWhereTheEditIsARealOne) {
  stands_for_any_edit_ = false;
  EXPECT_THAT(findings("V", {"settings.STEP"}), IsEmpty());
}

}  // namespace
}  // namespace afresh::testing

// *fresh*: the add-on and its dependants against a fresh start.
// SPDX-License-Identifier: MIT
#include "harness/oracles/aspects/fresh.hpp"

#include <gmock/gmock.h>

#include "tests/oracles/in_short.hpp"
#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"

namespace afresh::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string demo() { return std::string(kDemo); }

/// The package still holds what it copied from the old settings.
std::string half_reloaded() {
  return with(demo(), {{".settings -> ms; .unit -> unit; .V = int 1",
                        ".settings -> ms; .unit -> old; .V = int 0"}}) +
         "old function unit @0 born 1: _code = c0; ~_place = demo/settings.py:1; "
         "_module = demo.settings; _globals -> ns\n";
}

TEST(Fresh, PassesWhatIsAsAfterAFreshStart) {
  TrialBuilder trial;
  trial.reload(kDemo, kDemo);
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass");
  EXPECT_THAT(trial.findings(), IsEmpty());
}

TEST(Fresh, FailsWhatWasCopiedBefore) {
  TrialBuilder trial;
  trial.reload(half_reloaded(), kDemo);
  EXPECT_EQ(trial.verdicts(), "fresh=fail process-state=pass");
  EXPECT_THAT(trial.findings(),
              ElementsAre("fresh stale-code: demo.unit", "fresh stale-value: demo.V"));
}

TEST(Fresh, IsJudgedAfterALaterEnableToo) {
  TrialBuilder trial;
  trial.add(StepKind::kEnable, half_reloaded(), kDemo);
  EXPECT_EQ(trial.verdicts(), "fresh=fail");
}

TEST(Fresh, NamesStepAndCause) {
  SourceFacts facts;
  facts.files["demo/__init__.py"] = {
      {"unit", BindingKind::kFromImport, 1, "from .settings import unit"}};
  TrialBuilder trial;
  trial.reload(half_reloaded(), kDemo).facts = &facts;
  Finding finding = trial.judge().findings.at(0);
  EXPECT_EQ(finding.step, 1);
  EXPECT_EQ(finding.step_text, "reload demo");
  EXPECT_EQ(in_short(finding.cause), "demo/__init__.py:1: from .settings import unit");
}

TEST(Fresh, FailsAndSilencesTheOthersWhereTheEditDidNotArrive) {
  TrialBuilder trial;
  trial.reload(demo_before(), kDemo);
  EXPECT_EQ(trial.verdicts(), "fresh=fail");
  EXPECT_THAT(trial.findings(),
              ElementsAre("fresh stale-code: demo.unit | demo.settings.unit",
                          "fresh stale-value: demo.V", "fresh stale-value: demo.settings.V"));
}

TEST(Fresh, DoesNotKnowWhereTheEditCannotBeSeen) {
  TrialBuilder trial;
  Checkpoint& checkpoint = trial.reload(kDemo, kDemo);
  checkpoint.previous_reference = checkpoint.reference.base;
  EXPECT_EQ(trial.verdicts(), "fresh=unknown(edit-not-visible) process-state=pass");
}

TEST(Fresh, FailsByAnErrorAloneAndComparesNothing) {
  TrialBuilder trial;
  trial.reload(half_reloaded(), kDemo).result =
      trial.keep(raised("ValueError", "already registered", "demo/__init__.py:4"));
  EXPECT_EQ(trial.verdicts(), "fresh=fail");
  Judgement judgement = trial.judge();
  EXPECT_THAT(render_findings(judgement.findings),
              ElementsAre("fresh register-error: demo/__init__.py:4"));
  EXPECT_EQ(in_short(judgement.findings[0].fresh), "nothing");
  EXPECT_EQ(in_short(judgement.findings[0].actual), "error ValueError: already registered");
  EXPECT_EQ(in_short(judgement.findings[0].cause), "demo/__init__.py:4");
}

TEST(Fresh, ForgivesAnErrorThatTheReferenceRaisesToo) {
  TrialBuilder trial;
  Checkpoint& checkpoint = trial.reload(kDemo, kDemo);
  checkpoint.result = trial.keep(raised("ValueError", "x"));
  checkpoint.reference.result = checkpoint.result;
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass");
}

TEST(Fresh, IsNotJudgedWhereTheVersionCannotLoad) {
  TrialBuilder trial;
  trial.reload(half_reloaded(), kDemo).reference_fails = true;
  EXPECT_EQ(trial.verdicts(), "");
}

TEST(Fresh, FailsByAnExpectationThatHoldsInTheReference) {
  TrialBuilder trial;
  Checkpoint& checkpoint = trial.reload(kDemo, kDemo);
  OpResult failed{OpOutcome::kFailed};
  checkpoint.expects = {{"demo.probe() == 1", failed, OpResult{OpOutcome::kOk}},
                        {"demo.never", failed, failed},
                        {"demo.fine", OpResult{OpOutcome::kOk}, OpResult{OpOutcome::kOk}}};
  EXPECT_THAT(trial.findings(), ElementsAre("fresh wrong-behaviour: demo.probe() == 1"));
  EXPECT_EQ(trial.verdicts(), "fresh=fail process-state=pass");
}

TEST(Fresh, LooksAtDependantsAndNotAtOtherAddons) {
  std::string reference = demo() + R"(
    root modules user @1 -> mu
    root modules other @2 -> mo
    mu module user @1: -> nu
    nu namespace @1: .unit -> unit; .W = int 1
    mo module other @2: -> no
    no namespace @2: .W = int 1
  )";
  TrialBuilder trial({"demo", "user", "other"});
  trial.reload(with(reference, {{".W = int 1", ".W = int 0"}}), reference);
  EXPECT_THAT(trial.findings(), ElementsAre("fresh stale-value: user.W"));
}

TEST(Fresh, GivesTheAddonsOwnResidueToProcessState) {
  std::string reference =
      demo() + "root host hostapi.handlers @0 -> h\nh registry @0: [0] -> draw\n";
  std::string actual =
      with(reference, {{"h registry @0: [0] -> draw", "h registry @0: [0] -> was; [1] -> draw"}}) +
      "was function Op.draw @0 born 1: _code = d0; _module = demo; _globals -> n\n";
  TrialBuilder trial;
  trial.reload(actual, reference);
  EXPECT_EQ(trial.verdicts(), "fresh=fail process-state=pass");
  trial.input.residue = {{.root = "hostapi.handlers",
                          .entry = {.kind = ObjectKind::kFunction, .name = "demo.Op.draw"}}};
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=fail");
  EXPECT_EQ(trial.judge().findings.at(0).attribution, Attribution::kAddon);
}

TEST(Fresh, DoesNotKnowWhereFreshStartsDisagree) {
  TrialBuilder trial;
  Checkpoint& checkpoint = trial.reload(half_reloaded(), kDemo);
  checkpoint.reference.other_seed = trial.keep(with(demo(), {{"; .label = str 'op'", ""}}));
  checkpoint.reference.aged = checkpoint.reference.base;
  EXPECT_EQ(trial.verdicts(),
            "fresh=unknown(fresh-starts-differ demo.Op.label) "
            "process-state=unknown(fresh-starts-differ demo.Op.label)");
}

TEST(Fresh, ForgivesWhatDiffersBetweenFreshStarts) {
  // Enough that one masked table stays under the limit.
  std::string many = demo() + "n3 namespace: ";
  for (int i = 0; i < 40; ++i)
    many += ".x" + std::to_string(i) + " -> x" + std::to_string(i) + "; ";
  for (int i = 0; i < 40; ++i) many += "\nx" + std::to_string(i) + " list:";
  many += "\nroot modules demo.many @0 -> m3\nm3 module demo.many: -> n3\n";
  TrialBuilder trial;
  Checkpoint& checkpoint = trial.reload(with(many, {{"['b'] = int 2", "['b'] = int 7"}}), many);
  checkpoint.reference.other_seed = trial.keep(with(many, {{"['b'] = int 2", "['b'] = int 3"}}));
  checkpoint.reference.aged = checkpoint.reference.base;
  EXPECT_EQ(trial.verdicts(), "fresh=pass process-state=pass");
  EXPECT_EQ(trial.judge().masked, 1);
}

TEST(Fresh, TakesAMaskThatIsKnownAlready) {
  Graph fresh = parse_graph(kDemo);
  Mask mask = make_mask(fresh, fresh, parse_graph(with(demo(), {{"; .label = str 'op'", ""}})));
  TrialBuilder trial;
  trial.reload(kDemo, kDemo).reference.mask = &mask;
  EXPECT_THAT(trial.verdicts(), ::testing::HasSubstr("fresh-starts-differ demo.Op.label"));
}

TEST(Fresh, DoesNotKnowWhereTooMuchIsMasked) {
  TrialBuilder trial;
  Checkpoint& checkpoint = trial.reload(kDemo, kDemo);
  checkpoint.reference.other_seed =
      trial.keep(with(demo(), {{"['a'] = int 1; ['b'] = int 2", "['a'] = int 3; ['b'] = int 4"}}));
  checkpoint.reference.aged = checkpoint.reference.base;
  EXPECT_THAT(trial.verdicts(), ::testing::StartsWith("fresh=unknown(too-much-differs 95)"));
}

}  // namespace
}  // namespace afresh::testing

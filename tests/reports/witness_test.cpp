// SPDX-License-Identifier: MIT
#include "reports/witness.hpp"

#include <gtest/gtest.h>

#include <map>

#include "tests/reports/sample.hpp"

namespace afresh {
namespace {

std::string witness_name(const Report& report, const std::string& strategy, Aspect aspect) {
  const Record* witness = smallest_witness(report, "plain", strategy, aspect);
  return witness == nullptr ? "" : witness->case_name;
}

TEST(Witness, IsTheShortestCaseFileThatFails) {
  EXPECT_EQ(witness_name(sample::scenarios(), "reload-top", Aspect::kFresh),
            "from-import-constant");
}

TEST(Witness, IsAScenarioThoughAGeneratedCaseIsShorter) {
  EXPECT_EQ(witness_name(sample::with_generated(), "reload-top", Aspect::kFresh),
            "from-import-constant");
}

TEST(Witness, IsAGeneratedCaseWhereNoScenarioFails) {
  EXPECT_EQ(witness_name(sample::with_generated(), "reload-top", Aspect::kIsolation),
            "generated-7-1");
}

TEST(Witness, IsTheOneWithTheShorterPathsAmongCasesOfOneLength) {
  Report report = sample::scenarios();
  for (auto& [name, facts] : report.cases) facts.bytes = 300;
  EXPECT_EQ(witness_name(report, "reload-top", Aspect::kFresh), "log-handler");
}

TEST(Witness, IsAbsentWhereNothingFails) {
  EXPECT_EQ(witness_name(sample::scenarios(), "purge-dotted", Aspect::kFresh), "");
  EXPECT_EQ(witness_name(sample::scenarios(), "purge-dotted", Aspect::kProcessState), "");
}

TEST(Proof, TakesTheFindingOfHighestPrecedence) {
  Report report = sample::scenarios();
  EXPECT_EQ(
      render_proof(report.records[3], Aspect::kFresh),
      "stale-code at demo.sub.panel.Panel after `reload demo`: a fresh start has class Panel, "
      "load 2, here is class Panel, load 1.");
}

TEST(Proof, BlamesTheAddonInProcessStateAlone) {
  Record record = sample::scenarios().records[6];
  record.findings.back().kind = FindingKind::kStaleModule;
  EXPECT_EQ(render_proof(record, Aspect::kProcessState),
            "stale-module at logging.root.handlers[0] after `disable demo`: a fresh "
            "start has nothing, here is StreamHandler object, because of demo/__init__.py:4: "
            "logging.getLogger().addHandler(handler) (the add-on's own doing).");
  record.findings.back().aspect = Aspect::kFresh;
  EXPECT_TRUE(render_proof(record, Aspect::kFresh).starts_with("stale-value at demo.LIMIT"));
}

TEST(Proof, NamesTheYardstickOfTheAspect) {
  Record record = sample::scenarios().records[0];
  Finding& finding = record.findings[0];
  finding.actual = Nothing{};
  const std::map<Aspect, std::string> sentences{
      {Aspect::kFresh, "a fresh start has class Panel, load 2, here is nothing."},
      {Aspect::kClean, "an untouched host has class Panel, load 2, here is nothing."},
      {Aspect::kRollback, "before it there was class Panel, load 2, here is nothing."},
      {Aspect::kIsolation, "before it there was class Panel, load 2, here is nothing."},
      {Aspect::kLiveObjects, "the case expects class Panel, load 2, here is nothing."}};
  for (const auto& [aspect, sentence] : sentences) {
    finding.aspect = aspect;
    EXPECT_EQ(render_proof(record, aspect),
              "stale-code at demo.sub.panel.Panel after `reload demo`: " + sentence);
  }
}

TEST(Proof, IsNotTakenFromWhatHostOrInterpreterDid) {
  Record record = sample::scenarios().records[6];
  for (Attribution attribution : {Attribution::kHost, Attribution::kInterpreter}) {
    record.findings.back().attribution = attribution;
    EXPECT_EQ(render_proof(record, Aspect::kProcessState), "no finding says why.");
    EXPECT_TRUE(kinds_against(record, Aspect::kProcessState).empty());
  }
}

TEST(Proof, GivesTheReasonOfAVerdictWithoutFindings) {
  EXPECT_EQ(render_proof(sample::scenarios().records[8], Aspect::kClean),
            "the edit did not take hold.");
}

TEST(Proof, LetsNoControlCharacterOfAnAddonThrough) {
  Record record = sample::scenarios().records[0];
  record.findings[0].actual = PythonError{"", "two\nlines\x1b[31m"};
  EXPECT_TRUE(render_proof(record, Aspect::kFresh).ends_with("here is two lines [31m."));
}

TEST(ReplayCommand, NamesTheFileOfAUsersStrategy) {
  Report report = sample::with_generated();
  EXPECT_EQ(replay_command(report, report.records[0]),
            "./afresh replay scenarios/nested-classes.case --strategy reload-top");
  // A case that ran where it says needs no other word for it.
  report.cases["nested-classes"].host = report.records[0].host;
  EXPECT_EQ(replay_command(report, report.records[0]),
            "./afresh replay scenarios/nested-classes.case --strategy reload-top");
  report.records[0].host = "blender-5.0";
  EXPECT_EQ(replay_command(report, report.records[0]),
            "./afresh replay scenarios/nested-classes.case --strategy reload-top --host "
            "blender-5.0");
  report.cases["nested-classes"].host.clear();
  EXPECT_EQ(replay_command(report, report.records[9]),
            "./afresh replay --generated-case 7:0 --strategy reload-top");
  report.strategy_arguments["reload-top"] = "mine/reload_top.py";
  EXPECT_EQ(replay_command(report, report.records[0]),
            "./afresh replay scenarios/nested-classes.case --strategy mine/reload_top.py");
}

}  // namespace
}  // namespace afresh

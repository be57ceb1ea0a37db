// What became of each verdict between two reports.
// SPDX-License-Identifier: MIT
#include "reports/changes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "reports/json.hpp"
#include "reports/read_json.hpp"
#include "tests/reports/sample.hpp"

namespace afresh {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using enum Aspect;
using enum Outcome;

/// `case strategy aspect: before → after` of each.
std::vector<std::string> to_lines(const std::vector<VerdictChange>& changes) {
  std::vector<std::string> lines;
  for (const VerdictChange& change : changes) {
    lines.push_back(change.case_name + " " + change.strategy + " " +
                    std::string(name_of(change.aspect)) + ": " + change.before + " → " +
                    change.after);
  }
  return lines;
}

/// The sample whose first record, reload-top in nested-classes, has this answer to *fresh*.
Report with_answer(std::optional<Verdict> verdict) {
  Report report = sample::scenarios();
  report.records[0].verdicts.erase(kFresh);
  if (verdict) report.records[0].verdicts[kFresh] = *verdict;
  return report;
}

std::string change_groups(std::optional<Verdict> before, std::optional<Verdict> after) {
  Changes changes = changes_between(with_answer(before), with_answer(after));
  std::string groups;
  if (!changes.regressions.empty()) groups += "regression";
  if (!changes.improvements.empty()) groups += "improvement";
  if (!changes.others.empty()) groups += "other";
  return groups;
}

TEST(Changes, AreNoneBetweenAReportAndItself) {
  for (const Report& report : {sample::with_generated(), sample::hostile(), Report{}}) {
    Changes changes = changes_between(report, report);
    EXPECT_THAT(changes.regressions, IsEmpty());
    EXPECT_THAT(changes.improvements, IsEmpty());
    EXPECT_THAT(changes.others, IsEmpty());
    EXPECT_EQ(changes.trials, report.records.size());
    EXPECT_EQ(changes.only_before.trials + changes.only_after.trials, 0u);
    EXPECT_EQ(changes.new_findings, 0u);
  }
}

TEST(Changes, AreNoneBetweenAReportAndItsFileWhateverItsBytes) {
  std::ostringstream out;
  write_json(out, sample::hostile());
  Result<Report> read = read_json(out.str(), "x.json");
  ASSERT_TRUE(read);
  Changes changes = changes_between(*read, sample::hostile());
  EXPECT_EQ(changes.trials, 1u);
  EXPECT_THAT(changes.regressions, IsEmpty());
  EXPECT_THAT(changes.others, IsEmpty());
  EXPECT_EQ(changes.new_findings, 0u);
}

TEST(Changes, CallARegressionWhatPassedAndDoesNoMore) {
  const std::optional<Verdict> pass = Verdict{kPass, {}};
  EXPECT_EQ(change_groups(pass, Verdict{kFail, {}}), "regression");
  EXPECT_EQ(change_groups(pass, Verdict{kUnknown, sample::said("why")}), "regression");
  EXPECT_EQ(change_groups(pass, Verdict{kRefused, sample::said("why")}), "regression");
  EXPECT_EQ(change_groups(pass, {}), "regression");
  EXPECT_EQ(change_groups(pass, pass), "");
}

TEST(Changes, CallAnImprovementWhatWasJudgedAndPassesNow) {
  const std::optional<Verdict> pass = Verdict{kPass, {}};
  EXPECT_EQ(change_groups(Verdict{kFail, {}}, pass), "improvement");
  EXPECT_EQ(change_groups(Verdict{kUnknown, sample::said("why")}, pass), "improvement");
  EXPECT_EQ(change_groups(Verdict{kRefused, sample::said("why")}, pass), "improvement");
  EXPECT_EQ(change_groups({}, pass), "other");
}

TEST(Changes, CallTheRestOther) {
  EXPECT_EQ(change_groups(Verdict{kFail, {}}, Verdict{kUnknown, sample::said("why")}), "other");
  EXPECT_EQ(change_groups(Verdict{kUnknown, sample::said("why")}, Verdict{kFail, {}}), "other");
  EXPECT_EQ(change_groups({}, Verdict{kFail, {}}), "other");
  EXPECT_EQ(change_groups(Verdict{kUnknown, sample::said("why")},
                          Verdict{kUnknown, sample::said("another reason")}),
            "");
}

TEST(Changes, SayTheKindsOfFindingsThatFail) {
  Report before = sample::scenarios();
  before.records[0].verdicts[kFresh].outcome = kPass;
  before.records[0].findings.clear();
  EXPECT_THAT(to_lines(changes_between(before, sample::scenarios()).regressions),
              ElementsAre("nested-classes reload-top fresh: pass → fail(stale-code)"));
  EXPECT_THAT(to_lines(changes_between(sample::scenarios(), before).improvements),
              ElementsAre("nested-classes reload-top fresh: fail(stale-code) → pass"));
}

TEST(Changes, CountWhatIsNewInWhatFailedBefore) {
  Report before = sample::scenarios();
  Report after = sample::scenarios();
  std::vector<Finding>& findings = after.records[0].findings;
  findings.insert(findings.end(), 3, findings.front());
  findings[1].paths = {"demo.other"};
  findings[2].kind = FindingKind::kStaleValue;
  findings[3].step_text = "disable demo";
  findings[0].actual = SameObjectAs{"demo.elsewhere"};
  Changes changes = changes_between(before, after);
  EXPECT_EQ(changes.new_findings, 3u);
  EXPECT_EQ(changes.cells_with_new_findings, 1u);
  EXPECT_THAT(to_lines(changes.others),
              ElementsAre("nested-classes reload-top fresh: fail(stale-code) → "
                          "fail(stale-code,stale-value)"));
  EXPECT_EQ(changes_between(after, before).new_findings, 0u);
}

TEST(Changes, DoNotCountFindingsThatMakeNothingFail) {
  Report after = sample::scenarios();
  after.records[0].findings.push_back(after.records[0].findings.front());
  after.records[0].findings.back().attribution = Attribution::kHost;
  after.records[0].findings.back().paths = {"demo.other"};
  EXPECT_EQ(changes_between(sample::scenarios(), after).new_findings, 0u);
}

TEST(Changes, TellWhatBehavesFromWhatDoesNotWhereBothSay) {
  const Verdict behaves{.outcome = kFail, .reason = {}, .behaviour = kPass};
  const Verdict misbehaves{.outcome = kFail, .reason = {}, .behaviour = kFail};
  EXPECT_THAT(to_lines(changes_between(with_answer(behaves), with_answer(misbehaves)).others),
              ElementsAre("nested-classes reload-top fresh: fail(stale-code), behaves → "
                          "fail(stale-code)"));
  EXPECT_EQ(change_groups(Verdict{kFail, {}}, behaves), "");
}

TEST(Changes, NameWhatOnlyOneReportHas) {
  Report before = sample::scenarios();
  Report after = sample::with_generated();
  std::erase_if(after.records, [](const Record& record) { return record.strategy == "restart"; });
  Changes changes = changes_between(before, after);
  EXPECT_EQ(changes.trials, 6u);
  EXPECT_THAT(changes.only_before.cases, IsEmpty());
  EXPECT_THAT(changes.only_before.strategies, ElementsAre("restart"));
  EXPECT_EQ(changes.only_before.trials, 3u);
  EXPECT_THAT(changes.only_after.cases, ElementsAre("generated-7-0", "generated-7-1"));
  EXPECT_THAT(changes.only_after.strategies, IsEmpty());
  EXPECT_EQ(changes.only_after.trials, 3u);
  EXPECT_THAT(changes.regressions, IsEmpty());
}

TEST(Changes, NeverCompareTwoHosts) {
  Report after = sample::scenarios();
  for (Record& record : after.records) record.host = "blender";
  Changes changes = changes_between(sample::scenarios(), after);
  EXPECT_EQ(changes.trials, 0u);
  EXPECT_TRUE(changes.has_several_hosts);
  EXPECT_THAT(changes.only_before.hosts, ElementsAre("plain"));
  EXPECT_THAT(changes.only_after.hosts, ElementsAre("blender"));
}

TEST(Changes, PairTrialsOfOneNameInTheirOrder) {
  Report before = sample::scenarios();
  before.records.resize(2);
  before.records[1] = before.records[0];
  before.records[1].verdicts[kFresh].outcome = kPass;
  EXPECT_THAT(changes_between(before, before).regressions, IsEmpty());
  EXPECT_EQ(changes_between(before, before).trials, 2u);
}

}  // namespace
}  // namespace afresh

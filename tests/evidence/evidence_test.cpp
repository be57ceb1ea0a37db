// Evidence as a text and back: it is judged alike, and what is no evidence is refused in a
// sentence. SPDX-License-Identifier: MIT
#include "harness/evidence/evidence.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"
#include "tests/values/findings.hpp"

namespace afresh::testing {
namespace {

using ::testing::HasSubstr;

/// Something of everything: findings of several aspects, with blame and causes.
TrialBuilder trial_with_everything() {
  TrialBuilder trial({"demo", "other"});
  Checkpoint& reload =
      trial.reload(with(std::string(kDemo), {{"['b'] = int 2", "['b'] = str '\xff\xfe'"}}), kDemo);
  reload.before = reload.previous_reference;
  reload.reference.other_seed = reload.reference.base;
  reload.reference.aged = trial.keep(with(std::string(kDemo), {{"str 'op'", "str 'po'"}}));
  reload.document.base =
      trial.keep("root document hostapi.document -> d\nd instance: [x] = int 1\n");
  reload.expects = {
      {.text = "demo.run() == 1",
       .trial = raised("KeyError", "'b'", "demo/__init__.py:4"),
       .reference = {.outcome = OpOutcome::kOk}},
      {.text = "held()", .trial = {.outcome = OpOutcome::kOk}, .is_about_user_references = true}};
  static const SourceFacts facts{
      .files = {{"demo/settings.py", {{"TABLE", BindingKind::kAssignment, 3, "TABLE = {}"}}}}};
  reload.facts = &facts;
  Checkpoint& disable = trial.add(StepKind::kDisable, kDemo, "");
  disable.inconclusive_reason = Reason{.kind = ReasonKind::kStepRaised, .place = "python x"};
  trial.input.residue = {{.root = "hostapi.classes",
                          .is_missing = true,
                          .entry = {.kind = ObjectKind::kClass, .module = "demo", .name = "Op"}},
                         {.root = "hostapi.state", .is_order = true, .key = "['n']"}};
  Survivor op{.object = {.kind = ObjectKind::kClass, .module = "demo", .name = "Op", .load = 1},
              .owner = 0,
              .holders = {{.kind = LinkKind::kPlace, .label = "hostapi.handlers", .steps = "[0]"},
                          {.kind = LinkKind::kMethod, .label = "emit"}}};
  trial.input.leaks = {.is_checked = true,
                       .survivors = {op},
                       .counts = {{7, 8}, {}},
                       .addon_control_survivors = {op}};
  trial.input.host_side_effects = {.paths = {"demo.x"},
                                   .entries = {make_registry_change("sys.path", "str '/x'")}};
  trial.input.thorough = {.first_run = every_finding(), .second_run = every_finding()};
  static const std::vector<LedgerEntry> ledger{
      {.probe = "hostapi.classes", .name = "Op", .owner = "demo", .where = "demo/__init__.py:9"},
      {.probe = "hostapi.classes",
       .is_removal = true,
       .name = "Op",
       .owner = "demo",
       .where = "demo/__init__.py:10"}};
  trial.input.ledger = &ledger;
  static const std::vector<BodyRun> runs{{"demo/settings.py", -1, 1}, {"demo/settings.py", 0, 4}};
  trial.input.body_runs = &runs;
  trial.input.checkpoints[0].reference.body_runs = &runs;
  trial.input.checkpoints[0].period = {.since = 1, .op = 4};
  static const SourcesByOp sources{{1, facts}};
  trial.input.sources = &sources;
  trial.input.ending = {.ending = Ending::kSignal, .status = 11, .is_finished = false, .step = 4};
  return trial;
}

std::string written(const TrialBuilder& trial) {
  return write_evidence({.case_name = "c", .strategy = "s", .host = "plain"}, trial.input);
}

TEST(Evidence, IsJudgedAlikeOnceReadBack) {
  TrialBuilder trial = trial_with_everything();
  Judgement there = trial.judge();
  ASSERT_GT(there.findings.size(), 2U);
  Evidence evidence;
  ASSERT_EQ(read_evidence(written(trial), "x.json", evidence), std::nullopt);
  Judgement here = judge(evidence.input);
  EXPECT_EQ(here.findings, there.findings);
  EXPECT_EQ(here.verdicts, there.verdicts);
  EXPECT_EQ(std::tie(here.masked, here.opaque, here.nodes),
            std::tie(there.masked, there.opaque, there.nodes));
}

TEST(Evidence, IsTheSameTextOnceReadBack) {
  TrialBuilder trial = trial_with_everything();
  Evidence evidence;
  ASSERT_EQ(read_evidence(written(trial), "x.json", evidence), std::nullopt);
  EXPECT_EQ(write_evidence(evidence.of, evidence.input), written(trial));
  EXPECT_EQ(evidence.of.strategy, "s");
}

RC_GTEST_PROP(Evidence, LosesNothingOfAnyControlOrSurvivor, ()) {
  // Any byte: what an add-on calls things is no UTF-8 by itself.
  const auto text = rc::gen::resize(8, rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
  const auto findings =
      rc::gen::resize(6, rc::gen::container<std::vector<Finding>>(gen_finding(text)));
  JudgeInput input;
  input.thorough = {.first_run = *findings, .second_run = *findings};
  input.leaks.survivors = {{.object = *gen_object(text), .holders = {*gen_link(text)}}};
  input.residue = {{.root = *text, .key = *text, .entry = *gen_object(text)}};
  Evidence evidence;
  RC_ASSERT(read_evidence(write_evidence({}, input), "x.json", evidence) == std::nullopt);
  RC_ASSERT(evidence.input.thorough.first_run == input.thorough.first_run);
  RC_ASSERT(evidence.input.thorough.second_run == input.thorough.second_run);
  RC_ASSERT(evidence.input.leaks.survivors == input.leaks.survivors);
  RC_ASSERT(evidence.input.residue == input.residue);
}

TEST(Evidence, HasEachSnapshotOnce) {
  TrialBuilder trial = trial_with_everything();
  Evidence evidence;
  ASSERT_EQ(read_evidence(written(trial), "x.json", evidence), std::nullopt);
  const Checkpoint& reload = evidence.input.checkpoints[0];
  EXPECT_EQ(reload.previous_reference, reload.before);
  EXPECT_EQ(reload.reference.base, reload.reference.other_seed);
}

std::string read_error(std::string_view text) {
  Evidence evidence;
  auto error = read_evidence(text, "x.json", evidence);
  return error ? error->message : "read";
}

TEST(Evidence, RefusesWhatIsNone) {
  EXPECT_THAT(read_error("{"), HasSubstr("x.json: no JSON"));
  EXPECT_EQ(read_error("[]"),
            "x.json: no 'schema' of afresh-evidence/2; expected evidence as 'afresh replay "
            "--record' writes it");
  EXPECT_THAT(read_error(R"({"schema": "afresh-evidence/0"})"), HasSubstr("no 'schema' of"));
  EXPECT_THAT(read_error(R"({"schema": "afresh-evidence/2"})"), HasSubstr("no 'snapshots'"));
}

/// The sentence about the text in which one thing was replaced by another.
std::string read_error_after_damage(const std::string& from, const std::string& to) {
  return read_error(with(written(trial_with_everything()), {{from, to}}));
}

TEST(Evidence, NamesThePlaceOfDamage) {
  EXPECT_THAT(read_error_after_damage("\"is_repair\":false", "\"is_repair\":3"),
              HasSubstr("input.checkpoints[0].is_repair: expected true or false"));
  EXPECT_THAT(read_error_after_damage("\"is_repair\"", "\"was_repair\""),
              HasSubstr("input.checkpoints[0].is_repair: expected a member of this name"));
  EXPECT_THAT(read_error_after_damage("\"actual\":0", "\"actual\":99"),
              HasSubstr("expected null or the number of a snapshot"));
  EXPECT_THAT(read_error_after_damage("\"edge_count\":", "\"edge_count\":9"),
              HasSubstr("snapshots[0]: a snapshot refers to what it does not have"));
  EXPECT_THAT(read_error_after_damage("\"attribution\":", "\"attribution\":9"),
              HasSubstr("input.thorough.first_run[0].attribution"));
  EXPECT_THAT(read_error_after_damage("\"base64\":\"", "\"base64\":\"?"), HasSubstr("no text"));
}

}  // namespace
}  // namespace afresh::testing

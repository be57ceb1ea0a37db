// Prints all that is decided about judged trials and about findings of every kind: verdicts,
// attributions, causes and what reports/ makes of them, one a line; and each sentence, on a line
// that begins with `sentence: `. SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <string>
#include <vector>

#include "harness/diagnosis/recommend.hpp"
#include "reports/changes.hpp"
#include "reports/fail_on.hpp"
#include "reports/finding_text.hpp"
#include "reports/replay.hpp"
#include "reports/tally.hpp"
#include "reports/witness.hpp"
#include "tests/oracles/in_short.hpp"
#include "tests/oracles/samples.hpp"
#include "tests/oracles/trial_builder.hpp"
#include "tests/values/findings.hpp"

namespace afresh::testing {
namespace {

template <typename... Values>
void say(fmt::format_string<Values...> format, Values&&... values) {
  fmt::print(format, std::forward<Values>(values)...);
  fmt::print("\n");
}

/// What a finding is known by; sides by the number of their alternative.
void say_finding(const Finding& finding) {
  say("finding: {} {} {} step {} at {} sides {} {} line {}:{} {}", name_of(finding.kind),
      name_of(finding.aspect), name_of(finding.attribution), finding.step,
      fmt::join(finding.paths, " "), finding.fresh.index(), finding.actual.index(),
      finding.cause.file, finding.cause.line, finding.counts());
  say("sentence: {}", finding_sentence(finding));
}

/// Stale code and values with their causes; something left behind that is the add-on's own.
Judgement judged() {
  static const SourceFacts facts{
      .files = {{"demo/__init__.py",
                 {{"unit", BindingKind::kFromImport, 1, "from .settings import unit"},
                  {"V", BindingKind::kFromImport, 2, "from .settings import V"}}}}};
  const std::string reference =
      std::string(kDemo) + "root interpreter sys.path -> p\np registry: [0] = str '/lib'\n";
  const std::string actual =
      with(reference, {{".settings -> ms; .unit -> unit; .V = int 1",
                        ".settings -> ms; .unit -> old; .V = int 0"},
                       {"[0] = str '/lib'", "[0] = str '/lib'; [1] = str '/x'"}}) +
      "old function unit @0 born 1: _code = c0; ~_place = demo/settings.py:1; "
      "_module = demo.settings; _globals -> ns\n";
  TrialBuilder trial;
  Checkpoint& reload = trial.reload(actual, reference);
  reload.facts = &facts;
  reload.before = reload.previous_reference;
  trial.input.residue = {make_registry_change("sys.path", "str '/x'")};
  const Survivor held{
      .object = {.kind = ObjectKind::kClass, .module = "demo", .name = "Op", .load = 1},
      .owner = 0,
      .holders = {{LinkKind::kThread, "work", "['cls']"}}};
  trial.input.leaks = {.is_checked = true, .survivors = {held}, .addon_control_survivors = {held}};
  return trial.judge();
}

Record record_with(std::string strategy, std::vector<Finding> findings) {
  Record record{.case_name = "demo", .strategy = std::move(strategy), .host = "plain"};
  for (Aspect aspect : kAspects) record.verdicts[aspect] = {Outcome::kPass, {}};
  for (const Finding& finding : findings) {
    if (finding.counts()) record.verdicts[finding.aspect] = {Outcome::kFail, {}};
  }
  record.findings = std::move(findings);
  return record;
}

/// Strategies that share some findings, and lines that hold several.
Report report() {
  std::vector<Finding> all = every_finding();
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].cause.line = static_cast<int>(1 + i % 7);
    all[i].paths = {fmt::format("demo.name{}", i % 11)};
  }
  std::vector<Finding> half(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2));
  Report report;
  report.environment.hosts = {"plain"};
  report.records = {record_with("reload-top", all), record_with("purge-dotted", half),
                    record_with("restart", {})};
  report.cases["demo"] = {.bytes = 100, .replay_argument = "demo.case"};
  return report;
}

void say_changes(const Report& before, const Report& after) {
  const Changes changes = changes_between(before, after);
  say("change: {} trials, {} new findings in {} cells", changes.trials, changes.new_findings,
      changes.cells_with_new_findings);
  for (const auto* group : {&changes.regressions, &changes.improvements, &changes.others}) {
    for (const VerdictChange& each : *group) {
      say("change: {} {} {} {} {}", each.case_name, each.strategy, name_of(each.aspect),
          each.before, each.after);
    }
  }
}

void say_decisions(const Report& report) {
  const PythonSources sources;
  const Diagnosis diagnosis =
      diagnose({.records = report.records, .sources = sources, .host_way = "restart"});
  const Recommendation recommendation = recommend(report.records, diagnosis, {});
  say("recommended: {}", recommendation.best_result()->name);
  for (const Diagnostic& each : diagnosis.diagnostics) {
    say("diagnostic: {} {} {}:{} {} {} under {}", name_of(each.severity), name_of(each.code),
        each.place.file, each.place.line, fmt::join(each.objects, " "), name_of(each.mend.kind),
        fmt::join(each.strategies, " "));
  }
  for (const Record& record : report.records) {
    for (Aspect aspect : kAspects) {
      say("against: {} {} {}", record.strategy, name_of(aspect), stated_form(record, aspect));
      const Record* witness = smallest_witness(report, "plain", record.strategy, aspect);
      say("witness: {}", witness == nullptr ? "none" : witness->case_name);
    }
  }
  Report fewer = report;
  for (Record& record : fewer.records) {
    if (!record.findings.empty()) record.findings.resize(record.findings.size() / 3);
  }
  say_changes(fewer, report);
  say_changes(report, fewer);
}

void say_all() {
  const Judgement judgement = judged();
  for (const auto& [aspect, verdict] : judgement.verdicts) {
    say("verdict: {} {} {}", name_of(aspect), name_of(verdict.outcome),
        verdict.reason ? in_short(*verdict.reason) : "");
  }
  for (const Finding& finding : judgement.findings) say_finding(finding);
  const Report all = report();
  for (const Record& record : all.records) {
    for (const Finding& finding : record.findings) say_finding(finding);
  }
  say_decisions(all);
}

}  // namespace
}  // namespace afresh::testing

int main() { afresh::testing::say_all(); }

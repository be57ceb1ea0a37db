// What `write_json` wrote is read back whole; what it did not write is refused with a sentence.
// SPDX-License-Identifier: MIT
#include "reports/read_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>
#include <sstream>

#include "reports/json.hpp"
#include "tests/reports/sample.hpp"
#include "tests/values/findings.hpp"

namespace afresh {
namespace {

using nlohmann::json;

std::string written(const Report& report) {
  std::ostringstream out;
  write_json(out, report);
  return out.str();
}

/// The text after it was read and written again; the sentence where it was refused.
std::string rewritten(const std::string& text) {
  Result<Report> report = read_json(text, "x.json");
  return report ? written(*report) : report.error().message;
}

std::string complaint_about(const std::string& text) {
  Result<Report> report = read_json(text, "x.json");
  return report ? "" : report.error().message;
}

/// What is said of the sample report after something in it was changed.
std::string complaint_after(const std::function<void(json&)>& change) {
  json whole = json::parse(written(sample::scenarios()));
  change(whole);
  return complaint_about(whole.dump());
}

TEST(ReadJson, GivesWhatIsKnownOfStrategiesAndCases) {
  Report report = sample::with_generated();
  report.strategy_facts["toggle"] = {.family = "f", .in_short = "off and on", .order = "up"};
  report.strategy_summaries["toggle"] = "Off and on.";
  report.strategy_arguments["toggle"] = "mine.py";
  report.cases["log-handler"].value.features = {"logging", "classes"};
  report.cases["log-handler"].host = "bpy";
  Result<Report> read = read_json(written(report), "x.json");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->strategy_facts["toggle"].in_short, "off and on");
  EXPECT_EQ(read->strategy_facts["toggle"].order, "up");
  EXPECT_EQ(read->strategy_summaries, report.strategy_summaries);
  EXPECT_EQ(read->strategy_arguments, report.strategy_arguments);
  ASSERT_EQ(read->cases.size(), report.cases.size());
  EXPECT_TRUE(read->cases["generated-7-0"].is_generated);
  EXPECT_EQ(read->cases["log-handler"].bytes, 300u);
  EXPECT_EQ(read->cases["log-handler"].host, "bpy");
  EXPECT_EQ(read->cases["log-handler"].value.features,
            (std::vector<std::string>{"logging", "classes"}));
}

TEST(ReadJson, TakesAnOlderReportThatSaysNothingOfThem) {
  json whole = json::parse(written(sample::scenarios()));
  whole.erase("strategies");
  whole.erase("cases");
  EXPECT_EQ(complaint_about(whole.dump()), "");
}

TEST(ReadJson, GivesWhatWasWritten) {
  const Report report = sample::scenarios();
  Result<Report> read = read_json(written(report), "x.json");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->environment.afresh_version, "0.1.0");
  EXPECT_EQ(read->environment.seed, 7u);
  ASSERT_EQ(read->records.size(), report.records.size());
  for (std::size_t i = 0; i < report.records.size(); ++i) {
    const Record& record = read->records[i];
    EXPECT_EQ(record.case_name, report.records[i].case_name);
    EXPECT_EQ(record.strategy, report.records[i].strategy);
    EXPECT_EQ(record.host, report.records[i].host);
    EXPECT_EQ(record.verdicts, report.records[i].verdicts);
    EXPECT_EQ(record.findings, report.records[i].findings);
  }
}

TEST(ReadJson, LosesNothingOfAnyReport) {
  Report with_cycles = sample::scenarios();
  with_cycles.records[0].cycles = {{1, 2, 4'000'000'000}, {}};
  with_cycles.records[0].reload_ms = 0.1;
  with_cycles.environment.seed = std::numeric_limits<std::uint64_t>::max();
  for (const Report& report :
       {Report{}, sample::scenarios(), sample::with_generated(), sample::hostile(), with_cycles}) {
    EXPECT_EQ(rewritten(written(report)), written(report));
  }
}

RC_GTEST_PROP(ReadJson, TakesWhateverBytesAnAddonHas, (const std::vector<std::string>& texts)) {
  Report report = sample::hostile();
  const Record model = report.records.front();
  for (const std::string& text : texts) {
    Record record = model;
    record.case_name = text;
    record.strategy = text;
    record.host = text;
    record.verdicts[Aspect::kClean].reason = sample::said(text);
    Finding& finding = record.findings.front();
    finding.step_text = text;
    finding.paths = {text, text};
    finding.fresh = ObjectRef{.type = text, .module = text, .name = text, .value = text};
    finding.actual = PythonError{text, text};
    finding.overtaken_by = text;
    finding.cause = {text, 0, text};
    report.records.push_back(std::move(record));
    report.environment.compiler = text;
  }
  RC_ASSERT(rewritten(written(report)) == written(report));
}

RC_GTEST_PROP(ReadJson, GivesEveryFindingBack, ()) {
  const auto finding = testing::gen_finding(testing::gen_ascii());
  Report report = sample::scenarios();
  report.records[0].findings =
      *rc::gen::resize(8, rc::gen::container<std::vector<Finding>>(finding));
  Result<Report> read = read_json(written(report), "x.json");
  RC_ASSERT(bool(read));
  RC_ASSERT(read->records[0].findings == report.records[0].findings);
}

TEST(ReadJson, GivesEveryKindAndEverySideBack) {
  Report report = sample::scenarios();
  report.records[0].findings = testing::every_finding();
  Result<Report> read = read_json(written(report), "x.json");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->records[0].findings, report.records[0].findings);
}

TEST(ReadJson, ReadsNoSentence) {
  json whole = json::parse(written(sample::scenarios()));
  for (json& record : whole["records"])
    for (json& finding : record["findings"]) finding["sentence"] = "something else";
  Result<Report> read = read_json(whole.dump(), "x.json");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(written(*read), written(sample::scenarios()));
}

RC_GTEST_PROP(ReadJson, RefusesEveryBeginningOfAReport, ()) {
  const std::string text = written(sample::scenarios());
  // But for the newline at the end, which says nothing.
  const auto length = *rc::gen::inRange<std::size_t>(0, text.size() - 1);
  RC_ASSERT(complaint_about(text.substr(0, length))
                .ends_with(": not JSON; expected a report as 'afresh compare --json' writes it"));
}

TEST(ReadJson, TakesAReportOfBeforeAKeyWasAddedAndOfAfter) {
  EXPECT_EQ(complaint_after([](json& whole) {
              whole["records"][0].erase("behaviour");
              whole["times"][0].erase("reload_ms");
              whole["records"][0]["mood"] = "fine";
              whole["weather"] = 3;
            }),
            "");
}

TEST(ReadJson, SaysOnWhichLineATextStopsBeingJson) {
  const std::string expected = ": not JSON; expected a report as 'afresh compare --json' writes it";
  EXPECT_EQ(complaint_about(""), "x.json:1" + expected);
  EXPECT_EQ(complaint_about("{\n  \"schema\": \"afresh-compare/2\",\n  oops\n}"),
            "x.json:3" + expected);
  EXPECT_EQ(complaint_about("\"caf\xe9\""), "x.json:1" + expected);
}

TEST(ReadJson, NamesTheSchemaThatItExpects) {
  EXPECT_EQ(complaint_about("[]"),
            "x.json: no 'schema'; expected a report of afresh-compare/2, as 'afresh compare "
            "--json' writes it");
  EXPECT_EQ(complaint_after([](json& whole) { whole["schema"] = "afresh-evidence/1"; }),
            "x.json: schema is \"afresh-evidence/1\"; expected \"afresh-compare/2\", as 'afresh "
            "compare --json' writes it");
  // A report of before findings were data.
  EXPECT_EQ(complaint_after([](json& whole) { whole["schema"] = "afresh-compare/1"; }),
            "x.json: schema is \"afresh-compare/1\"; expected \"afresh-compare/2\", as 'afresh "
            "compare --json' writes it");
}

TEST(ReadJson, SaysWhatIsWrongWhereAndWhatWasExpected) {
  EXPECT_EQ(complaint_after([](json& whole) { whole["records"] = 3; }),
            "x.json: records is 3; expected a list");
  EXPECT_EQ(complaint_after([](json& whole) { whole["records"][2].erase("findings"); }),
            "x.json: no 'records[2].findings'; expected a member of this name");
  EXPECT_EQ(complaint_after([](json& whole) { whole["records"][1]["case"] = nullptr; }),
            "x.json: records[1].case is null; expected a text");
  EXPECT_EQ(
      complaint_after([](json& whole) { whole["records"][1]["verdict"]["fresh"] = "perhaps"; }),
      "x.json: records[1].verdict.fresh is \"perhaps\"; expected one of pass, fail, unknown, "
      "refused");
  EXPECT_EQ(complaint_after([](json& whole) { whole["records"][1]["verdict"]["new"] = "pass"; }),
            "x.json: records[1].verdict has the member 'new'; expected one of fresh, "
            "process-state, clean, rollback, recovery, isolation, live-objects, user-data, leaks");
  EXPECT_EQ(complaint_after([](json& whole) { whole["records"][0]["nodes"] = 3'000'000'000; }),
            "x.json: records[0].nodes is 3000000000; expected a whole number from -2147483648 to "
            "2147483647");
  EXPECT_EQ(complaint_after([](json& whole) { whole["records"][0]["findings"][0]["step"] = 1.5; }),
            "x.json: records[0].findings[0].step is 1.5; expected a whole number from -2147483648 "
            "to 2147483647");
  EXPECT_EQ(
      complaint_after([](json& whole) {
        whole["records"][0]["findings"][0]["fresh"]["object"]["kind"] = "thing";
      }),
      "x.json: records[0].findings[0].fresh.object.kind is \"thing\"; expected one of atom, "
      "module, namespace, class, function, instance, container, wrapper, registry, entry, key");
  EXPECT_EQ(complaint_after(
                [](json& whole) { whole["records"][0]["findings"][0]["actual"] = "class Panel"; }),
            "x.json: records[0].findings[0].actual is \"class Panel\"; expected an object");
  EXPECT_EQ(
      complaint_after(
          [](json& whole) { whole["records"][0]["findings"][0]["actual"]["is"] = "thing"; }),
      "x.json: records[0].findings[0].actual.is is \"thing\"; expected one of nothing, object, "
      "same-object-as, over-old-namespace, order, error, process-end, held, growth, module, "
      "named-value, source");
}

}  // namespace
}  // namespace afresh

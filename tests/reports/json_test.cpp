// SPDX-License-Identifier: MIT
#include "reports/json.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/reports/golden.hpp"
#include "tests/reports/sample.hpp"

namespace afresh {
namespace {

std::string written(const Report& report) {
  std::ostringstream out;
  write_json(out, report);
  return out.str();
}

std::vector<std::string> object_keys(const nlohmann::ordered_json& object) {
  std::vector<std::string> keys;
  for (const auto& entry : object.items()) keys.push_back(entry.key());
  return keys;
}

TEST(Json, WritesTheWholeReportAsApproved) {
  sample::expect_golden(written(sample::scenarios()), "scenarios.json");
}

TEST(Json, HasTheKeysOfItsSchemaEvenForAnEmptyReport) {
  nlohmann::ordered_json json = to_json(Report{});
  EXPECT_EQ(object_keys(json), (std::vector<std::string>{"schema", "environment", "strategies",
                                                         "cases", "records", "times"}));
  EXPECT_EQ(json["schema"], "afresh-compare/2");
  EXPECT_EQ(
      object_keys(json["environment"]),
      (std::vector<std::string>{"afresh", "python", "compiler", "isolation", "seed", "hosts"}));
  EXPECT_TRUE(json["records"].is_array());
  EXPECT_TRUE(json["times"].is_array());
}

TEST(Json, SaysWhatIsKnownOfStrategiesAndCasesOnce) {
  Report report = sample::scenarios();
  report.strategy_facts["toggle"] = {.family = "leave it loaded", .in_short = "", .order = ""};
  report.strategy_summaries["toggle"] = "Off and on.";
  report.strategy_arguments["mine"] = "mine.py";
  report.cases["log-handler"].value.features = {"logging"};
  nlohmann::ordered_json json = to_json(report);
  EXPECT_EQ(json["strategies"],
            nlohmann::ordered_json::parse(R"([{"name": "mine", "argument": "mine.py"},
                {"name": "toggle", "family": "leave it loaded", "summary": "Off and on."}])"));
  EXPECT_EQ(json["cases"][1], nlohmann::ordered_json::parse(R"({"name": "log-handler", "bytes": 300,
                "generated": false, "replay": "scenarios/log-handler.case",
                "features": ["logging"]})"));
}

TEST(Json, KeepsTheOrderOfRecordsAsGiven) {
  Report report = sample::scenarios();
  nlohmann::ordered_json json = to_json(report);
  ASSERT_EQ(json["records"].size(), report.records.size());
  for (std::size_t i = 0; i < report.records.size(); ++i) {
    EXPECT_EQ(json["records"][i]["case"], report.records[i].case_name);
    EXPECT_EQ(json["records"][i]["strategy"], report.records[i].strategy);
    EXPECT_EQ(json["times"][i]["case"], report.records[i].case_name);
    EXPECT_EQ(json["times"][i]["strategy"], report.records[i].strategy);
  }
}

TEST(Json, HoldsWallTimesUnderTimesAlone) {
  Report slow = sample::scenarios();
  for (Record& record : slow.records) record.trial_ms *= 3;
  nlohmann::ordered_json json = to_json(sample::scenarios());
  nlohmann::ordered_json slow_json = to_json(slow);
  EXPECT_NE(json, slow_json);
  json.erase("times");
  slow_json.erase("times");
  EXPECT_EQ(json, slow_json);
}

TEST(Json, NamesAReasonOnlyWhereThereIsOne) {
  nlohmann::ordered_json json = to_json(sample::scenarios());
  EXPECT_TRUE(json["records"][0]["reasons"].empty());
  EXPECT_EQ(json["records"][2]["reasons"],
            (nlohmann::ordered_json{{"fresh",
                                     {{"kind", "refusal"},
                                      {"message", "the host cannot restart"},
                                      {"sentence", "the host cannot restart"}}}}));
}

TEST(Json, StatesBehaviourOnlyWhereTheCaseDoes) {
  nlohmann::ordered_json json = to_json(sample::scenarios());
  EXPECT_TRUE(json["records"][0]["behaviour"].empty());
  EXPECT_EQ(json["records"][3]["behaviour"], (nlohmann::ordered_json{{"fresh", "fail"}}));
  EXPECT_EQ(json["records"][6]["behaviour"], (nlohmann::ordered_json{{"fresh", "pass"}}));
}

TEST(Json, WritesTextThatIsNotUtf8WithReplacementCharacters) {
  Report report = sample::scenarios();
  report.records[0].findings[0].actual = SameObjectAs{"caf\xe9"};
  EXPECT_NE(written(report).find("caf\xef\xbf\xbd"), std::string::npos);
}

TEST(JsonLines, HoldWhatTheReportHolds) {
  Report report = sample::scenarios();
  nlohmann::ordered_json whole = to_json(report);
  std::ostringstream out;
  write_json_line(out, report.environment);
  for (const Record& record : report.records) write_json_line(out, record);
  std::istringstream in(out.str());
  std::string line;
  ASSERT_TRUE(std::getline(in, line));
  nlohmann::ordered_json first = {{"schema", kCompareSchema},
                                  {"environment", whole["environment"]}};
  EXPECT_EQ(nlohmann::ordered_json::parse(line), first);
  for (std::size_t i = 0; i < report.records.size(); ++i) {
    ASSERT_TRUE(std::getline(in, line));
    nlohmann::ordered_json expected = whole["records"][i];
    expected["trial_ms"] = whole["times"][i]["trial_ms"];
    EXPECT_EQ(nlohmann::ordered_json::parse(line), expected);
  }
  EXPECT_FALSE(std::getline(in, line));
}

}  // namespace
}  // namespace afresh

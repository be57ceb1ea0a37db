// The JSON report against its published schema: what is written is valid, what is damaged is not.
// SPDX-License-Identifier: MIT
#include "tests/reports/schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>

#include "reports/json.hpp"
#include "tests/reports/sample.hpp"
#include "tests/values/findings.hpp"

namespace afresh {
namespace {

using nlohmann::json;
using ::testing::ElementsAreArray;

json approved() { return json::parse(sample::golden("scenarios.json")); }

/// The names of a vocabulary, in its order.
template <typename Names>
std::vector<std::string> all_names(const Names& all) {
  std::vector<std::string> names;
  for (auto value : all) names.emplace_back(name_of(value));
  return names;
}

std::vector<std::string> enumerated(const std::string& definition) {
  return schema::compare_schema()["definitions"][definition]["enum"];
}

/// Of the member `kind` of something in a finding.
std::vector<std::string> kinds_in(const std::string& definition) {
  return schema::compare_schema()["definitions"][definition]["properties"]["kind"]["enum"];
}

TEST(Schema, AcceptsTheApprovedReport) { EXPECT_EQ(schema::find_schema_violation(approved()), ""); }

TEST(Schema, AcceptsEveryWordOfTheVocabulary) {
  Report report = sample::scenarios();
  const Finding finding = report.records[0].findings[0];
  Record& record = report.records[0];
  for (Aspect aspect : kAspects) record.verdicts[aspect] = {Outcome::kUnknown, sample::said("why")};
  for (FindingKind kind : kFindingKinds) {
    record.findings.push_back(finding);
    record.findings.back().kind = kind;
  }
  for (Attribution attribution : kAttributions) {
    record.findings.push_back(finding);
    record.findings.back().attribution = attribution;
  }
  for (const Finding& each : testing::every_finding()) record.findings.push_back(each);
  EXPECT_EQ(schema::find_schema_violation(to_json(report)), "");
}

TEST(Schema, NamesEveryAspectKindAttributionAndOutcomeAndNoOther) {
  EXPECT_THAT(enumerated("aspect"), ElementsAreArray(all_names(kAspects)));
  EXPECT_THAT(enumerated("kind"), ElementsAreArray(all_names(kFindingKinds)));
  EXPECT_THAT(enumerated("attribution"), ElementsAreArray(all_names(kAttributions)));
  EXPECT_THAT(enumerated("outcome"), ElementsAreArray(all_names(kOutcomes)));
  EXPECT_THAT(enumerated("moment"), ElementsAreArray(all_names(kMoments)));
  EXPECT_THAT(kinds_in("object"), ElementsAreArray(all_names(kObjectKinds)));
  EXPECT_THAT(kinds_in("link"), ElementsAreArray(all_names(kLinkKinds)));
}

TEST(Schema, IsOfTheVersionThatIsWritten) {
  EXPECT_EQ(schema::compare_schema()["title"], kCompareSchema);
  EXPECT_EQ(schema::compare_schema()["properties"]["schema"]["const"], kCompareSchema);
}

RC_GTEST_PROP(Schema, AcceptsWhateverAFindingHas, ()) {
  Report report = sample::scenarios();
  report.records[0].findings = {*testing::gen_finding(testing::gen_ascii())};
  RC_ASSERT(schema::find_schema_violation(to_json(report)) == "");
}

TEST(Schema, RefusesAReportThatLacksAnyOfItsKeys) {
  // Whatever was added under the same number is missing in older reports, which stay valid; and of
  // a line less may be known.
  const std::vector<std::string> added{"/strategies",
                                       "/cases",
                                       "/records/0/behaviour",
                                       "/times/0/reload_ms",
                                       "/records/3/findings/1/cause/line",
                                       "/records/3/findings/1/cause/text"};
  const json report = approved();
  for (const std::string holder :
       {"", "/environment", "/records/0", "/records/0/findings/0", "/records/0/findings/0/fresh",
        "/records/3/findings/1/cause", "/times/0"}) {
    for (const auto& [key, value] : report[json::json_pointer(holder)].items()) {
      json damaged = report;
      damaged[json::json_pointer(holder)].erase(key);
      bool may_lack = std::ranges::find(added, holder + "/" + key) != added.end();
      EXPECT_EQ(schema::find_schema_violation(damaged).empty(), may_lack) << holder << "/" << key;
    }
  }
}

TEST(Schema, RefusesAKeyThatItDoesNotDescribe) {
  for (const std::string holder :
       {"", "/environment", "/records/0", "/records/0/verdict", "/records/0/behaviour",
        "/records/0/reasons", "/records/2/reasons/fresh", "/records/0/findings/0",
        "/records/0/findings/0/fresh", "/records/0/findings/0/fresh/object",
        "/records/3/findings/1/cause", "/times/0"}) {
    json damaged = approved();
    damaged[json::json_pointer(holder)]["colour"] = "fail";
    EXPECT_NE(schema::find_schema_violation(damaged), "") << holder;
  }
}

/// A place of the report, and what must not stand there.
struct Damage {
  std::string place;
  json value;
};

TEST(Schema, RefusesWhatIsOfNoKindThatItKnows) {
  const std::vector<Damage> damages{{"/schema", "afresh-compare/1"},
                                    {"/environment/afresh", "new"},
                                    {"/environment/python", "2.7.18"},
                                    {"/environment/isolation", "thread"},
                                    {"/environment/seed", -1},
                                    {"/environment/hosts", json::array()},
                                    {"/environment/hosts", {"plain", "plain"}},
                                    {"/records", json::object()},
                                    {"/records/0/case", ""},
                                    {"/records/0/strategy", 3},
                                    {"/records/0/host", nullptr},
                                    {"/records/0/verdict/fresh", "passed"},
                                    {"/records/3/behaviour/fresh", "unknown"},
                                    {"/records/2/reasons/fresh", ""},
                                    {"/records/2/reasons/fresh/kind", "whim"},
                                    {"/records/0/masked", -1},
                                    {"/records/0/opaque", 1.5},
                                    {"/records/0/nodes", "120"},
                                    {"/records/0/findings/0/kind", "stale"},
                                    {"/records/0/findings/0/aspect", "cost"},
                                    {"/records/0/findings/0/step", -1},
                                    {"/records/0/findings/0/paths", json::array()},
                                    {"/records/0/findings/0/paths", {1}},
                                    {"/records/0/findings/0/fresh", nullptr},
                                    {"/records/0/findings/0/fresh", "class Panel"},
                                    {"/records/0/findings/0/fresh/is", "nothing"},
                                    {"/records/0/findings/0/fresh/object", nullptr},
                                    {"/records/0/findings/0/fresh/object/kind", "thing"},
                                    {"/records/0/findings/0/fresh/object/load", 0},
                                    {"/records/3/findings/1/cause/line", 0},
                                    {"/records/3/findings/1/cause/file", ""},
                                    {"/records/3/findings/1/cause", "demo/__init__.py:1"},
                                    {"/records/0/findings/0/attribution", "addon"},
                                    {"/times/0/trial_ms", "1.5"},
                                    {"/times/0/trial_ms", -1.5}};
  const json report = approved();
  for (const Damage& damage : damages) {
    json damaged = report;
    ASSERT_TRUE(report.contains(json::json_pointer(damage.place))) << damage.place;
    damaged[json::json_pointer(damage.place)] = damage.value;
    EXPECT_NE(schema::find_schema_violation(damaged), "") << damage.place << " = " << damage.value;
  }
}

}  // namespace
}  // namespace afresh

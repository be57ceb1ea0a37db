// SPDX-License-Identifier: MIT
#include "reports/json.hpp"

#include <map>
#include <ostream>
#include <utility>

#include "reports/finding_json.hpp"
#include "reports/reason_json.hpp"

namespace afresh {
namespace {

using Json = nlohmann::ordered_json;

Json environment_json(const Environment& environment) {
  return {{"afresh", environment.afresh_version},
          {"python", environment.python_version},
          {"compiler", environment.compiler},
          {"isolation", environment.isolation},
          {"seed", environment.seed},
          {"hosts", environment.hosts}};
}

/// Who a record is of: the key that `records` and `times` share.
Json identity_json(const Record& record) {
  return {{"case", record.case_name}, {"strategy", record.strategy}, {"host", record.host}};
}

Json record_json(const Record& record) {
  Json verdict = Json::object();
  Json behaviour = Json::object();
  Json reasons = Json::object();
  for (const auto& [aspect, answer] : record.verdicts) {
    std::string name(name_of(aspect));
    verdict[name] = name_of(answer.outcome);
    if (answer.behaviour) behaviour[name] = name_of(*answer.behaviour);
    if (answer.reason) reasons[name] = to_json(*answer.reason);
  }
  Json findings = Json::array();
  for (const Finding& finding : record.findings) findings.push_back(to_json(finding));

  Json json = identity_json(record);
  json["verdict"] = std::move(verdict);
  json["behaviour"] = std::move(behaviour);
  json["reasons"] = std::move(reasons);
  json["findings"] = std::move(findings);
  json["masked"] = record.masked;
  json["opaque"] = record.opaque;
  json["nodes"] = record.nodes;
  if (!record.cycles.empty()) json["cycles"] = record.cycles;
  return json;
}

void write_line(std::ostream& out, const Json& json) {
  out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

Json time_json(const Record& record) {
  Json json = identity_json(record);
  json["trial_ms"] = record.trial_ms;
  json["reload_ms"] = record.reload_ms;
  return json;
}

/// What is known of the strategies beyond their records; a name is there once.
Json strategies_json(const Report& report) {
  std::map<std::string, Json> strategies;
  const auto add = [&](const std::string& name, const char* key, const std::string& text) {
    Json& strategy = strategies.try_emplace(name, Json{{"name", name}}).first->second;
    if (!text.empty()) strategy[key] = text;
  };
  for (const auto& [name, facts] : report.strategy_facts) {
    add(name, "family", facts.family);
    add(name, "in_short", facts.in_short);
    add(name, "order", facts.order);
  }
  for (const auto& [name, summary] : report.strategy_summaries) add(name, "summary", summary);
  for (const auto& [name, argument] : report.strategy_arguments) add(name, "argument", argument);
  Json list = Json::array();
  for (auto& [name, strategy] : strategies) list.push_back(std::move(strategy));
  return list;
}

Json cases_json(const Report& report) {
  Json cases = Json::array();
  for (const auto& [name, facts] : report.cases) {
    Json its{{"name", name},
             {"bytes", facts.bytes},
             {"generated", facts.is_generated},
             {"replay", facts.replay_argument},
             {"features", facts.value.features}};
    if (!facts.host.empty()) its["host"] = facts.host;
    cases.push_back(std::move(its));
  }
  return cases;
}

}  // namespace

nlohmann::ordered_json to_json(const Report& report) {
  Json records = Json::array();
  Json times = Json::array();
  for (const Record& record : report.records) {
    records.push_back(record_json(record));
    times.push_back(time_json(record));
  }
  return {{"schema", kCompareSchema},
          {"environment", environment_json(report.environment)},
          {"strategies", strategies_json(report)},
          {"cases", cases_json(report)},
          {"records", std::move(records)},
          {"times", std::move(times)}};
}

void write_json(std::ostream& out, const Report& report) {
  out << to_json(report).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void write_json_line(std::ostream& out, const Record& record) {
  Json json = record_json(record);
  json["trial_ms"] = record.trial_ms;
  write_line(out, json);
}

void write_json_line(std::ostream& out, const Environment& environment) {
  write_line(out, {{"schema", kCompareSchema}, {"environment", environment_json(environment)}});
}

}  // namespace afresh

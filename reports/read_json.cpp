// SPDX-License-Identifier: MIT
#include "reports/read_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "reports/finding_json.hpp"
#include "reports/json.hpp"
#include "reports/json_reader.hpp"
#include "reports/reason_json.hpp"

namespace afresh {
namespace {

using nlohmann::json;

constexpr std::string_view kWhoWritesIt = "as 'afresh compare --json' writes it";

Environment read_environment(const JsonReader& at) {
  return {.afresh_version = at["afresh"].text(),
          .python_version = at["python"].text(),
          .compiler = at["compiler"].text(),
          .isolation = at["isolation"].text(),
          .seed = at["seed"].integer<std::uint64_t>(),
          .hosts = at["hosts"].texts()};
}

std::map<Aspect, Verdict> read_verdicts(const JsonReader& record) {
  constexpr std::array kBehaviours{Outcome::kPass, Outcome::kFail};
  std::map<Aspect, Verdict> verdicts;
  record["verdict"].each_member([&](const JsonReader& answer) {
    verdicts[answer.name(kAspects)] = {.outcome = answer.word(kOutcomes), .reason = {}};
  });
  record["reasons"].each_member([&](const JsonReader& reason) {
    auto verdict = verdicts.find(reason.name(kAspects));
    if (verdict != verdicts.end()) verdict->second.reason = read_reason(reason);
  });
  if (auto behaviour = record.find("behaviour")) {
    behaviour->each_member([&](const JsonReader& answer) {
      auto verdict = verdicts.find(answer.name(kAspects));
      if (verdict != verdicts.end()) verdict->second.behaviour = answer.word(kBehaviours);
    });
  }
  return verdicts;
}

Record read_record(const JsonReader& at) {
  Record record{.case_name = at["case"].text(),
                .strategy = at["strategy"].text(),
                .host = at["host"].text(),
                .verdicts = read_verdicts(at),
                .findings = {},
                .masked = at["masked"].integer<int>(),
                .opaque = at["opaque"].integer<int>(),
                .nodes = at["nodes"].integer<int>()};
  at["findings"].each(
      [&](const JsonReader& finding) { record.findings.push_back(read_finding(finding)); });
  if (auto cycles = at.find("cycles")) {
    cycles->each([&](const JsonReader& repeat) {
      auto& counts = record.cycles.emplace_back();
      repeat.each(
          [&](const JsonReader& count) { counts.push_back(count.integer<std::uint32_t>()); });
    });
  }
  return record;
}

/// Wall times are of the records in their order; more or fewer of them are no reason to refuse.
void read_times(const JsonReader& times, std::vector<Record>& records) {
  std::size_t next = 0;
  times.each([&](const JsonReader& time) {
    if (next == records.size()) return;
    Record& record = records[next++];
    record.trial_ms = time["trial_ms"].real();
    if (auto reload_ms = time.find("reload_ms")) record.reload_ms = reload_ms->real();
  });
}

void read_strategies(const JsonReader& strategies, Report& report) {
  strategies.each([&](const JsonReader& strategy) {
    const std::string name = strategy["name"].text();
    report.strategy_facts[name] = {.family = strategy.text_or_empty("family"),
                                   .in_short = strategy.text_or_empty("in_short"),
                                   .order = strategy.text_or_empty("order")};
    report.strategy_summaries[name] = strategy.text_or_empty("summary");
    if (auto argument = strategy.find("argument"))
      report.strategy_arguments[name] = argument->text();
  });
}

void read_cases(const JsonReader& cases, Report& report) {
  cases.each([&](const JsonReader& each) {
    CaseFacts& facts = report.cases[each["name"].text()];
    facts.bytes = each["bytes"].integer<std::size_t>();
    facts.is_generated = each["generated"].boolean();
    facts.replay_argument = each["replay"].text();
    facts.host = each.text_or_empty("host");
    facts.value.features = each["features"].texts();
  });
}

Report read_report(const JsonReader& at) {
  Report report;
  report.environment = read_environment(at["environment"]);
  if (auto strategies = at.find("strategies")) read_strategies(*strategies, report);
  if (auto cases = at.find("cases")) read_cases(*cases, report);
  at["records"].each(
      [&](const JsonReader& record) { report.records.push_back(read_record(record)); });
  read_times(at["times"], report.records);
  return report;
}

/// `x.json:3: …`, with the line on which a text stops being JSON.
Error not_json_error(std::string_view text, std::size_t byte, const std::string& name) {
  std::string_view before = text.substr(0, byte == 0 ? 0 : byte - 1);
  return {fmt::format("{}:{}: not JSON; expected a report {}", name,
                      1 + std::ranges::count(before, '\n'), kWhoWritesIt)};
}

std::optional<Error> check_schema(const json& whole, const std::string& name) {
  auto schema = whole.find("schema");
  if (schema == whole.end()) {
    return Error{fmt::format("{}: no 'schema'; expected a report of {}, {}", name, kCompareSchema,
                             kWhoWritesIt)};
  }
  if (*schema == kCompareSchema) return {};
  return Error{fmt::format("{}: schema is {}; expected {}, {}", name, shown(*schema),
                           json(kCompareSchema).dump(), kWhoWritesIt)};
}

}  // namespace

Result<Report> read_json(std::string_view text, const std::string& name) {
  json whole;
  try {
    whole = json::parse(text);
  } catch (const json::parse_error& error) {
    return not_json_error(text, error.byte, name);
  } catch (const json::out_of_range&) {
    return Error{
        fmt::format("{}: a number that is too large; expected a report {}", name, kWhoWritesIt)};
  }
  if (auto error = check_schema(whole, name)) return *error;
  try {
    return read_report(JsonReader(whole));
  } catch (const MalformedJson& malformed) {
    return Error{fmt::format("{}: {}", name, malformed.what())};
  }
}

}  // namespace afresh

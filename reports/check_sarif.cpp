// SPDX-License-Identifier: MIT
#include "reports/check_sarif.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <ostream>

#include "reports/diagnostic_text.hpp"
#include "reports/explain.hpp"
#include "reports/text.hpp"

namespace afresh {
namespace {

using Json = nlohmann::ordered_json;

/// A path as a relative reference of RFC 3986.
std::string to_uri(std::string_view path) {
  constexpr std::string_view kPlain = "-._~/";
  std::string uri;
  for (char c : path) {
    bool is_plain = std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                    kPlain.find(c) != std::string_view::npos;
    uri += is_plain ? std::string(1, c)
                    : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return uri;
}

/// FNV-1a: the same for the same diagnostic in every run, whatever its line is.
/// http://www.isthe.com/chongo/tech/comp/fnv/
std::string fingerprint(const Diagnostic& diagnostic) {
  DiagnosticKey key = diagnostic_key(diagnostic);
  std::uint64_t hash = 0xcbf29ce484222325U;
  auto add = [&](std::string_view text) {
    for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    hash = (hash ^ 0xFFU) * 0x100000001b3U;
  };
  add(name_of(key.code));
  add(key.file);
  for (const std::string& object : key.objects) add(object);
  add(key.registry);
  add(key.text);
  return fmt::format("{:016x}", hash);
}

std::string_view explained(DiagnosticCode code) {
  for (const auto& entries : {explained_codes(), explained_kinds()}) {
    auto entry = std::ranges::find(entries, name_of(code), &Explanation::word);
    if (entry != entries.end()) return entry->meaning;
  }
  return word_for(code).meaning;
}

Json rule_json(DiagnosticCode code) {
  return {{"id", name_of(code)},
          {"shortDescription", {{"text", word_for(code).meaning}}},
          {"fullDescription", {{"text", explained(code)}}},
          {"help", {{"text", fmt::format("afresh explain {}", name_of(code))}}}};
}

Json region_json(const DiagnosticPlace& place) {
  Json region{{"startLine", place.line}};
  if (place.column > 0) {
    region["startColumn"] = place.column;
    region["endColumn"] = place.end_column;
  }
  if (!place.text.empty()) region["snippet"] = {{"text", valid_utf8(place.text)}};
  return region;
}

Json location_json(const CheckReport& report, const DiagnosticPlace& place) {
  Json physical{
      {"artifactLocation", {{"uri", to_uri(place.path.empty() ? report.path : place.path)}}}};
  if (place.line > 0) physical["region"] = region_json(place);
  return {{"physicalLocation", std::move(physical)}};
}

std::string render_message(const CheckReport& report, const Diagnostic& diagnostic) {
  std::string text = diagnostic_text(diagnostic);
  for (const Consequence& each : diagnostic.consequences) {
    std::string sentence = consequence_text(diagnostic, each);
    if (sentence.empty()) continue;
    text += "\n" + sentence;
    if (report.judged.size() > 1)
      text += fmt::format(" ({})", ways_text(each.strategies.size(), report.judged.size()));
  }
  if (std::string mend = mend_sentence(diagnostic.mend); !mend.empty()) text += "\nmend: " + mend;
  return text;
}

Json result_json(const CheckReport& report, const Diagnostic& diagnostic) {
  Json json{{"ruleId", name_of(diagnostic.code)},
            {"ruleIndex", static_cast<int>(diagnostic.code)},
            {"level", name_of(diagnostic.severity)},
            {"message", {{"text", render_message(report, diagnostic)}}},
            {"locations", Json::array({location_json(report, diagnostic.place)})},
            {"partialFingerprints", {{"afresh/v1", fingerprint(diagnostic)}}}};
  if (diagnostic.standing == Standing::kAccepted)
    json["suppressions"] =
        Json::array({{{"kind", "inSource"}, {"justification", diagnostic.reason}}});
  if (diagnostic.standing == Standing::kKnown)
    json["suppressions"] = Json::array({{{"kind", "external"}}});
  json["properties"] = {{"strategies", diagnostic.strategies}};
  return json;
}

}  // namespace

void write_check_sarif(std::ostream& out, const CheckReport& report, bool is_verbose) {
  Json rules = Json::array();
  for (DiagnosticCode code : kDiagnosticCodes) rules.push_back(rule_json(code));
  const std::vector<const Diagnostic*> told = told_diagnostics(report, is_verbose);
  Json results = Json::array();
  for (const Diagnostic& each : report.diagnostics) {
    bool is_told = std::ranges::find(told, &each) != told.end();
    if (is_told || each.standing != Standing::kNew) results.push_back(result_json(report, each));
  }
  Json driver{{"name", "afresh"},
              {"version", report.report.environment.afresh_version},
              {"rules", std::move(rules)}};
  Json run{{"tool", {{"driver", std::move(driver)}}},
           {"columnKind", "unicodeCodePoints"},
           {"results", std::move(results)}};
  Json json{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
            {"version", "2.1.0"},
            {"runs", Json::array({std::move(run)})}};
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace afresh

// SPDX-License-Identifier: MIT
#include "reports/check_json.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "reports/diagnostic_text.hpp"
#include "reports/finding_json.hpp"
#include "reports/json_reader.hpp"
#include "reports/reason_json.hpp"

namespace afresh {
namespace {

using Json = nlohmann::ordered_json;

Json consequence_json(const Diagnostic& diagnostic, const Consequence& consequence) {
  return {{"kind", name_of(consequence.kind)},
          {"detail", consequence.detail},
          {"strategies", consequence.strategies},
          {"sentence", consequence_text(diagnostic, consequence)}};
}

Json mend_json(const Mend& mend) {
  if (mend.kind == MendKind::kNone) return nullptr;
  Json json{{"kind", name_of(mend.kind)}, {"statements", mend.statements}, {"name", mend.name}};
  if (mend.unregister.is_known())
    json["unregister"] = {{"path", mend.unregister.file}, {"line", mend.unregister.line}};
  json["sentence"] = mend_sentence(mend);
  return json;
}

Json diagnostic_json(const Diagnostic& diagnostic) {
  const DiagnosticPlace& place = diagnostic.place;
  Json consequences = Json::array();
  for (const Consequence& each : diagnostic.consequences)
    consequences.push_back(consequence_json(diagnostic, each));
  Json findings = Json::array();
  for (const Finding& each : diagnostic.findings) findings.push_back(to_json(each));
  return {{"severity", name_of(diagnostic.severity)},
          {"code", name_of(diagnostic.code)},
          {"text", diagnostic_text(diagnostic)},
          {"path", place.path},
          {"file", place.file},
          {"line", place.line},
          {"column", place.column},
          {"end_column", place.end_column},
          {"source", place.text},
          {"objects", diagnostic.objects},
          {"registry", diagnostic.registry},
          {"strategies", diagnostic.strategies},
          {"consequences", std::move(consequences)},
          {"mend", mend_json(diagnostic.mend)},
          {"standing", name_of(diagnostic.standing)},
          {"reason", diagnostic.reason},
          {"findings", std::move(findings)}};
}

Json recommendation_json(const CheckReport& report) {
  const StrategyResult* best = report.recommendation.best_result();
  Json right = Json::array();
  Json gains = Json::object();
  for (const StrategyResult& each : report.recommendation.results) {
    if (each.is_right()) right.push_back(each.name);
    if (!each.to_mend.empty()) gains[each.name] = each.to_mend;
  }
  return {{"use", best == nullptr ? Json() : Json(best->name)},
          {"right", std::move(right)},
          {"with_mends", std::move(gains)}};
}

Json environment_json(const Environment& environment) {
  return {{"afresh", environment.afresh_version},
          {"python", environment.python_version},
          {"isolation", environment.isolation},
          {"seed", environment.seed}};
}

DiagnosticKey read_key(const JsonReader& at) {
  Diagnostic diagnostic;
  diagnostic.code = at["code"].word(kDiagnosticCodes);
  diagnostic.objects = at["objects"].texts();
  diagnostic.registry = at["registry"].text();
  diagnostic.place.file = at["file"].text();
  diagnostic.place.text = at["source"].text();
  return diagnostic_key(diagnostic);
}

}  // namespace

void write_check_json(std::ostream& out, const CheckReport& report) {
  CheckCounts counts = count_diagnostics(report, true);
  Json diagnostics = Json::array();
  for (const Diagnostic& each : report.diagnostics) diagnostics.push_back(diagnostic_json(each));
  Json unjudged = Json::object();
  for (const Unjudged& each : unjudged_aspects(report))
    unjudged[std::string(name_of(each.aspect))] = to_json(each.reason);
  Json json{{"schema", kCheckSchema},
            {"environment", environment_json(report.report.environment)},
            {"addon", report.addon},
            {"path", report.path},
            {"files", report.files},
            {"host", report.host},
            {"only", report.is_leftovers_only ? Json("leftovers") : Json()},
            {"strategies", report.judged},
            {"counts",
             {{"errors", counts.errors},
              {"warnings", counts.warnings},
              {"accepted", counts.accepted},
              {"known", counts.known}}},
            {"not_judged", std::move(unjudged)},
            {"recommendation", recommendation_json(report)},
            {"diagnostics", std::move(diagnostics)}};
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

Result<std::vector<DiagnosticKey>> read_check_keys(const std::string& text,
                                                   const std::string& name) {
  constexpr std::string_view kWhoWritesIt = "expected what 'afresh check --format json' writes";
  nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("schema"))
    return Error{fmt::format("{}: no report of check; {}", name, kWhoWritesIt)};
  if (json["schema"] != kCheckSchema)
    return Error{fmt::format("{}: its schema is {}, not \"{}\"; {} now", name,
                             shown(json["schema"]), kCheckSchema, kWhoWritesIt)};
  try {
    std::vector<DiagnosticKey> keys;
    JsonReader(json)["diagnostics"].each(
        [&](const JsonReader& each) { keys.push_back(read_key(each)); });
    return keys;
  } catch (const MalformedJson& error) {
    return Error{fmt::format("{}: {}; {}", name, error.what(), kWhoWritesIt)};
  }
}

}  // namespace afresh

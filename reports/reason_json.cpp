// SPDX-License-Identifier: MIT
#include "reports/reason_json.hpp"

#include <string>
#include <vector>

#include "reports/json_reader.hpp"
#include "reports/reason_text.hpp"

namespace afresh {
namespace {

using Json = nlohmann::ordered_json;

Json kinds_json(const std::vector<FindingKind>& kinds) {
  Json json = Json::array();
  for (FindingKind kind : kinds) json.push_back(name_of(kind));
  return json;
}

std::vector<FindingKind> read_kinds(const JsonReader& at) {
  std::vector<FindingKind> kinds;
  at.each([&](const JsonReader& kind) { kinds.push_back(kind.word(kFindingKinds)); });
  return kinds;
}

}  // namespace

nlohmann::ordered_json to_json(const Reason& reason) {
  Json json{{"kind", name_of(reason.kind)}};
  if (!reason.place.empty()) json["place"] = reason.place;
  if (!reason.error_type.empty()) json["error_type"] = reason.error_type;
  if (!reason.message.empty()) json["message"] = reason.message;
  if (reason.per_mille != 0) json["per_mille"] = reason.per_mille;
  if (reason.kind == ReasonKind::kNotConfirmed) {
    json["run"] = name_of(reason.run);
    json["here"] = kinds_json(reason.here);
    json["there"] = kinds_json(reason.there);
    if (!reason.because.empty()) json["because"] = to_json(reason.because.front());
  }
  json["sentence"] = render_reason(reason);
  return json;
}

Reason read_reason(const JsonReader& at) {
  Reason reason{.kind = at["kind"].word(kReasonKinds),
                .place = at.text_or_empty("place"),
                .error_type = at.text_or_empty("error_type"),
                .message = at.text_or_empty("message")};
  if (auto per_mille = at.find("per_mille")) reason.per_mille = per_mille->integer<int>();
  if (reason.kind != ReasonKind::kNotConfirmed) return reason;
  reason.run = at["run"].word(kConfirmingRuns);
  reason.here = read_kinds(at["here"]);
  reason.there = read_kinds(at["there"]);
  if (auto because = at.find("because")) reason.because.push_back(read_reason(*because));
  return reason;
}

}  // namespace afresh

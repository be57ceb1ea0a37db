// SPDX-License-Identifier: MIT
#include "harness/evidence/evidence.hpp"

#include <fmt/format.h>

#include "harness/evidence/fields.hpp"

namespace afresh {
namespace {

using evidence::Json;
using evidence::JsonInput;
using evidence::JsonOutput;
using evidence::Malformed;

void read_snapshots(const Json& all, Evidence& evidence) {
  if (!all.is_array()) throw Malformed("snapshots: expected a list");
  for (const Json& json : all) {
    std::string place = fmt::format("snapshots[{}]", evidence.snapshots.size());
    Snapshot snapshot;
    JsonInput input(json, evidence, place);
    evidence::fields(input, snapshot);
    try {
      evidence::check(snapshot.graph);
    } catch (const Malformed& malformed) {
      throw Malformed(place + ": " + malformed.what());
    }
    evidence.snapshots.push_back(std::move(snapshot));
  }
}

const Json& member(const Json& json, const char* name) {
  auto found = json.find(name);
  if (found == json.end()) throw Malformed(fmt::format("no '{}'", name));
  return *found;
}

}  // namespace

std::string write_evidence(const TrialId& of, const JudgeInput& input) {
  Json json{{"schema", kEvidenceSchema}};
  JsonOutput::Tables tables;
  JsonOutput of_output(json["of"], tables);
  evidence::fields(of_output, of);
  JsonOutput input_output(json["input"], tables);
  evidence::fields(input_output, input);
  Json snapshots = Json::array();
  for (const Snapshot* snapshot : tables.snapshots) {
    JsonOutput output(snapshots.emplace_back(), tables);
    evidence::fields(output, *snapshot);
  }
  json["snapshots"] = std::move(snapshots);
  return json.dump() + "\n";
}

std::optional<Error> read_evidence(std::string_view text, const std::string& origin,
                                   Evidence& evidence) {
  try {
    Json json = Json::parse(text);
    if (!json.is_object() || member(json, "schema") != kEvidenceSchema)
      throw Malformed(fmt::format("no 'schema' of {}", kEvidenceSchema));
    read_snapshots(member(json, "snapshots"), evidence);
    JsonInput of(member(json, "of"), evidence, "of");
    evidence::fields(of, evidence.of);
    JsonInput input(member(json, "input"), evidence, "input");
    evidence::fields(input, evidence.input);
    return {};
  } catch (const Malformed& malformed) {
    return Error{fmt::format("{}: {}; expected evidence as 'afresh replay --record' writes it",
                             origin, malformed.what())};
  } catch (const Json::exception& error) {
    return Error{
        fmt::format("{}: no JSON ({}); expected evidence as 'afresh replay --record' writes it",
                    origin, error.what())};
  }
}

}  // namespace afresh

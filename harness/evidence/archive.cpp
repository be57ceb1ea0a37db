// SPDX-License-Identifier: MIT
#include "harness/evidence/archive.hpp"

#include <algorithm>

#include "harness/casefile/base64.hpp"
#include "harness/evidence/fields.hpp"
#include "harness/values/utf8.hpp"

namespace afresh::evidence {
namespace {

constexpr const char* kBytes = "base64";

void require(bool is_in_range) {
  if (!is_in_range) throw Malformed("a snapshot refers to what it does not have");
}

}  // namespace

Json json_of_text(const std::string& text) {
  if (is_utf8(text)) return text;
  std::string encoded = encode_base64(text);
  std::erase(encoded, '\n');
  return {{kBytes, encoded}};
}

std::string text_of_json(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_object() && json.size() == 1 && json.contains(kBytes) && json[kBytes].is_string()) {
    if (auto bytes = decode_base64(json[kBytes].get<std::string>())) return *bytes;
  }
  throw Malformed("no text; expected a string, or bytes as {\"base64\": …}");
}

void check(const Graph& graph) {
  auto is_string = [&](StringId id) { return id < graph.strings.size(); };
  auto is_target = [&](bool is_atom, std::uint32_t target) {
    return target < (is_atom ? graph.strings.size() : graph.nodes.size());
  };
  require(!graph.strings.empty());
  for (const Node& node : graph.nodes) {
    require(is_string(node.type) && is_string(node.name));
    require(std::uint64_t{node.first_edge} + node.edge_count <= graph.edges.size());
  }
  for (const Edge& edge : graph.edges)
    require(is_string(edge.label) && is_target(edge.is_atom, edge.target));
  for (const Root& root : graph.roots)
    require(is_string(root.label) && is_target(root.is_atom, root.target));
}

void JsonOutput::put(Json& json, const Snapshot* const& snapshot) {
  if (snapshot == nullptr) return;
  auto known = std::ranges::find(tables_.snapshots, snapshot);
  json = known - tables_.snapshots.begin();
  if (known == tables_.snapshots.end()) tables_.snapshots.push_back(snapshot);
}

JsonInput::JsonInput(const Json& object, Evidence& owner, std::string place)
    : object_(object), owner_(owner), place_(std::move(place)) {
  if (!object_.is_object()) fail(place_, "an object");
}

const Json& JsonInput::member(const char* name) const {
  auto found = object_.find(name);
  if (found == object_.end()) fail(place_ + "." + name, "a member of this name");
  return *found;
}

void JsonInput::fail(const std::string& place, const std::string& expected) {
  throw Malformed(place + ": expected " + expected);
}

void JsonInput::get(const Json& json, const std::string& place, std::string& text) {
  try {
    text = text_of_json(json);
  } catch (const Malformed& malformed) {
    throw Malformed(place + ": " + malformed.what());
  }
}

void JsonInput::get(const Json& json, const std::string& place, const Snapshot*& snapshot) {
  if (json.is_null()) return;
  if (!json.is_number_unsigned() || json.get<std::size_t>() >= owner_.snapshots.size())
    fail(place, "null or the number of a snapshot");
  snapshot = &owner_.snapshots[json.get<std::size_t>()];
}

void JsonInput::get(const Json& json, const std::string& place, const OpResult*& result) {
  if (json.is_null()) return;
  OpResult& kept = owner_.results.emplace_back();
  get(json, place, kept);
  result = &kept;
}

void JsonInput::get(const Json& json, const std::string& place, const SourceFacts*& facts) {
  if (json.is_null()) return;
  SourceFacts& kept = owner_.facts.emplace_back();
  get(json, place, kept);
  facts = &kept;
}

void JsonInput::get(const Json& json, const std::string& place,
                    const std::vector<LedgerEntry>*& ledger) {
  if (json.is_null()) return;
  get(json, place, owner_.ledger);
  ledger = &owner_.ledger;
}

void JsonInput::get(const Json& json, const std::string& place, const std::vector<BodyRun>*& runs) {
  if (json.is_null()) return;
  std::vector<BodyRun>& kept = owner_.body_runs.emplace_back();
  get(json, place, kept);
  runs = &kept;
}

void JsonInput::get(const Json& json, const std::string& place, const SourcesByOp*& sources) {
  if (json.is_null()) return;
  get(json, place, owner_.sources);
  sources = &owner_.sources;
}

}  // namespace afresh::evidence

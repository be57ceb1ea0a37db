// SPDX-License-Identifier: MIT
#include "reports/finding_json.hpp"

#include <array>
#include <string_view>
#include <variant>

#include "reports/finding_text.hpp"
#include "reports/json_reader.hpp"

namespace afresh {
namespace {

using Json = nlohmann::ordered_json;

/// What an alternative of `FindingSide` is called, in its order.
constexpr std::array<std::string_view, 12> kSideNames{
    "nothing", "object", "same-object-as", "over-old-namespace", "order", "error", "process-end",
    "held",    "growth", "module",         "named-value",        "source"};
static_assert(kSideNames.size() == std::variant_size_v<FindingSide>);

constexpr std::array<std::string_view, 4> kEndings{"completed", "signal", "exit", "deadline"};

/// Members that say something: a text that is empty and a number that is 0 are left out.
void put(Json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}
void put(Json& json, const char* name, std::uint32_t number) {
  if (number != 0) json[name] = number;
}

Json object_json(const ObjectRef& object) {
  Json json{{"kind", name_of(object.kind)}};
  put(json, "type", object.type);
  put(json, "module", object.module);
  put(json, "name", object.name);
  put(json, "value", object.value);
  put(json, "file", object.file);
  put(json, "load", object.load);
  put(json, "size", object.size);
  return json;
}

Json link_json(const Link& link) {
  Json json{{"kind", name_of(link.kind)}};
  put(json, "label", link.label);
  put(json, "steps", link.steps);
  return json;
}

Json line_json(const SourceLine& line) {
  if (!line.is_known()) return nullptr;
  Json json{{"file", line.file}};
  put(json, "line", static_cast<std::uint32_t>(line.line));
  put(json, "text", line.text);
  return json;
}

template <typename T, typename ToJson>
Json list_json(const std::vector<T>& values, const ToJson& to_json) {
  Json json = Json::array();
  for (const T& value : values) json.push_back(to_json(value));
  return json;
}

/// The members of one side, beside what it is.
struct SideMembers {
  Json& json;

  void operator()(const Nothing&) const {}
  void operator()(const ObjectRef& side) const { json["object"] = object_json(side); }
  void operator()(const SameObjectAs& side) const { json["path"] = side.path; }
  void operator()(const OverOldNamespace& side) const {
    json["function"] = object_json(side.function);
  }
  void operator()(const EntryOrder& side) const {
    json["entries"] = list_json(side.entries, object_json);
  }
  void operator()(const PythonError& side) const {
    json["type"] = side.type;
    json["message"] = side.message;
  }
  void operator()(const ProcessEnd& side) const {
    json["ending"] = kEndings[static_cast<std::size_t>(side.ending)];
    json["status"] = side.status;
  }
  void operator()(const HeldObject& side) const {
    json["object"] = object_json(side.object);
    json["holders"] = list_json(side.holders, link_json);
    json["others"] = side.others;
  }
  void operator()(const Growth& side) const {
    json["first"] = side.first;
    json["last"] = side.last;
    json["cycles"] = side.cycles;
  }
  void operator()(const ChangedModule& side) const {
    json["module"] = side.module;
    json["change"] = name_of(side.change);
  }
  void operator()(const NamedValue& side) const {
    json["name"] = side.name;
    json["moment"] = name_of(side.moment);
    json["is_derived"] = side.is_derived;
  }
  void operator()(const SourceState& side) const {
    json["place"] = line_json(side.place);
    json["moment"] = name_of(side.moment);
  }
};

Json side_json(const FindingSide& side) {
  Json json{{"is", kSideNames[side.index()]}};
  std::visit(SideMembers{json}, side);
  return json;
}

std::uint32_t number_at(const JsonReader& at, const char* name) {
  auto found = at.find(name);
  return found ? found->integer<std::uint32_t>() : 0;
}

ObjectRef read_object(const JsonReader& at) {
  return {.kind = at["kind"].word(kObjectKinds),
          .type = at.text_or_empty("type"),
          .module = at.text_or_empty("module"),
          .name = at.text_or_empty("name"),
          .value = at.text_or_empty("value"),
          .file = at.text_or_empty("file"),
          .load = number_at(at, "load"),
          .size = number_at(at, "size")};
}

Link read_link(const JsonReader& at) {
  return {.kind = at["kind"].word(kLinkKinds),
          .label = at.text_or_empty("label"),
          .steps = at.text_or_empty("steps")};
}

SourceLine read_line(const JsonReader& at) {
  if (at.is_null()) return {};
  SourceLine line{.file = at["file"].text()};
  if (auto number = at.find("line")) line.line = number->integer<int>();
  line.text = at.text_or_empty("text");
  return line;
}

template <typename T>
std::vector<T> read_list(const JsonReader& at, T (*read)(const JsonReader&)) {
  std::vector<T> values;
  at.each([&](const JsonReader& value) { values.push_back(read(value)); });
  return values;
}

FindingSide read_side(const JsonReader& at) {
  switch (at["is"].index_in(kSideNames)) {
    case 1: return read_object(at["object"]);
    case 2: return SameObjectAs{at["path"].text()};
    case 3: return OverOldNamespace{read_object(at["function"])};
    case 4: return EntryOrder{read_list(at["entries"], read_object)};
    case 5: return PythonError{at["type"].text(), at["message"].text()};
    case 6:
      return ProcessEnd{static_cast<Ending>(at["ending"].index_in(kEndings)),
                        at["status"].integer<int>()};
    case 7:
      return HeldObject{read_object(at["object"]), read_list(at["holders"], read_link),
                        at["others"].integer<std::uint32_t>()};
    case 8:
      return Growth{at["first"].integer<std::uint32_t>(), at["last"].integer<std::uint32_t>(),
                    at["cycles"].integer<std::uint32_t>()};
    case 9: return ChangedModule{at["module"].text(), at["change"].word(kModuleChanges)};
    case 10:
      return NamedValue{at["name"].text(), at["moment"].word(kMoments), at["is_derived"].boolean()};
    case 11: return SourceState{read_line(at["place"]), at["moment"].word(kMoments)};
    default: return Nothing{};
  }
}

}  // namespace

nlohmann::ordered_json to_json(const Finding& finding) {
  return {{"kind", name_of(finding.kind)},
          {"aspect", name_of(finding.aspect)},
          {"step", finding.step},
          {"step_text", finding.step_text},
          {"paths", finding.paths},
          {"fresh", side_json(finding.fresh)},
          {"actual", side_json(finding.actual)},
          {"overtaken_by", finding.overtaken_by},
          {"cause", line_json(finding.cause)},
          {"attribution", name_of(finding.attribution)},
          {"sentence", finding_sentence(finding)}};
}

Finding read_finding(const JsonReader& at) {
  return {.kind = at["kind"].word(kFindingKinds),
          .aspect = at["aspect"].word(kAspects),
          .step = at["step"].integer<int>(),
          .step_text = at["step_text"].text(),
          .paths = at["paths"].texts(),
          .fresh = read_side(at["fresh"]),
          .actual = read_side(at["actual"]),
          .overtaken_by = at["overtaken_by"].text(),
          .cause = read_line(at["cause"]),
          .attribution = at["attribution"].word(kAttributions)};
}

}  // namespace afresh

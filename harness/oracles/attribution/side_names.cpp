// SPDX-License-Identifier: MIT
#include "harness/oracles/attribution/side_names.hpp"

#include <algorithm>
#include <array>

#include "harness/oracles/graph/path_names.hpp"

namespace afresh {
namespace {

bool object_mentions(const ObjectRef& object, std::string_view name) {
  const std::array<std::string, 4> texts{full_name(object), object.type, object.value, object.file};
  return std::ranges::any_of(texts,
                             [&](const std::string& text) { return contains_name(text, name); });
}

struct Mentions {
  std::string_view name;

  bool operator()(const ObjectRef& object) const { return object_mentions(object, name); }
  bool operator()(const OverOldNamespace& side) const {
    return object_mentions(side.function, name);
  }
  bool operator()(const HeldObject& side) const { return object_mentions(side.object, name); }
  bool operator()(const SameObjectAs& side) const { return contains_name(side.path, name); }
  bool operator()(const EntryOrder& side) const {
    return std::ranges::any_of(
        side.entries, [&](const ObjectRef& object) { return object_mentions(object, name); });
  }
  bool operator()(const PythonError& side) const {
    return contains_name(side.type, name) || contains_name(side.message, name);
  }
  bool operator()(const ChangedModule& side) const { return contains_name(side.module, name); }
  bool operator()(const NamedValue& side) const { return contains_name(side.name, name); }
  bool operator()(const SourceState& side) const { return contains_name(side.place.file, name); }
  bool operator()(const Nothing&) const { return false; }
  bool operator()(const ProcessEnd&) const { return false; }
  bool operator()(const Growth&) const { return false; }
};

std::string last_part(const std::string& dotted) {
  return dotted.substr(dotted.find_last_of('.') + 1);
}

}  // namespace

const ObjectRef* object_in(const FindingSide& side) {
  if (const auto* object = std::get_if<ObjectRef>(&side)) return object;
  if (const auto* over = std::get_if<OverOldNamespace>(&side)) return &over->function;
  if (const auto* held = std::get_if<HeldObject>(&side)) return &held->object;
  return nullptr;
}

bool mentions(const FindingSide& side, std::string_view name) {
  return std::visit(Mentions{name}, side);
}

std::vector<std::string> words_in_source(const FindingSide& side) {
  const ObjectRef* object = object_in(side);
  if (object == nullptr) return {};
  switch (object->kind) {
    case ObjectKind::kAtom:
      if (object->type == "str" || object->type == "int") return {object->value};
      return {};
    case ObjectKind::kClass:
    case ObjectKind::kFunction: return {last_part(object->name)};
    case ObjectKind::kInstance: return {last_part(object->type)};
    default: return {};
  }
}

}  // namespace afresh

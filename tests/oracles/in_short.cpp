// SPDX-License-Identifier: MIT
#include "tests/oracles/in_short.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <variant>
#include <vector>

namespace afresh::testing {
namespace {

/// Types of Python's own need no module.
std::string_view short_type(std::string_view type) {
  constexpr std::string_view kBuiltins = "builtins.";
  return type.starts_with(kBuiltins) ? type.substr(kBuiltins.size()) : type;
}

std::string joined(std::string_view first, std::string_view second) {
  bool has_both = !first.empty() && !second.empty();
  return fmt::format("{}{}{}", first, has_both ? " " : "", second);
}

/// All but file and load.
std::string what_it_is(const ObjectRef& object) {
  std::string_view kind = name_of(object.kind);
  std::string named = joined(short_type(object.type), full_name(object));
  switch (object.kind) {
    case ObjectKind::kAtom: return joined(named, object.value);
    case ObjectKind::kKey: return fmt::format("key {}", object.value);
    case ObjectKind::kContainer: return fmt::format("{} of {}", named, object.size);
    case ObjectKind::kRegistry: return fmt::format("registry of {}", object.size);
    default: return joined(kind, named);
  }
}

std::string_view ending_word(Ending ending) {
  switch (ending) {
    case Ending::kCompleted: return "completed";
    case Ending::kSignal: return "signal";
    case Ending::kExit: return "exit";
    case Ending::kDeadline: return "deadline";
  }
  return {};
}

struct SideInShort {
  std::string operator()(const Nothing&) const { return "nothing"; }
  std::string operator()(const ObjectRef& side) const { return in_short(side); }
  std::string operator()(const SameObjectAs& side) const { return "same as " + side.path; }
  std::string operator()(const OverOldNamespace& side) const {
    return in_short(side.function) + " over an old namespace";
  }
  std::string operator()(const EntryOrder& side) const {
    std::vector<std::string> entries;
    for (const ObjectRef& entry : side.entries) entries.push_back(in_short(entry));
    return fmt::format("order: {}", fmt::join(entries, ", "));
  }
  std::string operator()(const PythonError& side) const {
    return fmt::format("error {}: {}", side.type, side.message);
  }
  std::string operator()(const ProcessEnd& side) const {
    return fmt::format("{} {}", ending_word(side.ending), side.status);
  }
  std::string operator()(const HeldObject& side) const {
    std::string chain;
    for (const Link& link : side.holders) chain += in_short(link) + " > ";
    std::string others = side.others == 0 ? "" : fmt::format(" +{}", side.others);
    return chain + in_short(side.object) + others;
  }
  std::string operator()(const Growth& side) const {
    return fmt::format("growth {} to {} in {}", side.first, side.last, side.cycles);
  }
  std::string operator()(const ChangedModule& side) const {
    return fmt::format("{}: {}", side.module, name_of(side.change));
  }
  std::string operator()(const NamedValue& side) const {
    return fmt::format("{}{} {}", side.is_derived ? "made of " : "", side.name,
                       name_of(side.moment));
  }
  std::string operator()(const SourceState& side) const {
    return joined("source", joined(in_short(side.place), name_of(side.moment)));
  }
};

}  // namespace

std::string in_short(const ObjectRef& object) {
  std::string text = what_it_is(object);
  if (!object.file.empty()) text += fmt::format(" ({})", object.file);
  if (object.load != 0) text += fmt::format(" @{}", object.load);
  return text;
}

std::string in_short(const Link& link) {
  return joined(name_of(link.kind), link.label) + link.steps;
}

std::string in_short(const FindingSide& side) { return std::visit(SideInShort{}, side); }

std::string in_short(const SourceLine& line) {
  std::string text = line.file;
  if (line.line != 0) text += fmt::format(":{}", line.line);
  if (!line.text.empty()) text += ": " + line.text;
  return text;
}

std::string in_short(const RegistryChange& change) {
  std::string entry = change.is_order ? "order" : change.key;
  // A key alone says what changed; more than that would be seen.
  if (entry.empty() || change.entry != ObjectRef{}) entry = joined(entry, in_short(change.entry));
  return fmt::format("{}: {}{}", change.root, change.is_missing ? "without " : "", entry);
}

std::string in_short(const Reason& reason) {
  std::string words(name_of(reason.kind));
  for (const std::string* part : {&reason.place, &reason.error_type, &reason.message})
    if (!part->empty()) words += " " + *part;
  if (reason.per_mille != 0) words += fmt::format(" {}", reason.per_mille);
  return words;
}

}  // namespace afresh::testing

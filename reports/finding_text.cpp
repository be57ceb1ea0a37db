// SPDX-License-Identifier: MIT
#include "reports/finding_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "harness/values/limits.hpp"
#include "harness/values/utf8.hpp"
#include "reports/text.hpp"

namespace afresh {
namespace {

constexpr std::string_view kArrow = " → ";

std::string_view last_part(std::string_view dotted) {
  return dotted.substr(dotted.find_last_of('.') + 1);
}

/// Without the load that it came with.
std::string bare_text(const ObjectRef& object) {
  std::string_view type = last_part(object.type);
  switch (object.kind) {
    case ObjectKind::kAtom:
      return object.type.empty() ? object.value : fmt::format("{} {}", object.type, object.value);
    case ObjectKind::kModule: return fmt::format("module {}", object.name);
    case ObjectKind::kNamespace:
      return object.name.empty() ? "the namespace of a module"
                                 : fmt::format("the namespace of {}", object.name);
    case ObjectKind::kClass: return fmt::format("class {}", object.name);
    case ObjectKind::kFunction:
      return object.file.empty() ? fmt::format("function {}", object.name)
                                 : fmt::format("function {} ({})", object.name, object.file);
    case ObjectKind::kInstance: return fmt::format("{} object", type);
    case ObjectKind::kWrapper:
      return object.name.empty() ? std::string(type) : fmt::format("{} {}", type, object.name);
    case ObjectKind::kContainer: return fmt::format("{} of {}", type, object.size);
    case ObjectKind::kRegistry: return fmt::format("registry of {}", object.size);
    case ObjectKind::kEntry: return "an entry";
    case ObjectKind::kKey: return object.value;
  }
  return {};
}

std::string link_text(const Link& link) {
  auto named = [&](std::string_view what) {
    return fmt::format("{}{}{}", what, link.label, link.steps);
  };
  switch (link.kind) {
    case LinkKind::kPlace:
    case LinkKind::kObject: return named("");
    case LinkKind::kThread: return fmt::format("thread in {}(){}", link.label, link.steps);
    case LinkKind::kHost: return "the application itself" + link.steps;
    case LinkKind::kStrategy: return "the strategy" + link.steps;
    case LinkKind::kContext: return "the current context" + link.steps;
    case LinkKind::kNativeCode: return "C code" + link.steps;
    case LinkKind::kModule: return named("module ");
    case LinkKind::kClass: return named("class ");
    case LinkKind::kFunction: return named("function ");
    case LinkKind::kMethod: return named("bound method ");
    case LinkKind::kInstance: return named("instance of ");
  }
  return {};
}

std::string definition_text(const ObjectRef& object) {
  ObjectRef named = object;
  named.name = full_name(object);
  named.file.clear();
  return object_text(named);
}

/// The chain from the root to the object. Where it hangs and what it is say more than what is
/// between.
std::string held_text(const HeldObject& held) {
  if (held.holders.empty()) return definition_text(held.object) + ", held by C code";
  std::vector<std::string> links;
  for (const Link& link : held.holders) links.push_back(link_text(link));
  links.push_back(definition_text(held.object));
  std::string text = fmt::format("{}", fmt::join(links, kArrow));
  std::size_t between = links.size() - 2;
  for (; text.size() > kMaxSideBytes && between > 0; --between) {
    links.erase(links.begin() + 1);
    if (between > 1) links[1] = "…";
    text = fmt::format("{}", fmt::join(links, kArrow));
  }
  return text;
}

std::string process_end_text(const ProcessEnd& end) {
  switch (end.ending) {
    case Ending::kSignal: break;
    case Ending::kExit: return fmt::format("exited with status {}", end.status);
    case Ending::kDeadline: return "did not end before its deadline";
    case Ending::kCompleted: return "ended";
  }
  if (end.status == kProcessLimitExceeded)
    return fmt::format("was ended with more than {} processes alive", kMaxProcesses);
  if (end.status == kMemoryLimitExceeded)
    return fmt::format("was ended with more than {} GiB of memory in its processes",
                       kMaxMemoryBytes >> 30);
  return fmt::format("died of signal {}", end.status);
}

std::string module_text(const ChangedModule& changed) {
  switch (changed.change) {
    case ModuleChange::kNone: return fmt::format("module {}", changed.module);
    case ModuleChange::kGone: return "nothing";
    case ModuleChange::kReplaced: return fmt::format("another module {}", changed.module);
    case ModuleChange::kRunAgain: return fmt::format("module {}, run again", changed.module);
    case ModuleChange::kLoadedAgain: return fmt::format("module {}, loaded again", changed.module);
  }
  return {};
}

/// What is not there, as the kind of finding asks for it.
std::string_view missing_text(FindingKind kind, bool is_fresh) {
  switch (kind) {
    case FindingKind::kCrash:
    case FindingKind::kHang: return "a step that ends";
    case FindingKind::kRegisterError: return "no error";
    case FindingKind::kLeak: return is_fresh ? "nothing of it" : "nothing";
    case FindingKind::kWrongBehaviour: return "what is true";
    case FindingKind::kStaleModule:
    case FindingKind::kStaleCode:
    case FindingKind::kStaleValue:
    case FindingKind::kStalePlace:
    case FindingKind::kDuplicateRegistration:
    case FindingKind::kLeftoverRegistration:
    case FindingKind::kIdentitySplit:
    case FindingKind::kMissingName:
    case FindingKind::kGhostName:
    case FindingKind::kRenamedModule:
    case FindingKind::kLostState:
    case FindingKind::kCollateral:
    case FindingKind::kNoRollback: break;
  }
  return "nothing";
}

/// One side of a finding of a kind.
struct SideText {
  FindingKind kind;
  bool is_fresh = false;

  std::string operator()(const Nothing&) const { return std::string(missing_text(kind, is_fresh)); }
  std::string operator()(const ObjectRef& object) const { return object_text(object); }
  std::string operator()(const SameObjectAs& side) const {
    return fmt::format("the object that is at {} too", side.path);
  }
  std::string operator()(const OverOldNamespace& side) const {
    return object_text(side.function) + " over an older namespace";
  }
  std::string operator()(const EntryOrder& side) const {
    std::vector<std::string> entries;
    for (const ObjectRef& entry : side.entries) entries.push_back(bare_text(entry));
    return fmt::format("the order {}", fmt::join(entries, ", "));
  }
  std::string operator()(const PythonError& side) const {
    if (side.type.empty()) return side.message.empty() ? "what is false" : side.message;
    return side.message.empty() ? side.type : fmt::format("{}: {}", side.type, side.message);
  }
  std::string operator()(const ProcessEnd& side) const { return process_end_text(side); }
  std::string operator()(const HeldObject& side) const { return held_text(side); }
  std::string operator()(const Growth& side) const {
    double per_cycle = (static_cast<double>(side.last) - side.first) / side.cycles;
    return fmt::format("{:.3g} objects more after each of {} cycles", per_cycle, side.cycles);
  }
  std::string operator()(const ChangedModule& side) const { return module_text(side); }
  std::string operator()(const NamedValue& side) const {
    bool is_now = side.moment == Moment::kNow;
    if (side.is_derived)
      return fmt::format("what {} {}", side.name, is_now ? "gives now" : "gave before");
    return is_now ? fmt::format("the value of {}", side.name)
                  : fmt::format("an older value of {}", side.name);
  }
  std::string operator()(const SourceState& side) const {
    bool is_now = side.moment == Moment::kNow;
    if (!side.place.is_known()) return "the edited definitions";
    if (side.place.line > 0) {
      return fmt::format("the code that {} at {}:{}", is_now ? "is now" : "was before the edit",
                         side.place.file, side.place.line);
    }
    return fmt::format("what {} {}", side.place.file, is_now ? "says now" : "said before the edit");
  }
};

/// What comes after the words of the side that was found.
std::string remark_text(const Finding& finding) {
  if (!finding.overtaken_by.empty())
    return fmt::format(", copied before {} ran again", finding.overtaken_by);
  const auto* held = std::get_if<HeldObject>(&finding.actual);
  if (held != nullptr && held->others > 0) return fmt::format(" (and {} more)", held->others);
  return {};
}

}  // namespace

std::string shortened(std::string text, std::size_t max_bytes) {
  // As every report shows it, so that a report that was read again is cut in the same place.
  if (!is_utf8(text)) text = valid_utf8(text);
  if (text.size() <= max_bytes) return text;
  constexpr std::string_view kDots = "…";
  text.resize(
      whole_characters(text, max_bytes < kDots.size() ? 0 : max_bytes - kDots.size()).size());
  return text.append(kDots);
}

std::string object_text(const ObjectRef& object) {
  std::string text = bare_text(object);
  return object.load == 0 ? text : fmt::format("{}, load {}", text, object.load);
}

std::string source_line_text(const SourceLine& line) {
  std::string text = line.file;
  if (line.line > 0) text += fmt::format(":{}", line.line);
  if (!line.text.empty()) text += ": " + line.text;
  return text;
}

SideTexts side_texts(const Finding& finding) {
  const std::string remark = shortened(remark_text(finding), kMaxSideBytes / 2);
  std::string fresh = shortened(std::visit(SideText{finding.kind, true}, finding.fresh));
  std::string actual = std::visit(SideText{finding.kind, false}, finding.actual);
  // Two sides in the same words would say nothing.
  bool is_another = fresh == shortened(actual, kMaxSideBytes - remark.size()) ||
                    std::holds_alternative<SameObjectAs>(finding.fresh);
  if (is_another) actual = "another " + actual;
  return {.fresh = std::move(fresh),
          .actual = shortened(std::move(actual), kMaxSideBytes - remark.size()) + remark};
}

std::string_view yardstick_text(Aspect aspect) {
  switch (aspect) {
    case Aspect::kClean: return "an untouched host has";
    case Aspect::kRollback:
    case Aspect::kIsolation: return "before it there was";
    case Aspect::kLiveObjects: return "the case expects";
    case Aspect::kFresh:
    case Aspect::kProcessState:
    case Aspect::kRecovery:
    case Aspect::kUserData:
    case Aspect::kLeaks: break;
  }
  return "a fresh start has";
}

std::string_view attribution_text(Attribution attribution) {
  switch (attribution) {
    case Attribution::kStrategy: return "";
    case Attribution::kAddon: return "the add-on's own doing";
    case Attribution::kHost: return "the host's doing";
    case Attribution::kInterpreter: return "held by a cache of CPython";
  }
  return "";
}

namespace {

/// What was found against what should be, as the kind of finding is told.
std::string comparison_text(const Finding& finding) {
  SideTexts sides = side_texts(finding);
  const std::string fresh = one_line(sides.fresh);
  const std::string actual = one_line(sides.actual);
  switch (finding.kind) {
    case FindingKind::kCrash:
    case FindingKind::kHang: return fmt::format("the process {}", actual);
    case FindingKind::kRegisterError:
      return fmt::format("{} no error, here is {}", yardstick_text(finding.aspect), actual);
    case FindingKind::kWrongBehaviour:
      return fmt::format("it holds after a fresh start, here it gives {}", actual);
    case FindingKind::kLeak:
      return std::holds_alternative<Growth>(finding.actual)
                 ? fmt::format("there are {}", actual)
                 : fmt::format("still alive: {}", actual);
    case FindingKind::kStaleModule:
    case FindingKind::kStaleCode:
    case FindingKind::kStaleValue:
    case FindingKind::kStalePlace:
    case FindingKind::kDuplicateRegistration:
    case FindingKind::kLeftoverRegistration:
    case FindingKind::kIdentitySplit:
    case FindingKind::kMissingName:
    case FindingKind::kGhostName:
    case FindingKind::kRenamedModule:
    case FindingKind::kLostState:
    case FindingKind::kCollateral:
    case FindingKind::kNoRollback: break;
  }
  return fmt::format("{} {}, here is {}", yardstick_text(finding.aspect), fresh, actual);
}

}  // namespace

std::string finding_sentence(const Finding& finding) {
  auto part = [](const std::string& text) { return one_line(shortened(text)); };
  const std::string path = finding.paths.empty() ? "" : " at " + part(finding.paths.front());
  const std::string cause = finding.cause.is_known()
                                ? ", because of " + part(source_line_text(finding.cause))
                                : std::string();
  const std::string_view blame = attribution_text(finding.attribution);
  return fmt::format("{}{} after `{}`: {}{}{}.", name_of(finding.kind), path,
                     part(finding.step_text), comparison_text(finding), cause,
                     blame.empty() ? "" : fmt::format(" ({})", blame));
}

}  // namespace afresh

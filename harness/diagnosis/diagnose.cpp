// SPDX-License-Identifier: MIT
#include "harness/diagnosis/diagnose.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "harness/diagnosis/classify.hpp"
#include "harness/diagnosis/consequences.hpp"
#include "harness/diagnosis/mend.hpp"

namespace afresh {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (!name.empty() && !contains(names, name)) names.push_back(name);
}

/// What findings of one cause have in common: the line, or without one the registry or the holder.
using CauseKey = std::tuple<std::string, int, std::string>;

/// What holds an object that should be gone.
const Link* find_holder(const Finding& finding) {
  const auto* held = std::get_if<HeldObject>(&finding.actual);
  return held == nullptr || held->holders.empty() ? nullptr : &held->holders.front();
}

CauseKey cause_key(const Finding& finding) {
  if (finding.cause.is_known()) return {finding.cause.file, finding.cause.line, ""};
  const Link* holder = find_holder(finding);
  if (holder != nullptr && holder->kind == LinkKind::kThread) return {"", 0, "threads"};
  RegistryPlace place = registry_place(finding.paths.empty() ? "" : finding.paths.front());
  if (place.row != nullptr) return {"", 0, place.registry + "[" + place.label + "]"};
  if (holder != nullptr) return {"", 0, holder->label};
  return {"", 0, finding.paths.empty() ? finding.step_text : finding.paths.front()};
}

using Cause = std::map<DiagnosticCode, std::vector<SeenFinding>>;

/// Where a line leaves something in a registry, all else that it does comes of that.
void fold_into_leftovers(Cause& cause) {
  auto leftover =
      std::ranges::find_if(cause, [](const auto& each) { return is_leftover(each.first); });
  if (leftover == cause.end()) return;
  for (auto each = cause.begin(); each != cause.end();) {
    if (is_leftover(each->first)) {
      ++each;
      continue;
    }
    std::ranges::move(each->second, std::back_inserter(leftover->second));
    each = cause.erase(each);
  }
}

/// Old objects that a thread holds are of the line that starts a thread, if one does.
void fold_threads(std::map<CauseKey, Cause>& causes) {
  auto held = causes.find({"", 0, "threads"});
  if (held == causes.end()) return;
  for (auto& [key, cause] : causes) {
    auto thread = cause.find(DiagnosticCode::kLeftoverThread);
    if (key == held->first || thread == cause.end()) continue;
    for (auto& [code, seen] : held->second)
      std::ranges::move(seen, std::back_inserter(thread->second));
    causes.erase(held);
    return;
  }
}

bool is_own(const SeenFinding& seen) { return seen.finding->attribution == Attribution::kAddon; }

/// The name or literal of what the finding is about; empty where it is about nothing that has one.
std::string object_name(const Finding& finding) {
  RegistryPlace place = registry_place(finding.paths.empty() ? "" : finding.paths.front());
  if (!place.label.empty()) return place.label;
  const FindingSide& side =
      std::holds_alternative<Nothing>(finding.actual) ? finding.fresh : finding.actual;
  const ObjectRef* object = std::get_if<ObjectRef>(&side);
  if (const auto* held = std::get_if<HeldObject>(&side)) object = &held->object;
  if (std::holds_alternative<NamedValue>(side)) return finding.paths.front();
  bool is_of_code = std::holds_alternative<SourceState>(side);
  if (is_of_code && !finding.paths.empty()) return finding.paths.front();
  if (object == nullptr) return {};
  switch (object->kind) {
    case ObjectKind::kAtom:
    case ObjectKind::kKey: return object->value;
    case ObjectKind::kInstance:
    case ObjectKind::kContainer:
    case ObjectKind::kWrapper:
      return object->name.empty() ? object->type.substr(object->type.rfind('.') + 1) : object->name;
    case ObjectKind::kModule:
    case ObjectKind::kNamespace:
    case ObjectKind::kClass:
    case ObjectKind::kFunction:
    case ObjectKind::kRegistry:
    case ObjectKind::kEntry: break;
  }
  return object->name;
}

/// The findings that tell best what a diagnostic is about: the add-on's own before others, entries
/// of a registry before what they hold.
std::vector<const Finding*> telling(DiagnosticCode code, const std::vector<SeenFinding>& all) {
  auto pick = [&](bool must_be_own, bool must_have_code) {
    std::vector<const Finding*> picked;
    for (const SeenFinding& seen : all) {
      bool has_code =
          choose_code(*seen.finding) == code && seen.finding->kind != FindingKind::kLeak;
      if ((!must_be_own || is_own(seen)) && (!must_have_code || has_code))
        picked.push_back(seen.finding);
    }
    return picked;
  };
  for (auto [must_be_own, must_have_code] :
       {std::pair(true, true), {true, false}, {false, true}, {false, false}}) {
    if (auto picked = pick(must_be_own, must_have_code); !picked.empty()) return picked;
  }
  return {};
}

DiagnosticPlace place_in(const PythonSources& sources, const SourceLine& line) {
  DiagnosticPlace place{.file = line.file, .path = line.file, .line = line.line};
  auto source = sources.find(line.file);
  if (source == sources.end() || source->second.line(line.line).empty()) {
    place.text = line.text;
    return place;
  }
  PythonSource::Span span = source->second.code_span(line.line);
  place.text = source->second.line(line.line);
  place.column = span.column;
  place.end_column = span.end_column;
  return place;
}

class Diagnoser {
 public:
  explicit Diagnoser(const DiagnosisInput& input) : input_(input) {}

  Diagnosis run() {
    for (const Record& record : input_.records) collect(record);
    fold_threads(causes_);
    for (auto& [key, cause] : causes_) {
      fold_into_leftovers(cause);
      for (const auto& [code, seen] : cause) diagnosis_.diagnostics.push_back(make(code, seen));
    }
    sort_by_harm(diagnosis_.diagnostics);
    return std::move(diagnosis_);
  }

 private:
  void collect(const Record& record) {
    bool refuses = std::ranges::any_of(
        record.verdicts, [](const auto& each) { return each.second.outcome == Outcome::kRefused; });
    if (!refuses) add_once(diagnosis_.judged, record.strategy);
    for (const Finding& finding : record.findings) {
      std::optional<DiagnosticCode> code = choose_code(finding);
      if (code) {
        causes_[cause_key(finding)][*code].push_back({&finding, &record});
      } else if (finding.counts()) {
        diagnosis_.of_the_strategy[record.strategy].push_back(finding);
      }
    }
  }

  bool is_error(const SeenFinding& seen) const {
    if (is_own(seen)) return true;
    bool ends_the_load = seen.finding->kind == FindingKind::kCrash ||
                         seen.finding->kind == FindingKind::kHang ||
                         seen.finding->kind == FindingKind::kRegisterError;
    return ends_the_load && seen.record->strategy == input_.host_way &&
           seen.finding->aspect != Aspect::kRecovery;
  }

  Diagnostic make(DiagnosticCode code, const std::vector<SeenFinding>& all) const {
    Diagnostic diagnostic{.code = code};
    diagnostic.severity =
        std::ranges::any_of(all, [&](const SeenFinding& seen) { return is_error(seen); })
            ? Severity::kError
            : Severity::kWarning;
    const std::vector<const Finding*> about = telling(code, all);
    diagnostic.place = place_in(input_.sources, about.front()->cause);
    for (const Finding* finding : about) {
      add_once(diagnostic.objects, object_name(*finding));
      RegistryPlace place = registry_place(finding->paths.empty() ? "" : finding->paths.front());
      if (place.row == nullptr || !diagnostic.registry.empty()) continue;
      diagnostic.registry = place.shown();
      diagnostic.noun = place.row->noun;
    }
    for (const SeenFinding& seen : all) {
      add_once(diagnostic.strategies, seen.record->strategy);
      if (std::ranges::find(diagnostic.findings, *seen.finding) == diagnostic.findings.end())
        diagnostic.findings.push_back(*seen.finding);
    }
    diagnostic.consequences = find_consequences(all);
    diagnostic.mend = suggest_mend(code, about, diagnostic.place, input_.sources);
    return diagnostic;
  }

  const DiagnosisInput& input_;
  std::map<CauseKey, Cause> causes_;
  Diagnosis diagnosis_;
};

}  // namespace

void sort_by_harm(std::vector<Diagnostic>& diagnostics) {
  auto order = [](const Diagnostic& each) {
    // How many ways, the most first: it is the harm that most users meet.
    return std::tuple(each.severity, each.code, -static_cast<int>(each.strategies.size()),
                      each.place.file, each.place.line, each.objects);
  };
  std::ranges::stable_sort(diagnostics, {}, order);
}

Diagnosis diagnose(const DiagnosisInput& input) { return Diagnoser(input).run(); }

}  // namespace afresh

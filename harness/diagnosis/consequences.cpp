// SPDX-License-Identifier: MIT
#include "harness/diagnosis/consequences.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "harness/diagnosis/registry.hpp"

namespace afresh {
namespace {

using enum ConsequenceKind;

std::optional<ConsequenceKind> consequence_kind(const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::kCrash: return kCrashes;
    case FindingKind::kHang: return kHangs;
    case FindingKind::kRegisterError: return kRaises;
    case FindingKind::kDuplicateRegistration: return kMultiplies;
    case FindingKind::kLeftoverRegistration: return kStays;
    case FindingKind::kMissingName:
    case FindingKind::kLostState:
    case FindingKind::kCollateral: return kIsLost;
    case FindingKind::kStaleModule:
    case FindingKind::kStaleCode:
    case FindingKind::kStaleValue:
    case FindingKind::kStalePlace:
    case FindingKind::kIdentitySplit:
    case FindingKind::kGhostName: return kIsOld;
    case FindingKind::kLeak: return kKeepsOldVersion;
    case FindingKind::kRenamedModule:
    case FindingKind::kNoRollback:
    case FindingKind::kWrongBehaviour: break;
  }
  return {};
}

std::string consequence_detail(const Finding& finding) {
  if (const auto* error = std::get_if<PythonError>(&finding.actual))
    return error->message.empty() ? error->type : error->type + ": " + error->message;
  return finding.overtaken_by;
}

/// One place of a registry at one step of a trial: where two of a name are, the first load left
/// one.
using Spot = std::tuple<const Record*, int, std::string, ObjectRef>;

Spot make_spot(const SeenFinding& seen) {
  const auto* object = std::get_if<ObjectRef>(&seen.finding->actual);
  RegistryPlace place =
      registry_place(seen.finding->paths.empty() ? "" : seen.finding->paths.front());
  return {seen.record, seen.finding->step, place.label.empty() ? place.registry : std::string(),
          object == nullptr ? ObjectRef{} : without_load(*object)};
}

}  // namespace

std::vector<Consequence> find_consequences(const std::vector<SeenFinding>& all) {
  std::map<ConsequenceKind, Consequence> by_kind;
  auto add = [&](ConsequenceKind kind, const SeenFinding& seen) {
    Consequence& consequence = by_kind[kind];
    consequence.kind = kind;
    if (std::ranges::find(consequence.strategies, seen.record->strategy) ==
        consequence.strategies.end())
      consequence.strategies.push_back(seen.record->strategy);
    if (consequence.detail.empty()) consequence.detail = consequence_detail(*seen.finding);
  };
  std::map<Spot, int> copies;
  for (const SeenFinding& seen : all) {
    if (std::optional<ConsequenceKind> kind = consequence_kind(*seen.finding)) add(*kind, seen);
    if (seen.finding->kind != FindingKind::kLeftoverRegistration) continue;
    Spot spot = make_spot(seen);
    if (!std::get<2>(spot).empty() && ++copies[spot] == 2) add(kMultiplies, seen);
  }
  std::vector<Consequence> consequences;
  for (auto& [kind, consequence] : by_kind) consequences.push_back(std::move(consequence));
  return consequences;
}

}  // namespace afresh

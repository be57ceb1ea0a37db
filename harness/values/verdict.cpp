// SPDX-License-Identifier: MIT
#include "harness/values/verdict.hpp"

#include <algorithm>

namespace afresh {
namespace {

template <typename Enum, std::size_t N>
std::optional<Enum> find_named(const std::array<Enum, N>& all, std::string_view word) {
  auto found = std::ranges::find_if(all, [&](Enum value) { return name_of(value) == word; });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

constexpr std::array kOutcomes{Outcome::kPass, Outcome::kFail, Outcome::kUnknown,
                               Outcome::kRefused};

}  // namespace

std::string_view name_of(Aspect aspect) {
  switch (aspect) {
    case Aspect::kFresh: return "fresh";
    case Aspect::kProcessState: return "surface";
    case Aspect::kClean: return "clean";
    case Aspect::kRollback: return "keeps-old";
    case Aspect::kRecovery: return "recovers";
    case Aspect::kIsolation: return "neighbour";
    case Aspect::kLiveObjects: return "live";
    case Aspect::kUserData: return "state";
    case Aspect::kLeaks: return "leak";
  }
  return "";
}

std::string_view name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPass: return "pass";
    case Outcome::kFail: return "fail";
    case Outcome::kUnknown: return "unknown";
    case Outcome::kRefused: return "refused";
  }
  return "";
}

std::string_view name_of(FindingKind kind) {
  switch (kind) {
    case FindingKind::kCrash: return "crash";
    case FindingKind::kHang: return "hang";
    case FindingKind::kRegisterError: return "register-error";
    case FindingKind::kStaleModule: return "stale-module";
    case FindingKind::kStaleCode: return "stale-code";
    case FindingKind::kStaleValue: return "stale-value";
    case FindingKind::kStalePlace: return "stale-place";
    case FindingKind::kDuplicateRegistration: return "duplicate-registration";
    case FindingKind::kLeftoverRegistration: return "leftover-registration";
    case FindingKind::kIdentitySplit: return "identity-split";
    case FindingKind::kMissingName: return "missing-name";
    case FindingKind::kGhostName: return "ghost-name";
    case FindingKind::kRenamedModule: return "renamed-module";
    case FindingKind::kLostState: return "lost-state";
    case FindingKind::kCollateral: return "collateral";
    case FindingKind::kLeak: return "leak";
    case FindingKind::kNoRollback: return "no-rollback";
    case FindingKind::kWrongBehaviour: return "wrong-behaviour";
  }
  return "";
}

std::string_view name_of(Attribution attribution) {
  switch (attribution) {
    case Attribution::kStrategy: return "strategy";
    case Attribution::kAddon: return "add-on";
    case Attribution::kHost: return "host";
    case Attribution::kInterpreter: return "interpreter";
  }
  return "";
}

std::optional<Aspect> parse_aspect(std::string_view word) { return find_named(kAspects, word); }
std::optional<Outcome> parse_outcome(std::string_view word) { return find_named(kOutcomes, word); }
std::optional<FindingKind> parse_finding_kind(std::string_view word) {
  return find_named(kFindingKinds, word);
}

bool Record::fails() const {
  return std::ranges::any_of(
      verdicts, [](const auto& entry) { return entry.second.outcome == Outcome::kFail; });
}

}  // namespace afresh

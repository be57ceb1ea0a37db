// The vocabulary of judgement: aspects, outcomes, kinds of finding, findings and records.
// Plain values; produced by oracles/, rendered by reports/. Nothing here knows Python.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afresh {

/// What is asked of a trial. Reported side by side, never summed into one score.
enum class Aspect {
  kFresh,         ///< is the add-on after a load what a fresh start gives?
  kProcessState,  ///< were the process-wide things that it had touched undone?
  kClean,         ///< after disable, is the host as if the add-on had never been there?
  kRollback,      ///< after an edit that cannot load, is the old version intact?
  kRecovery,      ///< does the repaired edit load?
  kIsolation,     ///< were other add-ons, libraries and the host left alone?
  kLiveObjects,   ///< do objects that are still held work with the new code?
  kUserData,      ///< are the user's values still there?
  kLeak,          ///< is the old version gone, and does nothing grow?
};
inline constexpr std::array kAspects{
    Aspect::kFresh,       Aspect::kProcessState, Aspect::kClean,
    Aspect::kRollback,    Aspect::kRecovery,     Aspect::kIsolation,
    Aspect::kLiveObjects, Aspect::kUserData,     Aspect::kLeaks};

/// The answer for one aspect. An aspect that was not judged is absent from its record.
enum class Outcome { kPass, kFail, kUnknown, kRefused };

/// Kinds of finding in order of precedence: of several that fit one object the first is reported.
enum class FindingKind {
  kCrash,                  ///< the interpreter died
  kHang,                   ///< a step outlived the deadline
  kRegisterError,          ///< enable, disable or the strategy raised where the reference does not
  kStaleModule,            ///< a `sys.modules` entry that the reference does not have
  kStaleCode,              ///< a function or class that is not what the reference's is
  kStaleValue,             ///< a value that is not the reference's
  kStalePlace,             ///< only file or line positions are old
  kDuplicateRegistration,  ///< an entry is in a registry more often than in the reference
  kLeftoverRegistration,   ///< an entry is in a registry that the reference does not have at all
  kIdentitySplit,          ///< one object in the reference is two here, or two are one
  kMissingName,            ///< a name or entry of the reference is absent
  kGhostName,              ///< a name is there that the reference does not have
  kRenamedModule,          ///< the strategy gave a module of the add-on another name
  kLostState,              ///< a value that the user had set did not survive, or changed
  kCollateral,             ///< something of a neighbour was removed, reloaded or changed
  kLeak,                   ///< an old version is alive after a full collection, or something grows
  kNoRollback,             ///< after a load that failed the old version is not what it was
  kWrongBehaviour,         ///< an `expect` that holds in the reference does not hold here
};
inline constexpr std::array kFindingKinds{FindingKind::kCrash,
                                          FindingKind::kHang,
                                          FindingKind::kRegisterError,
                                          FindingKind::kStaleModule,
                                          FindingKind::kStaleCode,
                                          FindingKind::kStaleValue,
                                          FindingKind::kStalePlace,
                                          FindingKind::kDuplicateRegistration,
                                          FindingKind::kLeftoverRegistration,
                                          FindingKind::kIdentitySplit,
                                          FindingKind::kMissingName,
                                          FindingKind::kGhostName,
                                          FindingKind::kRenamedModule,
                                          FindingKind::kLostState,
                                          FindingKind::kCollateral,
                                          FindingKind::kLeak,
                                          FindingKind::kNoRollback,
                                          FindingKind::kWrongBehaviour};

/// Who is to blame. Only the strategy's findings make an aspect other than *process-state*
/// fail.
enum class Attribution {
  kStrategy,
  kAddon,        ///< nothing that is done from outside undoes it (add-on controls)
  kHost,         ///< the host does it to an empty add-on too (host control)
  kInterpreter,  ///< held by a cache of CPython that its own clean-up list empties
};
inline constexpr std::array kAttributions{Attribution::kStrategy, Attribution::kAddon,
                                          Attribution::kHost, Attribution::kInterpreter};

/// The names used in case files, JSON and tables (`fresh`, `stale-code`, …) and back.
/// `parse_*` gives nothing for an unknown word.
std::string_view name_of(Aspect aspect);
std::string_view name_of(Outcome outcome);
std::string_view name_of(FindingKind kind);
std::string_view name_of(Attribution attribution);
std::optional<Aspect> parse_aspect(std::string_view word);
std::optional<Outcome> parse_outcome(std::string_view word);
std::optional<FindingKind> parse_finding_kind(std::string_view word);

/// One thing that differs from the reference: one finding for each (kind, object).
struct Finding {
  FindingKind kind{};
  Aspect aspect{};
  int step = 0;                    ///< index into `Case::steps` as unrolled, 0-based
  std::string step_text;           ///< the step as the case writes it, e.g. `reload demo`
  std::vector<std::string> paths;  ///< where the object is met, shortest first; never empty
  std::string fresh;               ///< what the reference has there, in words
  std::string actual;              ///< what was found, in words
  std::string cause;               ///< `file:line: text` of what holds the old object, or empty
  Attribution attribution = Attribution::kStrategy;

  /// Whether it makes its aspect fail: the strategy's doing does; what the add-on leaves itself is
  /// counted by *process-state* alone, which asks whether the strategy sweeps up after it.
  [[nodiscard]] bool counts() const {
    return attribution == Attribution::kStrategy ||
           (attribution == Attribution::kAddon && aspect == Aspect::kProcessState);
  }

  auto operator<=>(const Finding&) const = default;
};

/// The answer for one aspect, with the reason where it is *unknown* or *refused*.
struct Verdict {
  Outcome outcome{};
  std::string reason;
  /// What the case's own expectations say where it states any for this aspect: structure is not
  /// behaviour, and an aspect that fails may still behave.
  std::optional<Outcome> behaviour = std::nullopt;

  auto operator<=>(const Verdict&) const = default;
};

/// One trial, judged: one case × one strategy × one host.
struct Record {
  std::string case_name;
  std::string strategy;
  std::string host;
  std::map<Aspect, Verdict> verdicts;
  std::vector<Finding> findings;
  int masked = 0;  ///< places of the references whose order or atomic value was masked
  int opaque = 0;  ///< objects that were counted but not looked into
  int nodes = 0;   ///< nodes of the largest reference
  /// Of each `repeat`, how many modules, classes and functions of add-ons were alive after each of
  /// its cycles.
  std::vector<std::vector<std::uint32_t>> cycles = {};
  // Wall times are not reproducible, and reported apart.
  double trial_ms = 0;   ///< of the trial
  double reload_ms = 0;  ///< median of its reloads; 0: none ended

  /// True when some aspect has outcome `kFail`.
  [[nodiscard]] bool fails() const;
};

}  // namespace afresh

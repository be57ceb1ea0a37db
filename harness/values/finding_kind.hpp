// The kinds of finding in order of precedence: of several that fit one object the first is told.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "harness/values/vocabulary.hpp"

namespace afresh {

enum class FindingKind : std::uint8_t {
  kCrash,
  kHang,
  kRegisterError,
  kStaleModule,
  kStaleCode,
  kStaleValue,
  kStalePlace,
  kDuplicateRegistration,
  kLeftoverRegistration,
  kIdentitySplit,
  kMissingName,
  kGhostName,
  kRenamedModule,
  kLostState,
  kCollateral,
  kLeak,
  kNoRollback,
  kWrongBehaviour,
};

template <>
inline constexpr std::array kWordsOf<FindingKind>{
    Word<FindingKind>{FindingKind::kCrash, "crash", "the interpreter died"},
    Word<FindingKind>{FindingKind::kHang, "hang", "a step outlived the deadline"},
    Word<FindingKind>{FindingKind::kRegisterError, "register-error",
                      "enable, disable or the strategy raised where a fresh start does not"},
    Word<FindingKind>{FindingKind::kStaleModule, "stale-module",
                      "a module is in sys.modules that a fresh start does not have there"},
    Word<FindingKind>{FindingKind::kStaleCode, "stale-code",
                      "a function or class is not what the new file says"},
    Word<FindingKind>{FindingKind::kStaleValue, "stale-value",
                      "a value is not what a fresh start computes"},
    Word<FindingKind>{FindingKind::kStalePlace, "stale-place",
                      "only the file or line positions of code are old"},
    Word<FindingKind>{FindingKind::kDuplicateRegistration, "duplicate-registration",
                      "an entry is in a registry more often than in a fresh start"},
    Word<FindingKind>{FindingKind::kLeftoverRegistration, "leftover-registration",
                      "an entry is in a registry where a fresh start has none"},
    Word<FindingKind>{FindingKind::kIdentitySplit, "identity-split",
                      "one object of a fresh start is two here, or two are one"},
    Word<FindingKind>{FindingKind::kMissingName, "missing-name",
                      "a name or entry of a fresh start is absent"},
    Word<FindingKind>{FindingKind::kGhostName, "ghost-name",
                      "a name is there that a fresh start does not have"},
    Word<FindingKind>{FindingKind::kRenamedModule, "renamed-module",
                      "the strategy gave a module of the add-on another name"},
    Word<FindingKind>{FindingKind::kLostState, "lost-state",
                      "a value that the user had set did not survive, or changed"},
    Word<FindingKind>{FindingKind::kCollateral, "collateral",
                      "something of another add-on, library or host was removed or changed"},
    Word<FindingKind>{FindingKind::kLeak, "leak",
                      "an old version is alive after a full collection, or something grows"},
    Word<FindingKind>{FindingKind::kNoRollback, "no-rollback",
                      "after a load that failed the old version is not what it was"},
    Word<FindingKind>{FindingKind::kWrongBehaviour, "wrong-behaviour",
                      "an `expect` that holds after a fresh start does not hold here"},
};
static_assert(is_complete(FindingKind::kWrongBehaviour));
inline constexpr auto kFindingKinds = all_values<FindingKind>();

}  // namespace afresh

// The aspects: what is asked of a trial.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "harness/values/vocabulary.hpp"

namespace afresh {

/// Reported side by side, never summed into one score.
enum class Aspect : std::uint8_t {
  kFresh,
  kProcessState,
  kClean,
  kRollback,
  kRecovery,
  kIsolation,
  kLiveObjects,
  kUserData,
  kLeaks,
};

template <>
inline constexpr std::array kWordsOf<Aspect>{
    Word<Aspect>{Aspect::kFresh, "fresh",
                 "does the add-on now look and behave as after a fresh start?"},
    Word<Aspect>{Aspect::kProcessState, "process-state",
                 "were the process-wide things that it had touched undone?"},
    Word<Aspect>{Aspect::kClean, "clean",
                 "after disable, is it as if the add-on had never been there?"},
    Word<Aspect>{Aspect::kRollback, "rollback",
                 "after an edit that cannot load, is the old version intact?"},
    Word<Aspect>{Aspect::kRecovery, "recovery",
                 "after an edit that could not load, does the repaired one?"},
    Word<Aspect>{Aspect::kIsolation, "isolation",
                 "were other add-ons, libraries and the host left alone?"},
    Word<Aspect>{Aspect::kLiveObjects, "live-objects",
                 "do objects that host or user still hold work with the new code?"},
    Word<Aspect>{Aspect::kUserData, "user-data", "are the user's values still there?"},
    Word<Aspect>{Aspect::kLeaks, "leaks", "is the old version gone, and does nothing grow?"},
};
static_assert(is_complete(Aspect::kLeaks));
inline constexpr auto kAspects = all_values<Aspect>();

}  // namespace afresh

// What became of a module that was there before.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "harness/values/vocabulary.hpp"

namespace afresh {

enum class ModuleChange : std::uint8_t { kNone, kGone, kReplaced, kRunAgain, kLoadedAgain };

template <>
inline constexpr std::array kWordsOf<ModuleChange>{
    Word<ModuleChange>{ModuleChange::kNone, "none", "it is what it was"},
    Word<ModuleChange>{ModuleChange::kGone, "gone", "it is not in sys.modules any more"},
    Word<ModuleChange>{ModuleChange::kReplaced, "replaced", "another module is under its name"},
    Word<ModuleChange>{ModuleChange::kRunAgain, "run-again", "the same module, its code run again"},
    Word<ModuleChange>{ModuleChange::kLoadedAgain, "loaded-again",
                       "a module imported since the start that was loaded once more"},
};
static_assert(is_complete(ModuleChange::kLoadedAgain));
inline constexpr auto kModuleChanges = all_values<ModuleChange>();

}  // namespace afresh

// The answers for one aspect. An aspect that was not judged is absent from its record.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "harness/values/vocabulary.hpp"

namespace afresh {

enum class Outcome : std::uint8_t { kPass, kFail, kUnknown, kRefused };

template <>
inline constexpr std::array kWordsOf<Outcome>{
    Word<Outcome>{Outcome::kPass, "pass", "nothing differs from the yardstick of the aspect"},
    Word<Outcome>{Outcome::kFail, "fail",
                  "something differs, and each finding says what, where and why"},
    Word<Outcome>{Outcome::kUnknown, "unknown",
                  "nobody can say: the reason stands beside it, and it is never a pass"},
    Word<Outcome>{Outcome::kRefused, "refused", "the strategy refused, with its reason"},
};
static_assert(is_complete(Outcome::kRefused));
inline constexpr auto kOutcomes = all_values<Outcome>();

}  // namespace afresh

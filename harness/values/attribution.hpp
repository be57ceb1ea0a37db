// Who is to blame for a finding.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "harness/values/vocabulary.hpp"

namespace afresh {

/// Only the strategy's findings make an aspect other than *process-state* fail.
enum class Attribution : std::uint8_t { kStrategy, kAddon, kHost, kInterpreter };

template <>
inline constexpr std::array kWordsOf<Attribution>{
    Word<Attribution>{Attribution::kStrategy, "strategy",
                      "the way of reloading did it, or failed to undo it"},
    Word<Attribution>{Attribution::kAddon, "add-on",
                      "its own unregister() does not undo it, whatever is done from outside"},
    Word<Attribution>{Attribution::kHost, "host",
                      "the host does it to an empty add-on too, or keeps it for good"},
    Word<Attribution>{Attribution::kInterpreter, "interpreter",
                      "held by a cache of CPython that its own clean-up list empties"},
};
static_assert(is_complete(Attribution::kInterpreter));
inline constexpr auto kAttributions = all_values<Attribution>();

}  // namespace afresh

// The embedded applications that a case's add-ons can be written for.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "harness/values/vocabulary.hpp"

namespace afresh {

enum class HostKind : std::uint8_t { kPlain, kBpy, kBpy42, kBpyLeaking };

template <>
inline constexpr std::array kWordsOf<HostKind>{
    Word<HostKind>{HostKind::kPlain, "plain", "`hostapi`, the smallest application with add-ons"},
    Word<HostKind>{HostKind::kBpy, "bpy", "a work-alike of the `bpy` of Blender 3.4"},
    Word<HostKind>{HostKind::kBpy42, "bpy-4.2",
                   "the same with what changed from Blender 4.2 on, extensions included"},
    Word<HostKind>{HostKind::kBpyLeaking, "bpy-leaking",
                   "Blender 3.4 with its own leak, which keeps every property group for good"},
};
static_assert(is_complete(HostKind::kBpyLeaking));
inline constexpr auto kHostKinds = all_values<HostKind>();

/// Whether it is another one's variant: its add-ons are written in the same words.
[[nodiscard]] constexpr bool is_variant(HostKind host) {
  return host == HostKind::kBpy42 || host == HostKind::kBpyLeaking;
}
/// Whether its add-ons are Blender's.
[[nodiscard]] constexpr bool is_blender(HostKind host) {
  return host == HostKind::kBpy || is_variant(host);
}

}  // namespace afresh

// The applications, embedded or installed, that a case's add-ons can be written for.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "harness/values/vocabulary.hpp"

namespace afresh {

enum class HostKind : std::uint8_t {
  kPlain,
  kBpy,
  kBpy42,
  kBpyLeaking,
  kBlender34,
  kBlender42,
  kBlender45,
  kBlender50,
  kBlender51,
  kBlender52,
  kBlender53
};

template <>
inline constexpr std::array kWordsOf<HostKind>{
    Word<HostKind>{HostKind::kPlain, "plain", "`hostapi`, the smallest application with add-ons"},
    Word<HostKind>{HostKind::kBpy, "bpy", "a work-alike of the `bpy` of Blender 3.4"},
    Word<HostKind>{HostKind::kBpy42, "bpy-4.2",
                   "the same with what changed from Blender 4.2 on, extensions included"},
    Word<HostKind>{HostKind::kBpyLeaking, "bpy-leaking",
                   "Blender 3.4 with its own leak, which keeps every property group for good"},
    Word<HostKind>{HostKind::kBlender34, "blender-3.4", "the real Blender 3.4"},
    Word<HostKind>{HostKind::kBlender42, "blender-4.2", "the real Blender 4.2"},
    Word<HostKind>{HostKind::kBlender45, "blender-4.5", "the real Blender 4.5"},
    Word<HostKind>{HostKind::kBlender50, "blender-5.0", "the real Blender 5.0"},
    Word<HostKind>{HostKind::kBlender51, "blender-5.1", "the real Blender 5.1"},
    Word<HostKind>{HostKind::kBlender52, "blender-5.2", "the real Blender 5.2"},
    Word<HostKind>{HostKind::kBlender53, "blender-5.3", "the real Blender 5.3"},
};
static_assert(is_complete(HostKind::kBlender53));
inline constexpr auto kHostKinds = all_values<HostKind>();

/// Whether it is another one's variant: its add-ons are written in the same words.
[[nodiscard]] constexpr bool is_variant(HostKind host) {
  return host != HostKind::kPlain && host != HostKind::kBpy;
}
/// Whether its add-ons are Blender's.
[[nodiscard]] constexpr bool is_blender(HostKind host) { return host != HostKind::kPlain; }
/// Whether it is Blender itself and no work-alike: it must be installed on this machine.
[[nodiscard]] constexpr bool is_real_blender(HostKind host) { return host >= HostKind::kBlender34; }
/// Whether it knows extensions besides add-ons of the old kind.
[[nodiscard]] constexpr bool has_extensions(HostKind host) {
  return host == HostKind::kBpy42 || host >= HostKind::kBlender42;
}

}  // namespace afresh

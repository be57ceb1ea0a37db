// Dice → edits: what could reasonably change in this package next.
// SPDX-License-Identifier: MIT
#pragma once

#include "generators/edit.hpp"
#include "generators/profile.hpp"
#include "generators/random_source.hpp"

namespace afresh::generators {

/// One to `edits_max` drawn edits and at last one that changes what the probe returns. The probe
/// of `model` must not be empty, and that of the result is not.
[[nodiscard]] std::vector<Edit> draw_edits(RandomSource& rng, const Profile& profile,
                                           const PackageModel& model);

/// A package and its edits: two versions, sometimes three.
[[nodiscard]] History build_history(RandomSource& rng, const Profile& profile);

}  // namespace afresh::generators

// Dice → model: a whole package, module by module in loading order.
// Every reference that it draws leads to something that loads earlier, so nothing has to be
// redrawn. SPDX-License-Identifier: MIT
#pragma once

#include "generators/model.hpp"
#include "generators/profile.hpp"
#include "generators/random_source.hpp"

namespace afresh::generators {

/// A valid package within the sizes of the profile.
[[nodiscard]] PackageModel build_package(RandomSource& rng, const Profile& profile);

}  // namespace afresh::generators

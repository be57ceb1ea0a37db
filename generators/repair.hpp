// Makes a model whole again after something was taken out, moved or put in carelessly.
// Edits and shrinking change first and mend afterwards; it must never add a definition.
// SPDX-License-Identifier: MIT
#pragma once

#include "generators/model.hpp"

namespace afresh::generators {

/// Drops modules without their package and references that lead nowhere or against the loading
/// order, adds imports that are needed, drops those that cannot be, and gives each import a form
/// that works. A valid model comes back unchanged.
[[nodiscard]] PackageModel repaired(PackageModel model);

}  // namespace afresh::generators

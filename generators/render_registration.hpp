// The text of `register()` and `unregister()`: exact reverses of each other.
// Half of the rendering beside names and definitions; the order is that of the model's modules,
// in which a group that is pointed at stands before the one that points.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "generators/model.hpp"

namespace afresh::generators {

/// What stands at the end of `module`: the pair of the root, or with `RegistrationStyle::kByModule`
/// the pair of any module that has something to register. Empty when there is nothing to write.
[[nodiscard]] std::string registration_text(const PackageModel& model, const Module& module);

}  // namespace afresh::generators

// A small package made by hand, for tests that need to know every name in it.
// SPDX-License-Identifier: MIT
#pragma once

#include "generators/model.hpp"

namespace afresh::generators {

/// `demo` with `lib` (a package), `lib.units` and `ops`. `ops` derives a class and a group from
/// things of `lib.units`; `lib` re-exports its WIDTH. The root imports `lib` and `ops`.
[[nodiscard]] PackageModel sample_package();

}  // namespace afresh::generators

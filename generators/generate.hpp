// Seeds → cases: what the rest of the project sees of the generators.
// The same arguments give the same case on every machine and in every process.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "generators/profile.hpp"
#include "harness/values/case.hpp"

namespace afresh {

/// The purge-safe case number `index` of this seed, named `generated-SEED-INDEX`, or
/// `generated-HOST-SEED-INDEX` of another host than the plain one.
[[nodiscard]] Case generate_case(std::uint64_t seed, int index, const Profile& profile = {});

/// A purge-safe case of exactly this many modules (at least 1) and two versions, for measuring
/// how the cost of a reload grows.
[[nodiscard]] Case generate_sized_case(int modules, std::uint64_t seed);

}  // namespace afresh

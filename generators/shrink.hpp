// Smaller packages and histories that are still valid: what RapidCheck walks to a minimal witness.
// Works on the model and not on the dice, so that taking one thing away leaves the rest as it is.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "generators/edit.hpp"
#include "generators/model.hpp"

namespace afresh::generators {

/// How much there is to read in a package; every shrink weighs less than what it came from.
[[nodiscard]] std::size_t weight_of(const PackageModel& model);

/// Candidates, boldest first: modules go or are folded into the root, then definitions, references
/// and imports, then everything special becomes plain. All valid.
[[nodiscard]] std::vector<PackageModel> shrink_candidates(const PackageModel& model);

/// Fewer versions, fewer edits, a smaller package with the same edits. Only histories in which
/// each edit still shows in the probe.
[[nodiscard]] std::vector<History> shrink_candidates(const History& history);

}  // namespace afresh::generators

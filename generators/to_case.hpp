// History → case: rendered versions, the steps that walk through them, and what they promise.
// Knows the case value, but neither dice nor RapidCheck.
// SPDX-License-Identifier: MIT
#pragma once

#include "generators/edit.hpp"
#include "harness/values/case.hpp"

namespace afresh::generators {

/// Enable, then for each later version edit and reload, and at last disable; after every load
/// the probe is expected to return what the model says. Name and source are the caller's.
[[nodiscard]] Case to_case(const History& history);

/// What there is in a package to group results by: `from-import`, `star-import`, `late-import`, …
[[nodiscard]] std::vector<std::string> collect_features(const PackageModel& model);

}  // namespace afresh::generators

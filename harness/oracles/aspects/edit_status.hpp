// Whether an edit arrived in a trial at all: an empty pass is no pass.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "harness/oracles/graph/mask.hpp"
#include "harness/oracles/graph/match.hpp"
#include "harness/values/graph.hpp"

namespace afresh {

enum class EditStatus : std::uint8_t {
  kApplied,     ///< at least one edited place is as in the new reference
  kNotVisible,  ///< fresh starts of both versions are alike
  kNotApplied,  ///< no edited place is as in the new reference
};

/// `previous` and `reference` are fresh starts of the version before and after the edit, of
/// add-on `addon`; `trial` matches the trial with `reference`, and `actual` is the trial's graph.
/// Only the add-on's modules and the host's registries count; the mask belongs to `reference`.
[[nodiscard]] EditStatus edit_status(const Graph& previous, const Graph& reference,
                                     const Mask& mask, const Graph& actual, const Matching& trial,
                                     std::int32_t addon);

}  // namespace afresh

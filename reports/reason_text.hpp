// Why an aspect has no answer of its own, as people read it. SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "harness/values/reason.hpp"

namespace afresh {

/// A clause without a full stop: `fresh starts differ at demo.STAMP`; what a strategy said, in its
/// own words. Empty where there is no reason.
[[nodiscard]] std::string render_reason(const Reason& reason);
[[nodiscard]] std::string render_reason(const std::optional<Reason>& reason);

}  // namespace afresh

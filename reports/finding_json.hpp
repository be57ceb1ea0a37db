// The values of a finding as JSON and back: what the oracles compared, beside the sentence that
// people read. SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include "harness/values/finding.hpp"

namespace afresh {

class JsonReader;

/// All members, and `sentence`, which nothing reads back.
[[nodiscard]] nlohmann::ordered_json to_json(const Finding& finding);

/// Throws `MalformedJson` with the place of what is no finding.
[[nodiscard]] Finding read_finding(const JsonReader& at);

}  // namespace afresh

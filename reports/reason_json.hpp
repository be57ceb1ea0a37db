// A reason as JSON and back: its values, beside the sentence that people read.
// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include "harness/values/reason.hpp"

namespace afresh {

class JsonReader;

/// The members that say something, and `sentence`, which nothing reads back.
[[nodiscard]] nlohmann::ordered_json to_json(const Reason& reason);

/// Throws `MalformedJson` with the place of what is no reason.
[[nodiscard]] Reason read_reason(const JsonReader& at);

}  // namespace afresh

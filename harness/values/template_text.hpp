// Texts with gaps, such as `@name@`, that are filled when the program runs: shell scripts, Python.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace afresh {

/// What stands in the gaps of a text, by their names.
using Placeholders = std::map<std::string, std::string, std::less<>>;

/// The text with each `@name@` of `gaps` replaced; the last line end of a filling is left out,
/// since the gap's own line has one. What a filling says is text, never a gap; another `@` stays.
[[nodiscard]] std::string fill_placeholders(std::string_view text, const Placeholders& gaps);

}  // namespace afresh

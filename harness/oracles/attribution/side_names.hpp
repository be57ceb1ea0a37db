// The names and literals that a side of a finding has, for whoever looks for the line that made it.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/values/finding.hpp"

namespace afresh {

/// The object that the side is about, or null.
[[nodiscard]] const ObjectRef* object_in(const FindingSide& side);

/// Whether some name, path, type or literal of the side has `name` in it as a whole word.
[[nodiscard]] bool mentions(const FindingSide& side, std::string_view name);

/// What a line that made this object would have to say: a text as it is quoted, a number, or the
/// name of a class, function or type.
[[nodiscard]] std::vector<std::string> words_in_source(const FindingSide& side);

}  // namespace afresh

// Names in the words of paths, findings and source lines.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace afresh {

/// The dotted names at the beginning of a path: `demo.TABLE` of `demo.TABLE['f'] closure x`.
[[nodiscard]] std::string_view leading_names(std::string_view path);
/// Whether a name stands in a text as a whole word.
[[nodiscard]] bool contains_name(std::string_view words, std::string_view name);
/// `hostapi.classes[0]` is below `hostapi.classes`, and not below `hostapi.class`.
[[nodiscard]] bool is_below(std::string_view path, std::string_view probe);

}  // namespace afresh

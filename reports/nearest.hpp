// Words that are like another one, for whoever misspelt it.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace afresh {

/// How many letters must be put in, left out or replaced to make one word of the other.
/// https://en.wikipedia.org/wiki/Levenshtein_distance
[[nodiscard]] std::size_t edit_distance(std::string_view from, std::string_view to);

/// The candidate that is nearest to the word: one that contains it before any misspelling, then the
/// first of several. Empty where there is none.
[[nodiscard]] std::string find_nearest(std::string_view word,
                                       const std::vector<std::string>& candidates);

}  // namespace afresh

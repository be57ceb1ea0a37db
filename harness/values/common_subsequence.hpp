// The longest common subsequence of two sequences of tokens.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace afresh {

/// Positions of a longest common subsequence, ascending (Wagner and Fischer, 1974, after equal ends
/// are cut off). Token 0 equals nothing. Sequences too long for a table give their equal ends only.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> common_subsequence(
    const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

}  // namespace afresh

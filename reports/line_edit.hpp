// What an edit of a text file did, line by line.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace afresh {

struct EditedLine {
  enum class Change { kSame, kGone, kAdded };
  Change change{};
  std::string_view text;  ///< without its line end; borrowed
};

/// The lines of `after` with those of `before` that are gone where they stood (a longest common
/// subsequence; of two large texts only their equal beginnings and ends).
[[nodiscard]] std::vector<EditedLine> line_edit(std::string_view before, std::string_view after);

}  // namespace afresh

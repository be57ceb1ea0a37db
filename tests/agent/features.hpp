// One add-on for each feature of Python that a snapshot has to understand.
// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <span>
#include <string_view>

namespace afresh::testing {

struct Feature {
  std::string_view name;
  /// The module `demo.part`; in its one line with `$` an edit puts another number.
  std::string_view text;
};

/// How GoogleTest names it.
inline void PrintTo(const Feature& feature, std::ostream* out) { *out << feature.name; }

[[nodiscard]] std::span<const Feature> features();

}  // namespace afresh::testing

// Report → why one strategy is not right everywhere: exact counts, and the cases that show it.
// For whoever saw a mark on the screen and asks; must never judge anything itself.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "reports/report.hpp"

namespace afresh {

struct WhyStyle {
  bool colour = false;
  bool ascii = false;       ///< for a terminal that shows no other characters
  std::size_t width = 100;  ///< columns at which prose is broken; commands stay whole
};

/// The strategies of the report, in order of first appearance.
[[nodiscard]] std::vector<std::string> strategies_in(const Report& report);

/// Without an aspect: the counts of all aspects, and of each that fails the smallest case with its
/// proof and the command that replays it. With one: all cases that fail it, are unknown or were
/// refused, by kind of finding or reason, each sort with its smallest case. Every host and the
/// generated cases have a part of their own.
void write_why(std::ostream& out, const Report& report, const std::string& strategy,
               std::optional<Aspect> aspect, const WhyStyle& style);

}  // namespace afresh

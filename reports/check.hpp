// Report → what `afresh check` says about one person's own add-on: which ways of reloading are
// right for it, which to use, and which lines are in the way of the others.
// Sums up what was judged; must never judge anything itself.
// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "reports/report.hpp"
#include "reports/witness_list.hpp"

namespace afresh {

/// The strategy to use: of those that run in a host that goes on and are no mere null, the one that
/// fails in the fewest aspects that an author can ask for (fresh, clean, recovers, neighbour,
/// leak), and of several the first in an order of merit; a restart where none of them
/// passes as much. Empty for a report without records.
[[nodiscard]] std::string recommended_strategy(const Report& report);

/// Whether nothing that an author can ask for fails or is unknown under the strategy, and nothing
/// that it found is the add-on's own doing.
[[nodiscard]] bool is_right_under(const Report& report, const std::string& strategy);

/// One thing in the way, with all strategies under which it was found.
struct Obstacle {
  Finding finding;  ///< the first of them
  std::vector<std::string> strategies;
};
/// All findings but the host's and the interpreter's, one for each kind, place and line; what is
/// the add-on's own first, then what is in the way of a strategy that is right otherwise.
[[nodiscard]] std::vector<Obstacle> obstacles(const Report& report);

struct CheckHead {
  std::string addon;  ///< `demo (12 files in /home/me/demo)`
  std::string edit;   ///< what stood for the edit: one sentence
};
/// The answer, the table, the obstacles with what helps.
void write_check(std::ostream& out, const Report& report, const CheckHead& head,
                 const TableStyle& style);

}  // namespace afresh

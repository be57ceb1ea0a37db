// Report → the smallest witness of each cell that fails, as text for a terminal.
// Must never write an escape unasked.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>

#include "reports/report.hpp"

namespace afresh {

struct TableStyle {
  bool colour = false;
  std::size_t width = 0;  ///< columns of the terminal; 0: as wide as it needs
};

/// For each cell that fails how often, the smallest case that shows it, one sentence that proves
/// it, and the command that replays it. Nothing where nothing fails.
void write_witnesses(std::ostream& out, const Report& report, const TableStyle& style);

}  // namespace afresh

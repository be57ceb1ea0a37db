// Report → the terminal table, with the smallest witness of each cell that fails below it.
// Must never add up unlike cases, show unknown as a pass, or write an escape unasked.
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

/// Rows are strategies, columns aspects. A cell is `PASS/JUDGED, N behave, N refused, N unknown`,
/// or `–` where the aspect was never judged. Each host, and generated cases, have a table of their
/// own. Where the width is too small for a table, what follows a count goes below it.
void write_table(std::ostream& out, const Report& report, const TableStyle& style);

}  // namespace afresh

// Report → one page of HTML that opens from disk: the answer on the first screen, then all counts
// by family, plots, a witness for every cell that fails, the method, and its limits.
// Needs nothing from elsewhere, and no script to be read.
// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "reports/report.hpp"

namespace afresh {

/// Whatever bytes an add-on holds, the page is valid UTF-8 and none of them is markup.
void write_html(std::ostream& out, const Report& report);

}  // namespace afresh

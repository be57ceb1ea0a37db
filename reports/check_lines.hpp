// `check` as lines that other programs read: editors and `grep` (short), and the log of a GitHub
// workflow. SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "reports/check_report.hpp"

namespace afresh {

/// `FILE:LINE:COLUMN: error: TEXT [CODE]`, a line for each diagnostic that is told.
void write_check_short(std::ostream& out, const CheckReport& report, bool is_verbose);

/// `::error file=…,line=…,col=…,title=…::TEXT`, as the documentation has it:
/// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
void write_check_github(std::ostream& out, const CheckReport& report, bool is_verbose);

}  // namespace afresh

// `check` as SARIF 2.1.0, which code hosts and editors read:
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "reports/check_report.hpp"

namespace afresh {

/// One run; the rules are the table of codes; what is accepted or known is there, suppressed.
void write_check_sarif(std::ostream& out, const CheckReport& report, bool is_verbose);

}  // namespace afresh

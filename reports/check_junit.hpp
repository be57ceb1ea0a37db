// `check` as JUnit XML: a test for each diagnostic, which fails where `check` does.
// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "reports/check_report.hpp"

namespace afresh {

void write_check_junit(std::ostream& out, const CheckReport& report, bool is_verbose);

}  // namespace afresh

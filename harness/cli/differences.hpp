// The differences between two JSON reports, as `diff` and `compare --baseline` tell them: reading a
// report from its file, and printing what changed.
// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>

#include "harness/values/result.hpp"
#include "reports/changes.hpp"
#include "reports/report.hpp"

namespace afresh::cli {

/// A report with what its user calls it.
struct NamedReport {
  std::string name;  ///< path of the file
  Report report;
};

/// The report in a file; a pipe will do. Errors: it cannot be read, or is no report.
[[nodiscard]] Result<NamedReport> read_report(const std::string& path);

/// What changed from `before` to `after`: the environments where they differ, a line for each
/// verdict that is another (regressions, improvements, other changes), how much only one of them
/// has, and a line that sums it up. No text of an add-on moves the cursor.
void write_differences(std::ostream& out, const NamedReport& before, const NamedReport& after,
                       const Changes& changes, bool colour);

}  // namespace afresh::cli

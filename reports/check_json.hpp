// `check` as JSON, for programs and as a baseline for later runs. SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "harness/values/result.hpp"
#include "reports/check_report.hpp"

namespace afresh {

/// Its number rises when a key changes its meaning or goes away. `afresh-check.schema.json`
/// describes every key.
inline constexpr const char* kCheckSchema = "afresh-check/1";

/// All diagnostics, whatever their standing, with all that folded into them.
void write_check_json(std::ostream& out, const CheckReport& report);

/// The diagnostics of an earlier run, as later ones know them again. `name`: of the file, for the
/// sentence about what is wrong with it.
[[nodiscard]] Result<std::vector<DiagnosticKey>> read_check_keys(const std::string& text,
                                                                 const std::string& name);

}  // namespace afresh

// The report of the last comparison, kept for `why` where the XDG base directories say.
// https://specifications.freedesktop.org/basedir-spec/latest/
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "harness/values/result.hpp"
#include "reports/report.hpp"

namespace afresh::cli {

/// `$XDG_STATE_HOME/afresh/last-report.json`, by default below `~/.local/state`; empty where this
/// user has no home.
[[nodiscard]] std::string last_report_path();

/// The report in the file that was asked for, or that of the last comparison. An error where there
/// is none says how to ask for another: `--report FILE`.
[[nodiscard]] Result<Report> asked_report(const std::optional<std::string>& path,
                                          const std::string& how);

/// Keeps the report there, for this user alone, whole or not at all: the one before it stays until
/// then. What is wrong where that was not possible.
[[nodiscard]] std::optional<Error> keep_last_report(const Report& report);

}  // namespace afresh::cli

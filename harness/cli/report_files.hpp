// The files that a comparison or check leaves behind: which were asked for, whether they can be
// written, and the writing. SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "harness/cli/options.hpp"
#include "harness/cli/output_file.hpp"
#include "harness/values/result.hpp"
#include "reports/report.hpp"

namespace afresh::cli {

using WriteReport = void (*)(std::ostream& out, const Report& report);

/// What the command line says of one report.
struct WantedReport {
  std::string option;               ///< that names the file: `--json`
  std::optional<std::string> path;  ///< nothing: not asked for
  WriteReport write = nullptr;
};

struct ReportFile {
  OutputFile file;
  WriteReport write = nullptr;
};

/// JSON, and what else was asked for.
[[nodiscard]] std::vector<WantedReport> wanted_reports(const CompareOptions& options);
[[nodiscard]] std::vector<WantedReport> wanted_reports(const CheckOptions& options);

/// The forms in which a report is to be written again.
[[nodiscard]] std::vector<WantedReport> wanted_reports(const RenderOptions& options);

/// Those that were asked for, in their order; or what is wrong with where they are to go. To be
/// asked before anything runs.
[[nodiscard]] Result<std::vector<ReportFile>> open_report_files(
    const std::vector<WantedReport>& wanted);

[[nodiscard]] std::optional<Error> write_report_file(const ReportFile& file, const Report& report);

}  // namespace afresh::cli

// The files that a comparison leaves behind: which were asked for, whether they can be written, and
// the writing. A file is complete or not there.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "harness/cli/options.hpp"
#include "harness/values/result.hpp"
#include "reports/report.hpp"

namespace afresh::cli {

struct ReportFile {
  std::string option;  ///< that names the file: `--json`
  std::string path;
  void (*write)(std::ostream& out, const Report& report) = nullptr;
};

/// JSON, and what else was asked for.
[[nodiscard]] std::vector<ReportFile> report_files(const CompareOptions& options);

/// The forms in which a report is to be written again.
[[nodiscard]] std::vector<ReportFile> report_files(const RenderOptions& options);

/// What is wrong with where they are to go, to be asked before anything runs.
[[nodiscard]] std::optional<Error> check_report_files(const std::vector<ReportFile>& files);

/// What is wrong with the file that an option names, to be asked before anything runs.
[[nodiscard]] std::optional<Error> check_file(const std::string& option, const std::string& path);

/// What an earlier run wrote is only replaced by a whole file.
[[nodiscard]] std::optional<Error> write_whole(const std::string& path,
                                               const std::function<void(std::ostream&)>& write);
[[nodiscard]] std::optional<Error> write_report_file(const ReportFile& file, const Report& report);

}  // namespace afresh::cli

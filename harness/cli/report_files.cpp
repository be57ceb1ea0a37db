// SPDX-License-Identifier: MIT
#include "harness/cli/report_files.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <utility>

#include "reports/html.hpp"
#include "reports/json.hpp"
#include "reports/junit.hpp"
#include "reports/markdown.hpp"

namespace fs = std::filesystem;

namespace afresh::cli {

std::vector<WantedReport> wanted_reports(const CompareOptions& options) {
  return {{"--json", options.json, write_json},
          {"--html", options.html, write_html},
          {"--markdown", options.markdown, write_markdown},
          {"--junit", options.junit, write_junit}};
}

std::vector<WantedReport> wanted_reports(const CheckOptions& options) {
  return {{"--json", options.json, write_json}, {"--html", options.html, write_html}};
}

Result<std::vector<ReportFile>> open_report_files(const std::vector<WantedReport>& wanted) {
  std::vector<ReportFile> files;
  std::map<fs::path, std::string> options;  // by the file that they name
  for (const WantedReport& each : wanted) {
    if (!each.path) continue;
    Result<OutputFile> file = OutputFile::open(each.option, *each.path);
    if (!file) return file.error();
    if (!file->is_stream()) {
      auto [named, is_new] =
          options.try_emplace(fs::weakly_canonical(fs::absolute(file->place())), each.option);
      if (!is_new) {
        return Error{fmt::format("{}: {} and {} name one file; expected a file for each",
                                 *each.path, named->second, each.option)};
      }
    }
    files.push_back({.file = std::move(*file), .write = each.write});
  }
  return files;
}

std::vector<WantedReport> wanted_reports(const RenderOptions& options) {
  return {{"--html", options.html, write_html},
          {"--markdown", options.markdown, write_markdown},
          {"--junit", options.junit, write_junit}};
}

std::optional<Error> write_report_file(const ReportFile& file, const Report& report) {
  return file.file.write([&](std::ostream& out) { file.write(out, report); });
}

}  // namespace afresh::cli

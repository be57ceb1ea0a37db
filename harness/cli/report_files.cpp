// SPDX-License-Identifier: MIT
#include "harness/cli/report_files.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "reports/html.hpp"
#include "reports/json.hpp"
#include "reports/junit.hpp"
#include "reports/markdown.hpp"

namespace fs = std::filesystem;

namespace afresh::cli {
namespace {

bool can_be_written(const std::string& path) {
  std::error_code error;
  fs::path folder = fs::absolute(path, error).parent_path();
  return !error && access(folder.c_str(), W_OK) == 0 && !fs::is_directory(path, error);
}

}  // namespace

std::vector<ReportFile> report_files(const CompareOptions& options) {
  std::vector<ReportFile> files{{"--json", options.json, write_json}};
  if (options.html) files.push_back({"--html", *options.html, write_html});
  if (options.markdown) files.push_back({"--markdown", *options.markdown, write_markdown});
  if (options.junit) files.push_back({"--junit", *options.junit, write_junit});
  return files;
}

std::vector<ReportFile> report_files(const RenderOptions& options) {
  std::vector<ReportFile> files;
  if (options.html) files.push_back({"--html", *options.html, write_html});
  if (options.markdown) files.push_back({"--markdown", *options.markdown, write_markdown});
  if (options.junit) files.push_back({"--junit", *options.junit, write_junit});
  return files;
}

std::optional<Error> check_report_files(const std::vector<ReportFile>& files) {
  std::map<fs::path, std::string> options;  // by the file that they name
  for (const ReportFile& file : files) {
    if (auto error = check_file(file.option, file.path)) return error;
    auto [named, is_new] =
        options.try_emplace(fs::weakly_canonical(fs::absolute(file.path)), file.option);
    if (!is_new) {
      return Error{fmt::format("{}: {} and {} name one file; expected a file for each", file.path,
                               named->second, file.option)};
    }
  }
  return {};
}

std::optional<Error> check_file(const std::string& option, const std::string& path) {
  if (can_be_written(path)) return {};
  return Error{fmt::format("{}: {} needs a file in a folder that can be written to", path, option)};
}

std::optional<Error> write_whole(const std::string& path,
                                 const std::function<void(std::ostream&)>& write) {
  std::string unfinished = path + ".new";
  std::ofstream out(unfinished, std::ios::binary);
  write(out);
  out.close();
  std::error_code error;
  if (out) fs::rename(unfinished, path, error);
  if (out && !error) return {};
  fs::remove(unfinished, error);
  return Error{path +
               ": the report cannot be written; expected a file in a folder that can be written "
               "to"};
}

std::optional<Error> write_report_file(const ReportFile& file, const Report& report) {
  return write_whole(file.path, [&](std::ostream& out) { file.write(out, report); });
}

}  // namespace afresh::cli

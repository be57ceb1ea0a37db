// The command `render`: from a report that was kept as JSON to its other forms.
// SPDX-License-Identifier: MIT
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

#include "harness/cli/commands.hpp"
#include "harness/cli/last_report.hpp"
#include "harness/cli/report_files.hpp"
#include "harness/cli/run.hpp"

namespace afresh::cli {
namespace {

/// The case that a replay command names, if it is still there and as long as it was.
std::optional<SelectedCase> same_case(const std::string& name, const CaseFacts& facts) {
  constexpr std::string_view kGenerated = "--generated-case ";
  const std::string& argument = facts.replay_argument;
  const bool is_generated = argument.starts_with(kGenerated);
  auto found = is_generated ? select_generated(argument.substr(kGenerated.size()))
                            : select_one(argument, "", "render");
  if (!found || found->value.name != name || found->bytes != facts.bytes) return {};
  return *found;
}

/// A report has of each case all but its story, steps and files.
void add_case_files(Report& report) {
  for (auto& [name, facts] : report.cases) {
    if (auto found = same_case(name, facts)) facts.value = std::move(found->value);
  }
}

}  // namespace

int run_render(const RenderOptions& options) {
  // 1. Everything that a user can have got wrong.
  auto report = asked_report(options.report, "its FILE");
  if (!report) return print_error(report.error()), kExitUsage;
  const auto files = open_report_files(wanted_reports(options));
  if (!files) return print_error(files.error()), kExitUsage;
  if (files->empty()) {
    print_error({"no form was asked for; expected --html, --markdown or --junit with a FILE"});
    return kExitUsage;
  }

  // 2. Write.
  add_case_files(*report);
  std::string written;
  for (const ReportFile& file : *files) {
    if (auto error = write_report_file(file, *report)) return print_error(*error), kExitUsage;
    written += (written.empty() ? "" : ", ") + file.file.name();
  }
  std::cout << "Written: " << written << '\n';
  return kExitSuccess;
}

}  // namespace afresh::cli

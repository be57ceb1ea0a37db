// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>

#include "harness/cli/commands.hpp"
#include "harness/cli/run.hpp"
#include "reports/colour.hpp"
#include "reports/json.hpp"
#include "reports/table.hpp"

namespace fs = std::filesystem;

namespace afresh::cli {
namespace {

Result<std::vector<SelectedCase>> selected_cases(const CompareOptions& options) {
  auto cases = options.cases.empty() ? all_scenarios() : select_cases(options.cases);
  if (!cases) return cases;
  for (int i = 0; i < options.generated; ++i) cases->push_back(generated(options.run.seed, i));
  return cases;
}

// A report is complete or not there: what an earlier run wrote is only replaced by a whole one.
std::optional<Error> write_report(const std::string& path, const Report& report) {
  std::string unfinished = path + ".part";
  std::ofstream file(unfinished, std::ios::binary);
  write_json(file, report);
  file.close();
  std::error_code error;
  if (file) fs::rename(unfinished, path, error);
  if (file && !error) return {};
  fs::remove(unfinished, error);
  return Error{
      path + ": the report cannot be written; expected a file in a folder that can be written to"};
}

std::optional<Error> check_report_path(const std::string& path) {
  fs::path folder = fs::absolute(path).parent_path();
  bool is_writable = access(folder.c_str(), W_OK) == 0 && !fs::is_directory(path);
  if (is_writable) return {};
  return Error{path + ": --json needs a file in a folder that can be written to"};
}

}  // namespace

int run_compare(const CompareOptions& options) {
  // 1. Everything that a user can have got wrong, before anything runs.
  auto cases = selected_cases(options);
  if (!cases) return complain(cases.error()), kWrongUse;
  auto strategies = select_strategies(options.run.strategies);
  if (!strategies) return complain(strategies.error()), kWrongUse;
  if (auto error = check_report_path(options.json)) return complain(*error), kWrongUse;
  if (auto error = engine::check_strategies(*strategies, laboratory_options(options.run))) {
    return complain(*error), kWrongUse;
  }

  // 2. Run and judge.
  Outcome outcome = run(*cases, *strategies, options.run);

  // 3. Report. What could not be run costs the status, not the results of the others; where nothing
  // could, an earlier report is worth more than an empty one.
  for (const Error& error : outcome.errors) complain(error);
  if (outcome.report.records.empty() && !outcome.errors.empty()) return kWrongUse;
  write_table(std::cout, outcome.report,
              {.colour = wants_colour(STDOUT_FILENO), .width = terminal_width()});
  if (auto error = write_report(options.json, outcome.report)) return complain(*error), kWrongUse;
  std::cout << "\nAll records: " << options.json << '\n';
  return outcome.errors.empty() ? kDone : kWrongUse;
}

}  // namespace afresh::cli

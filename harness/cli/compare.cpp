// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <unistd.h>

#include <cstring>
#include <iostream>

#include "harness/cli/commands.hpp"
#include "harness/cli/journal.hpp"
#include "harness/cli/report_files.hpp"
#include "harness/cli/run.hpp"
#include "reports/colour.hpp"
#include "reports/table.hpp"

namespace afresh::cli {
namespace {

Result<std::vector<SelectedCase>> selected_cases(const CompareOptions& options) {
  auto cases = options.cases.empty() ? all_scenarios() : select_cases(options.cases);
  if (!cases) return cases;
  for (int i = 0; i < options.generated; ++i) cases->push_back(generated(options.run.seed, i));
  return cases;
}

// What is there of a run that was stopped; an earlier report stays what it was.
void tell_of_stop(const Outcome& outcome, const Journal& journal) {
  std::string where = journal.is_complete() ? "all records so far are in " + journal.path() +
                                                  ", one JSON object a line"
                                            : journal.path() + " could not be written";
  complain(Error{fmt::format("stopped by SIG{} before all cases were done; {}",
                             sigabbrev_np(outcome.stopped_by), where)});
}

}  // namespace

int run_compare(const CompareOptions& options) {
  // 1. Everything that a user can have got wrong, before anything runs.
  auto cases = selected_cases(options);
  if (!cases) return complain(cases.error()), kWrongUse;
  auto strategies = select_strategies(options.run.strategies);
  if (!strategies) return complain(strategies.error()), kWrongUse;
  const std::vector<ReportFile> files = report_files(options);
  if (auto error = check_report_files(files)) return complain(*error), kWrongUse;
  if (auto error = engine::check_strategies(*strategies, laboratory_options(options.run))) {
    return complain(*error), kWrongUse;
  }

  // 2. Run and judge.
  Journal journal(options.json, environment_of(options.run));
  Outcome outcome =
      run(*cases, *strategies, options.run, [&](const Record& record) { journal.add(record); });
  if (outcome.stopped_by != 0)
    return tell_of_stop(outcome, journal), status_after(outcome.stopped_by);

  // 3. Report. What could not be run costs the status, not the results of the others; where nothing
  // could, an earlier report is worth more than an empty one.
  for (const Error& error : outcome.errors) complain(error);
  if (outcome.report.records.empty() && !outcome.errors.empty()) {
    journal.discard();
    return kWrongUse;
  }
  write_table(std::cout, outcome.report,
              {.colour = wants_colour(STDOUT_FILENO), .width = terminal_width()});
  std::string written;
  for (const ReportFile& file : files) {
    if (auto error = write_report_file(file, outcome.report)) return complain(*error), kWrongUse;
    journal.discard();  // the first of them is the JSON: all that it kept is there
    written += (written.empty() ? "" : ", ") + file.path;
  }
  std::cout << "\nAll records: " << written << '\n';
  return outcome.errors.empty() ? kDone : kWrongUse;
}

}  // namespace afresh::cli

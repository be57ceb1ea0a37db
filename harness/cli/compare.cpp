// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <iostream>
#include <set>

#include "harness/cli/asked_hosts.hpp"
#include "harness/cli/commands.hpp"
#include "harness/cli/differences.hpp"
#include "harness/cli/journal.hpp"
#include "harness/cli/last_report.hpp"
#include "harness/cli/report_files.hpp"
#include "harness/cli/run.hpp"
#include "harness/cli/terminal.hpp"
#include "reports/colour.hpp"
#include "reports/fail_on.hpp"
#include "reports/screen.hpp"
#include "reports/witness_list.hpp"

namespace afresh::cli {
namespace {

/// What runs where nobody names a host: scenarios in the embedded ones. A case that a user names
/// runs where it says.
bool is_wanted(const CompareOptions& options, HostKind host) {
  return !options.cases.empty() || !is_real_blender(host);
}

/// Each case once for each host that it says something of.
std::vector<SelectedCase> in_hosts(const std::vector<SelectedCase>& cases,
                                   const CompareOptions& options,
                                   const std::vector<HostKind>& hosts) {
  std::vector<SelectedCase> placed;
  for (const SelectedCase& each : cases) {
    if (options.hosts.empty() && is_wanted(options, each.value.host)) placed.push_back(each);
    for (HostKind host : hosts) {
      if (can_run_on(each.value.host, host)) placed.push_back(moved_to(each, host));
    }
  }
  return placed;
}

Result<std::vector<SelectedCase>> selected_cases(const CompareOptions& options,
                                                 const std::vector<HostKind>& hosts) {
  auto all = options.cases.empty() ? all_scenarios() : select_cases(options.cases);
  if (!all) return all;
  std::vector<SelectedCase> cases = in_hosts(*all, options, hosts);
  for (HostKind host : kHostKinds) {
    const bool is_asked_for =
        options.hosts.empty() ? !is_variant(host) : std::ranges::find(hosts, host) != hosts.end();
    for (int i = 0; is_asked_for && i < options.generated; ++i) {
      cases.push_back(generated(host, options.run.seed, i));
    }
  }
  if (cases.empty()) {
    return Error{
        fmt::format("no case is for the host {}; expected cases that are, or another --host",
                    fmt::join(options.hosts, " or "))};
  }
  return cases;
}

// What is there of a run that was stopped; an earlier report stays what it was.
void print_stop(const RunResult& outcome, const Journal& journal) {
  std::string where =
      journal.is_complete()
          ? "all records so far are in " + journal.path() + ", one JSON object a line"
      : journal.path().empty() ? "no records are kept, as --json names no regular file"
                               : journal.path() + " could not be written";
  print_error(Error{fmt::format("stopped by SIG{} before all cases were done; {}",
                                sigabbrev_np(outcome.stopped_by), where)});
}

std::vector<std::string> strategy_names(const std::vector<StrategySource>& strategies) {
  std::vector<std::string> names;
  for (const StrategySource& strategy : strategies) names.push_back(strategy.name);
  return names;
}

std::set<HostKind> hosts_in(const std::vector<SelectedCase>& cases) {
  std::set<HostKind> hosts;
  for (const SelectedCase& each : cases) hosts.insert(each.value.host);
  return hosts;
}

/// The report that this one must not be worse than, where one was named.
Result<std::optional<Report>> read_baseline(const CompareOptions& options) {
  if (!options.baseline) return std::optional<Report>();
  auto baseline = read_report(*options.baseline);
  if (!baseline) return Error{"--baseline: " + baseline.error().message};
  return std::optional(std::move(*baseline));
}

/// What changed since the baseline; whether nothing got worse.
bool print_changes(const std::string& path, const Report& baseline, const Report& report) {
  const Changes changes = changes_between(baseline, report);
  std::cout << "\nSince " << path << ":\n\n";
  write_differences(std::cout, {.name = path, .environment = baseline.environment},
                    {.name = "this run", .environment = report.environment}, changes,
                    wants_colour(STDOUT_FILENO));
  return changes.regressions.empty();
}

/// One sentence about what `--fail-on` asked for; whether none of it happened.
bool print_failures(const std::vector<FailOn>& conditions, const Report& report) {
  const std::string failures = describe_failures(report, conditions);
  if (!failures.empty()) print_error({"--fail-on: " + failures});
  return failures.empty();
}

/// Lines of the screen, with which the line about the files makes a screen of 50.
constexpr std::size_t kScreenLines = 48;

/// The answer; before it, as it should be the last that one sees, what was asked for besides.
void tell(const CompareOptions& options, const Report& report) {
  const bool colour = wants_colour(STDOUT_FILENO);
  if (options.verbose)
    write_witnesses(std::cout, report, {.colour = colour, .width = screen_width()});
  write_screen(std::cout, report,
               {.colour = colour,
                .ascii = !is_utf8_locale(),
                .width = screen_width(),
                .lines = options.all ? 0 : kScreenLines});
}

}  // namespace

int run_compare(const CompareOptions& asked) {
  // 1. Everything that a user can have got wrong, before anything runs.
  CompareOptions options = asked;
  auto hosts = resolve_hosts(options.hosts);
  if (!hosts) return print_error(hosts.error()), kExitUsage;
  auto cases = selected_cases(options, hosts->hosts);
  if (!cases) return print_error(cases.error()), kExitUsage;
  auto installations =
      options.hosts.empty() ? locate_hosts(hosts_in(*cases)) : std::move(hosts->installations);
  if (!installations) return print_error(installations.error()), kExitUsage;
  options.run.installations = std::move(*installations);
  auto strategies = select_strategies(options.run.strategies);
  if (!strategies) return print_error(strategies.error()), kExitUsage;
  auto conditions = parse_fail_on(options.fail_on, strategy_names(*strategies));
  if (!conditions) return print_error(conditions.error()), kExitUsage;
  // The baseline may be the very file that the new report replaces.
  auto baseline = read_baseline(options);
  if (!baseline) return print_error(baseline.error()), kExitUsage;
  auto files = open_report_files(wanted_reports(options));
  if (!files) return print_error(files.error()), kExitUsage;
  if (auto error = check_run_options(options.run)) return print_error(*error), kExitUsage;
  if (auto error = engine::check_strategies(*strategies, worker_pool_options(options.run),
                                            hosts_in(*cases))) {
    return print_error(*error), kExitUsage;
  }

  // 2. Run and judge.
  Journal journal(files->front().file, make_environment(options.run, *cases));
  RunResult outcome =
      run(*cases, *strategies, options.run, [&](const Record& record) { journal.add(record); });
  if (outcome.stopped_by != 0)
    return print_stop(outcome, journal), status_after(outcome.stopped_by);

  // 3. Report. What could not be run costs the status, not the results of the others; where nothing
  // could, an earlier report is worth more than an empty one.
  for (const Error& error : outcome.errors) print_error(error);
  if (outcome.report.records.empty() && !outcome.errors.empty()) {
    journal.discard();
    return kExitUsage;
  }
  tell(options, outcome.report);
  if (auto error = keep_last_report(outcome.report)) print_error(*error);
  bool is_no_worse = !*baseline || print_changes(*options.baseline, **baseline, outcome.report);
  std::string written;
  for (const ReportFile& file : *files) {
    if (auto error = write_report_file(file, outcome.report))
      return print_error(*error), kExitUsage;
    journal.discard();  // the first of them is the JSON: all that it kept is there
    written += (written.empty() ? "" : ", ") + file.file.name();
  }
  std::cout << "\nAll records: " << written << '\n';

  // 4. The status: what could not be run is not known to hold.
  bool holds = print_failures(*conditions, outcome.report) && is_no_worse;
  if (!outcome.errors.empty()) return kExitUsage;
  return holds ? kExitSuccess : kExitVerdict;
}

}  // namespace afresh::cli

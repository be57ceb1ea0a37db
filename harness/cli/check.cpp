// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

#include "harness/addon/check_cases.hpp"
#include "harness/addon/extension.hpp"
#include "harness/addon/original_lines.hpp"
#include "harness/casefile/write_case.hpp"
#include "harness/cli/check_host.hpp"
#include "harness/cli/check_output.hpp"
#include "harness/cli/check_versions.hpp"
#include "harness/cli/commands.hpp"
#include "harness/cli/report_files.hpp"
#include "harness/cli/run.hpp"
#include "harness/diagnosis/accept.hpp"
#include "harness/diagnosis/known.hpp"
#include "harness/engine/try_enable.hpp"
#include "reports/check_json.hpp"

namespace afresh::cli {
namespace {

/// The strategy that does what the hosts' users do, and nothing else.
constexpr const char* kHostWay = "toggle";

/// `DIR/demo.case`, where the cases are to be kept.
std::string case_file(const std::string& folder, const Case& value) {
  return (std::filesystem::path(folder) / (value.name + ".case")).string();
}

std::vector<Case> questions_about(const Versions& versions, const CheckOptions& options) {
  if (options.only) return {leftover_case(versions.before)};
  return versions.after ? check_cases(versions.before, *versions.after)
                        : check_cases(versions.before);
}

std::vector<SelectedCase> make_cases(const Versions& versions, const CheckOptions& options,
                                     HostKind host) {
  std::vector<SelectedCase> selected;
  for (Case& value : questions_about(versions, options)) {
    value.host = host;
    std::size_t bytes = render_case(value).size();
    std::string argument = options.cases ? case_file(*options.cases, value) : value.name;
    selected.push_back(
        {.value = std::move(value), .replay_argument = std::move(argument), .bytes = bytes});
  }
  return selected;
}

/// The strategies that were asked for; by default all but those that only tell about the harness.
Result<std::vector<StrategySource>> strategies_for(const CheckOptions& options) {
  if (options.only) return select_strategies({kHostWay});
  auto strategies = select_strategies(options.run.strategies);
  if (strategies && options.run.strategies.empty())
    std::erase_if(*strategies, [](const StrategySource& one) { return one.name == "do-nothing"; });
  return strategies;
}

std::optional<Error> write_cases(const CheckOptions& options,
                                 const std::vector<SelectedCase>& cases) {
  if (!options.cases) return {};
  std::error_code error;
  std::filesystem::create_directories(*options.cases, error);
  for (const SelectedCase& selected : cases) {
    std::string path = case_file(*options.cases, selected.value);
    Result<OutputFile> file = OutputFile::open("--cases", path);
    if (!file) return file.error();
    if (auto problem = file->write([&](std::ostream& out) { out << render_case(selected.value); }))
      return problem;
    if (is_for_people(options)) std::cout << "Written: " << path << '\n';
  }
  return {};
}

std::optional<Error> write_reports(const CheckOptions& options,
                                   const std::vector<ReportFile>& files, const Report& report) {
  for (const ReportFile& file : files) {
    if (auto error = write_report_file(file, report)) return error;
    if (is_for_people(options)) std::cout << "Written: " << file.file.name() << '\n';
  }
  return {};
}

Result<std::vector<ReportFile>> open_outputs(const CheckOptions& options) {
  if (options.html && !options.cases)
    return Error{"--html: its replay commands name case files; expected --cases DIR with it"};
  return open_report_files(wanted_reports(options));
}

Result<std::vector<DiagnosticKey>> read_baseline(const CheckOptions& options) {
  if (!options.baseline) return std::vector<DiagnosticKey>();
  std::ifstream file(*options.baseline, std::ios::binary);
  std::ostringstream text;
  if (file) text << file.rdbuf();
  if (!file)
    return Error{
        fmt::format("--baseline: {} cannot be read; expected what 'afresh check --format "
                    "json' writes",
                    *options.baseline)};
  return read_check_keys(text.str(), "--baseline: " + *options.baseline);
}

std::map<std::string, StrategyNeeds> list_needs(const std::vector<StrategySource>& strategies) {
  std::map<std::string, StrategyNeeds> needs;
  for (const StrategySource& strategy : strategies)
    needs[strategy.name] = read_needs(strategy_source(strategy));
  return needs;
}

/// Paths as the user's editor finds them.
void say_disk_paths(std::vector<Diagnostic>& diagnostics, const AddonLocation& place,
                    const std::string& addon) {
  for (Diagnostic& each : diagnostics) {
    if (!each.place.file.empty()) each.place.path = path_on_disk(place, addon, each.place.file);
    SourceLine& unregister = each.mend.unregister;
    if (unregister.is_known()) unregister.file = path_on_disk(place, addon, unregister.file);
  }
}

/// From the records to what is told: causes, what the author accepts, what is known, what to use.
CheckReport diagnosed(Report report, const AddonLocation& place, const Versions& versions,
                      const CheckOptions& options, const std::vector<StrategySource>& strategies) {
  const AddonFiles& told = versions.told();
  const PythonSources sources = read_sources(told.files);
  Diagnosis diagnosis = diagnose(
      {.records = report.records, .sources = sources, .host_way = versions.after ? "" : kHostWay});
  CheckReport check{.addon = place.name,
                    .path = options.addon,
                    .files = told.files.size(),
                    .edit = versions.edit,
                    .is_leftovers_only = options.only.has_value(),
                    .are_ways_chosen = !options.run.strategies.empty()};
  apply_accepts(diagnosis.diagnostics, sources, !options.only && options.run.strategies.empty());
  say_disk_paths(diagnosis.diagnostics, place, told.name);
  check.recommendation = recommend(report.records, diagnosis, list_needs(strategies));
  check.diagnostics = std::move(diagnosis.diagnostics);
  check.judged = std::move(diagnosis.judged);
  check.report = std::move(report);
  return check;
}

}  // namespace

int run_check(const CheckOptions& asked) {
  CheckOptions options = asked;
  const auto began = std::chrono::steady_clock::now();
  // 1. The add-on, both versions, and everything else that a user can have got wrong.
  auto place = find_addon(options.addon, options.name);
  if (!place) return print_error(place.error()), kExitUsage;
  auto versions = read_versions(*place, options);
  if (!versions) return print_error(versions.error()), kExitUsage;
  auto strategies = strategies_for(options);
  if (!strategies) return print_error(strategies.error()), kExitUsage;
  auto known = read_baseline(options);
  if (!known) return print_error(known.error()), kExitUsage;
  auto files = open_outputs(options);
  if (!files) return print_error(files.error()), kExitUsage;
  if (auto error = check_run_options(options.run)) return print_error(*error), kExitUsage;
  auto chosen = choose_host(options, versions->before);
  if (!chosen) return print_error(chosen.error()), kExitUsage;
  options.run.installations = chosen->installations;
  HostKind host = chosen->host;
  if (has_extensions(host) && is_extension(versions->before)) install(*versions);
  std::vector<SelectedCase> cases = make_cases(*versions, options, host);
  {
    engine::WorkerPool worker_pool(worker_pool_options(options.run));
    Result<OpResult> loaded = engine::try_enable(worker_pool, cases.front().value);
    if (loaded && !options.host && host == HostKind::kPlain && needs_blender(*loaded)) {
      chosen = choose_blender(versions->before);
      host = chosen->host;
      cases = make_cases(*versions, options, host);
      loaded = engine::try_enable(worker_pool, cases.front().value);
    }
    if (!loaded) return print_error(loaded.error()), kExitUsage;
    if (loaded->outcome != OpOutcome::kOk)
      return print_error(unloadable(*place, host, *loaded)), kExitUsage;
  }
  if (auto error = engine::check_strategies(*strategies, worker_pool_options(options.run), {host}))
    return print_error(*error), kExitUsage;

  // 2. Run and judge, and say lines as the add-on's own files have them.
  RunResult outcome = run(cases, *strategies, options.run);
  if (outcome.stopped_by != 0) {
    print_error(Error{
        fmt::format("stopped by SIG{} before all was done", sigabbrev_np(outcome.stopped_by))});
    return status_after(outcome.stopped_by);
  }
  for (const Error& error : outcome.errors) print_error(error);
  if (!outcome.errors.empty()) return kExitUsage;
  if (!versions->after) {
    for (Record& record : outcome.report.records)
      map_to_original_lines(record, versions->before.files);
  }

  // 3. Find the causes, and tell them. From here on no Python runs.
  CheckReport check = diagnosed(std::move(outcome.report), *place, *versions, options, *strategies);
  check.host = name_of(host);
  check.host_note = chosen->note;
  check.mended = apply_known(check.diagnostics, std::move(*known));
  check.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  print_check(std::cout, check, options);
  if (auto error = write_cases(options, cases)) return print_error(*error), kExitUsage;
  if (auto error = write_reports(options, *files, check.report))
    return print_error(*error), kExitUsage;
  return std::ranges::any_of(check.diagnostics, is_failure) ? kExitVerdict : kExitSuccess;
}

}  // namespace afresh::cli

// SPDX-License-Identifier: MIT
#include "reports/replay.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstring>
#include <iostream>
#include <utility>

#include "harness/cli/asked_hosts.hpp"
#include "harness/cli/commands.hpp"
#include "harness/cli/output_file.hpp"
#include "harness/cli/run.hpp"
#include "reports/colour.hpp"

namespace afresh::cli {
namespace {

/// Who records says which strategy's trial, and where to.
Result<std::optional<OutputFile>> open_record(const ReplayOptions& options,
                                              std::size_t strategies) {
  if (!options.record) return std::optional<OutputFile>();
  if (strategies != 1) {
    return Error{"--record keeps the evidence of one trial; expected one --strategy with it"};
  }
  Result<OutputFile> file = OutputFile::open("--record", *options.record);
  if (!file) return file.error();
  return std::optional(std::move(*file));
}

/// The case in the host that is asked for, by default its own; and where that is.
std::optional<Error> place(SelectedCase& selected, ReplayOptions& options) {
  const HostKind own = selected.value.host;
  auto asked = options.host ? resolve_host(*options.host)
                            : Result<AskedHosts>(AskedHosts{.hosts = {own}, .installations = {}});
  if (!asked) return asked.error();
  const HostKind host = asked->hosts.front();
  if (!can_run_on(own, host))
    return Error{
        fmt::format("{}: it is for the host '{}' and says nothing of '{}'; expected a case "
                    "for that one",
                    selected.value.name, name_of(own), name_of(host))};
  auto installations = locate_hosts({host});
  if (!installations) return installations.error();
  options.run.installations = std::move(*installations);
  selected = moved_to(std::move(selected), host);
  return {};
}

std::optional<Error> write_trial_evidence(const SelectedCase& selected,
                                          const StrategySource& strategy,
                                          const ReplayOptions& options, const OutputFile& record) {
  engine::WorkerPool worker_pool(worker_pool_options(options.run));
  Result<std::string> evidence = engine::record_evidence(worker_pool, selected.value, strategy);
  if (!evidence) return evidence.error();
  return record.write([&](std::ostream& out) { out << *evidence; });
}

}  // namespace

int run_replay(const ReplayOptions& asked) {
  ReplayOptions options = asked;
  auto selected = select_one(options.case_argument, options.generated, "replay");
  if (!selected) return print_error(selected.error()), kExitUsage;
  if (auto error = place(*selected, options)) return print_error(*error), kExitUsage;
  auto strategies = select_strategies(options.run.strategies);
  if (!strategies) return print_error(strategies.error()), kExitUsage;
  auto record = open_record(options, strategies->size());
  if (!record) return print_error(record.error()), kExitUsage;
  if (auto error = check_run_options(options.run)) return print_error(*error), kExitUsage;
  if (auto error = engine::check_strategies(*strategies, worker_pool_options(options.run),
                                            {selected->value.host})) {
    return print_error(*error), kExitUsage;
  }

  RunResult outcome = run({*selected}, *strategies, options.run);
  if (outcome.stopped_by != 0) {
    print_error(Error{"stopped by SIG" + std::string(sigabbrev_np(outcome.stopped_by)) +
                      " before the case was done"});
    return status_after(outcome.stopped_by);
  }
  for (const Error& error : outcome.errors) print_error(error);
  if (!outcome.errors.empty()) return kExitUsage;

  bool all_hold =
      write_replay(std::cout, selected->value, outcome.report.records, wants_colour(STDOUT_FILENO));
  if (*record) {
    if (auto error = write_trial_evidence(*selected, strategies->front(), options, **record))
      return print_error(*error), kExitUsage;
    std::cout << "\nEvidence: " << *options.record << " (afresh judge " << *options.record << ")\n";
  }
  return all_hold ? kExitSuccess : kExitVerdict;
}

}  // namespace afresh::cli

// SPDX-License-Identifier: MIT
#include "reports/replay.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstring>
#include <iostream>
#include <utility>

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

std::optional<Error> write_evidence_of(const SelectedCase& selected, const StrategySource& strategy,
                                       const ReplayOptions& options, const OutputFile& record) {
  engine::WorkerPool worker_pool(laboratory_options(options.run));
  Result<std::string> evidence = engine::recorded(worker_pool, selected.value, strategy);
  if (!evidence) return evidence.error();
  return record.write([&](std::ostream& out) { out << *evidence; });
}

}  // namespace

int run_replay(const ReplayOptions& options) {
  auto selected = select_one(options.case_argument, options.generated, "replay");
  if (!selected) return complain(selected.error()), kWrongUse;
  auto strategies = select_strategies(options.run.strategies);
  if (!strategies) return complain(strategies.error()), kWrongUse;
  auto record = open_record(options, strategies->size());
  if (!record) return complain(record.error()), kWrongUse;
  if (auto error = check_surroundings(options.run)) return complain(*error), kWrongUse;
  if (auto error = engine::check_strategies(*strategies, laboratory_options(options.run),
                                            {selected->value.host})) {
    return complain(*error), kWrongUse;
  }

  Outcome outcome = run({*selected}, *strategies, options.run);
  if (outcome.stopped_by != 0) {
    complain(Error{"stopped by SIG" + std::string(sigabbrev_np(outcome.stopped_by)) +
                   " before the case was done"});
    return status_after(outcome.stopped_by);
  }
  for (const Error& error : outcome.errors) complain(error);
  if (!outcome.errors.empty()) return kWrongUse;

  bool all_hold =
      write_replay(std::cout, selected->value, outcome.report.records, wants_colour(STDOUT_FILENO));
  if (*record) {
    if (auto error = write_evidence_of(*selected, strategies->front(), options, **record))
      return complain(*error), kWrongUse;
    std::cout << "\nEvidence: " << *options.record << " (afresh judge " << *options.record << ")\n";
  }
  return all_hold ? kDone : kVerdictDoesNotHold;
}

}  // namespace afresh::cli

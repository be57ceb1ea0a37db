// What `compare` and `replay` share: from options to judged records.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <vector>

#include "harness/cli/options.hpp"
#include "harness/cli/select.hpp"
#include "harness/engine/compare.hpp"
#include "reports/report.hpp"

namespace afresh::cli {

/// One clear sentence on standard error.
void print_error(const Error& error);

/// Settings for the engine; `program` is this executable.
[[nodiscard]] engine::WorkerPoolOptions worker_pool_options(const RunOptions& options);

/// What is wrong with what a user said about where trials run: `--path`, `--no-network`.
[[nodiscard]] std::optional<Error> check_run_options(const RunOptions& options);

/// With the hosts of the cases, each once, as they come.
[[nodiscard]] Environment make_environment(const RunOptions& options,
                                           const std::vector<SelectedCase>& cases);

struct RunResult {
  Report report;
  std::vector<Error> errors;  ///< cases that could not be run
  int stopped_by = 0;         ///< the signal after which only what was done is reported
};
/// Run every case under every strategy, with a progress bar on a terminal; until a signal says that
/// it is enough. `done` gets each record as soon as it is there.
[[nodiscard]] RunResult run(const std::vector<SelectedCase>& cases,
                            const std::vector<StrategySource>& strategies,
                            const RunOptions& options,
                            const std::function<void(const Record&)>& done = {});

/// What a shell takes for a program that died of the signal.
[[nodiscard]] inline int status_after(int signal) { return 128 + signal; }

/// Columns of the terminal on standard output; 0 where it is none.
[[nodiscard]] std::size_t terminal_width();

}  // namespace afresh::cli

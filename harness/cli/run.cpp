// SPDX-License-Identifier: MIT
#include "harness/cli/run.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <thread>

#include "harness/cli/stop_signals.hpp"
#include "harness/installations/interpreter.hpp"
#include "harness/worker/sandbox.hpp"
#include "reports/progress.hpp"

namespace afresh::cli {

void print_error(const Error& error) { std::cerr << "afresh: " << error.message << '\n'; }

std::size_t terminal_width() {
  winsize size{};
  bool is_terminal = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  return is_terminal ? size.ws_col : 0;
}

engine::WorkerPoolOptions worker_pool_options(const RunOptions& options) {
  // A worker stands in another folder.
  std::vector<std::string> path;
  for (const std::string& folder : options.path)
    path.push_back(std::filesystem::absolute(folder).string());
  std::map<HostKind, worker::Interpreter> interpreters;
  for (const auto& [host, installation] : options.installations)
    interpreters[host] = interpreter_of(installation);
  return {.program = "/proc/self/exe",
          .isolation = options.isolation,
          .seed = static_cast<std::uint32_t>(options.seed),
          .deadline_ms = static_cast<std::int64_t>(std::ceil(options.deadline_s * 1000)),
          .without_network = options.without_network,
          .path = fmt::format("{}", fmt::join(path, ":")),
          .interpreters = std::move(interpreters)};
}

std::optional<Error> check_run_options(const RunOptions& options) {
  for (const std::string& folder : options.path) {
    if (!std::filesystem::is_directory(folder))
      return Error{"--path " + folder + ": no such folder; expected one to import from"};
    std::string absolute = std::filesystem::weakly_canonical(folder).string();
    for (std::string own : {"/tmp", "/dev/shm"}) {
      if (absolute == own)
        return Error{fmt::format(
            "--path {}: trials have {} to themselves; expected a folder in it or elsewhere", folder,
            own)};
    }
    if (folder.find(':') != std::string::npos)
      return Error{"--path " + folder + ": a ':' in its name; expected a folder without one"};
  }
  if (!options.without_network || worker::can_leave_network()) return {};
  return Error{
      "--no-network: no process may have a network of its own here; expected a machine that allows "
      "network namespaces"};
}

Environment make_environment(const RunOptions& options, const std::vector<SelectedCase>& cases) {
  std::vector<std::string> hosts;
  for (const SelectedCase& each : cases) {
    std::string host(name_of(each.value.host));
    if (std::ranges::find(hosts, host) == hosts.end()) hosts.push_back(std::move(host));
  }
  return {.afresh_version = AFRESH_VERSION,
          .python_version = AFRESH_PYTHON_VERSION,
          .compiler = AFRESH_COMPILER,
          .isolation = options.isolation == engine::StartMethod::kFork ? "fork" : "spawn",
          .seed = options.seed,
          .hosts = std::move(hosts)};
}

RunResult run(const std::vector<SelectedCase>& cases, const std::vector<StrategySource>& strategies,
              const RunOptions& options, const std::function<void(const Record&)>& done) {
  StopSignals signals;
  std::vector<const Case*> values;
  for (const SelectedCase& selected : cases) values.push_back(&selected.value);
  ProgressBar bar(std::cerr, isatty(STDERR_FILENO) == 1);
  auto processors = static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
  engine::CompareSettings settings{
      .worker_pool = worker_pool_options(options),
      .jobs = options.jobs > 0 ? options.jobs : processors,
      .progress = [&](std::size_t count, std::size_t all,
                      const std::string& name) { bar.update(count, all, name); },
      .done = done};
  settings.worker_pool.stop = signals.descriptor();
  const auto begin = std::chrono::steady_clock::now();
  engine::Comparison comparison = engine::compare(values, strategies, settings);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  bar.clear();

  RunResult outcome{.report = {.environment = make_environment(options, cases),
                               .records = std::move(comparison.records)},
                    .errors = std::move(comparison.errors),
                    .stopped_by = comparison.is_interrupted ? signals.take() : 0};
  outcome.report.wall_s = took.count();
  for (const SelectedCase& selected : cases) {
    outcome.report.cases[selected.value.name] = {.bytes = selected.bytes,
                                                 .is_generated = selected.is_generated,
                                                 .replay_argument = selected.replay_argument,
                                                 .host = std::string(name_of(selected.written_for)),
                                                 .value = selected.value};
  }
  for (const StrategySource& strategy : strategies) {
    const StrategyDocstring says = strategy_docstring(strategy);
    outcome.report.strategy_summaries[strategy.name] = says.summary;
    outcome.report.strategy_facts[strategy.name] = {
        .family = says.family, .in_short = says.in_short, .order = says.order};
    if (!strategy.source.empty()) outcome.report.strategy_arguments[strategy.name] = strategy.file;
  }
  return outcome;
}

}  // namespace afresh::cli

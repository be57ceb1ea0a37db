// Cases × strategies: run every trial with its references and controls, and have it judged.
// Results do not depend on the number of workers or their order.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "harness/engine/worker_pool.hpp"
#include "harness/values/case.hpp"
#include "harness/values/verdict.hpp"

namespace afresh::engine {

struct CompareSettings {
  WorkerPoolOptions worker_pool;
  int jobs = 1;
  /// The kind of process that trials run in; references stay where they are. The null test of
  /// restarts runs them in the other tier.
  Variant variant = Variant::kBase;
  /// Called with the number of cases done, of how many, and the one just done; never by two threads
  /// at once.
  std::function<void(std::size_t done, std::size_t all, const std::string& case_name)> progress;
  /// Called with each record as soon as it is there, cases in any order; never by two threads at
  /// once.
  std::function<void(const Record&)> done;
};

struct Comparison {
  std::vector<Record> records;  ///< by case, then by strategy, each in the order asked for
  std::vector<Error> errors;    ///< cases that could not be run at all, one sentence each
  bool is_interrupted = false;  ///< `WorkerPoolOptions::stop`: only the cases done are here
};

/// A sentence about the first strategy that cannot be loaded in one of the hosts, or whose `adapt`
/// cannot even adapt an add-on of two lines.
[[nodiscard]] std::optional<Error> check_strategies(const std::vector<StrategySource>& strategies,
                                                    const WorkerPoolOptions& options,
                                                    const std::set<HostKind>& hosts);

/// Run all. What fails was seen again in a second, independent process, and for each strategy and
/// kind of finding the first failure in a process of its own with another seed; where that shows
/// something else the verdict is *unknown*. What breaks while a case is run or judged makes that
/// case's records *unknown*, with the reason; the others go on. Throws for trouble in the harness
/// itself (`NoWorker`).
[[nodiscard]] Comparison compare(const std::vector<const Case*>& cases,
                                 const std::vector<StrategySource>& strategies,
                                 const CompareSettings& settings);

/// One case under each strategy, on this worker_pool; failures confirmed in a second process when
/// the variant is the base. An error: what could not be run, or could not be judged.
[[nodiscard]] Result<std::vector<Record>> run_case(WorkerPool& worker_pool, const Case& a_case,
                                                   const std::vector<StrategySource>& strategies,
                                                   Variant variant = Variant::kBase);

/// All that one trial is judged by, as `write_evidence` writes it.
[[nodiscard]] Result<std::string> record_evidence(WorkerPool& worker_pool, const Case& a_case,
                                                  const StrategySource& strategy);

}  // namespace afresh::engine

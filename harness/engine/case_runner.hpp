// Runs one case under any number of strategies: trials, and the fresh starts and controls that they
// share. SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "harness/engine/controls.hpp"
#include "harness/engine/fresh_starts.hpp"
#include "harness/engine/plan.hpp"
#include "harness/engine/trial_evidence.hpp"
#include "harness/engine/worker_pool.hpp"
#include "harness/oracles/aspects/judge.hpp"
#include "harness/values/verdict.hpp"

namespace afresh::engine {

/// Use for one case on one worker pool, which outlive it. Its parts point at each other.
class CaseRunner {
 public:
  CaseRunner(WorkerPool& worker_pool, const Case& a_case);
  CaseRunner(const CaseRunner&) = delete;
  CaseRunner& operator=(const CaseRunner&) = delete;

  /// One sentence when the case cannot be asked (validate_case.hpp).
  std::optional<Error> check_case();
  /// Gets all that a trial is judged by, for as long as the call lasts.
  using Recorder = std::function<void(const JudgeInput&)>;
  /// The judged trial, run in the process of `variant`. An error: the strategy cannot be loaded.
  Result<Record> run(const StrategySource& strategy, Variant variant, const Recorder& record = {});

 private:
  Result<VersionFiles> adapted(const StrategySource& strategy);

  PreparedCase case_;
  FreshStarts fresh_starts_;
  Controls controls_;
  std::map<std::string, VersionFiles> adapted_;  ///< by strategy
};

}  // namespace afresh::engine

// Runs one case under any number of strategies: trials, and the fresh starts and controls that they
// share. SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "harness/engine/controls.hpp"
#include "harness/engine/evidence.hpp"
#include "harness/engine/fresh_starts.hpp"
#include "harness/engine/laboratory.hpp"
#include "harness/engine/plan.hpp"
#include "harness/oracles/judge.hpp"
#include "harness/values/verdict.hpp"

namespace afresh::engine {

/// Use for one case on one laboratory, which outlive it. Its parts point at each other.
class CaseRunner {
 public:
  CaseRunner(Laboratory& laboratory, const Case& a_case);
  CaseRunner(const CaseRunner&) = delete;
  CaseRunner& operator=(const CaseRunner&) = delete;

  /// One sentence when the case is no fair question (fair_question.hpp).
  std::optional<Error> check_case();
  /// Gets all that a trial is judged by, for as long as the call lasts.
  using Recorder = std::function<void(const JudgeInput&)>;
  /// The judged trial, run in the process of `variant`. An error: the strategy cannot be loaded.
  Result<Record> run(const StrategySource& strategy, Variant variant, const Recorder& record = {});

 private:
  Result<GenerationFiles> adapted(const StrategySource& strategy);

  CaseInHand case_;
  FreshStarts fresh_starts_;
  Controls controls_;
  std::map<std::string, GenerationFiles> adapted_;  ///< by strategy
};

}  // namespace afresh::engine

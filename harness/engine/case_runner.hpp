// Runs one case under any number of strategies: trials, and the references and controls that they
// share. Each reference is computed once for all strategies that look at the same files.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "harness/engine/laboratory.hpp"
#include "harness/engine/plan.hpp"
#include "harness/oracles/judge.hpp"
#include "harness/values/verdict.hpp"

namespace afresh::engine {

/// Use for one case on one laboratory, which outlives it.
class CaseRunner {
 public:
  CaseRunner(Laboratory& laboratory, const Case& a_case);

  /// One sentence when the case is no fair question: an add-on that does not enable on a fresh
  /// start, or an expectation that does not hold there.
  std::optional<Error> check_case();
  /// The judged trial, run in the process of `variant`. An error: the strategy cannot be loaded.
  Result<Record> run(const StrategySource& strategy, Variant variant);

 private:
  /// `x.case:12` of the step that an operation comes from, for messages.
  [[nodiscard]] std::string place_of(const Op& op) const;
  using Shared = std::shared_ptr<const Observation>;
  struct Group {
    Shared a, b, c;
  };

  Result<GenerationFiles> adapted(const StrategySource& strategy);
  Shared observe(const Script& script, Variant variant);
  Group reference(const Plan& plan, const PlannedCheckpoint& checkpoint, const Snapshot* actual);
  Shared quiet_reference(const Script& trial, const Moment& moment);
  Shared control(const GenerationFiles& files);
  std::vector<ResidueEntry> residue(const Plan& plan);
  std::vector<SourceFacts> facts_of(const Plan& plan);
  Checkpoint evidence(const Plan& plan, const PlannedCheckpoint& planned, const Observation& trial);

  Laboratory& laboratory_;
  const Case& case_;
  std::vector<Step> steps_;
  GenerationFiles files_;
  std::map<std::string, Shared> observations_;  ///< by script and variant
  std::vector<Group> kept_;                     ///< what the evidence of one trial points into
};

}  // namespace afresh::engine

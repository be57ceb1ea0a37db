// Runs one case under any number of strategies: trials, and the references and controls that they
// share. Each reference is computed once for all strategies that look at the same files.
// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
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
  /// Gets all that a trial is judged by, for as long as the call lasts.
  using Recorder = std::function<void(const JudgeInput&)>;
  /// The judged trial, run in the process of `variant`. An error: the strategy cannot be loaded.
  Result<Record> run(const StrategySource& strategy, Variant variant, const Recorder& record = {});

  using Shared = std::shared_ptr<const Observation>;
  /// A reference group as it was observed.
  struct Group {
    Shared a, b, c;
  };

 private:
  /// `x.case:12` of the step that an operation comes from, for messages.
  [[nodiscard]] std::string place_of(const Op& op) const;
  [[nodiscard]] std::optional<Error> unbound_name(const Plan& plan, const Observation& trial) const;
  /// Whether this fresh start cannot enable what is enabled.
  bool cannot_load(const Script& reference);
  /// The fresh start of a checkpoint's moment, without any twin of its libraries.
  [[nodiscard]] ReferenceOptions plain_options(const Plan& plan,
                                               const PlannedCheckpoint& checkpoint) const;
  [[nodiscard]] Script plain_reference(const Plan& plan, const PlannedCheckpoint& checkpoint) const;
  /// The expectations behind a checkpoint that ask nothing which only this case holds.
  [[nodiscard]] std::vector<std::uint32_t> asked_of_fresh_start(
      const Plan& plan, const PlannedCheckpoint& checkpoint) const;

  Result<GenerationFiles> adapted(const StrategySource& strategy);
  Shared observe(const Script& script, Variant variant);
  Group reference(const Plan& plan, const PlannedCheckpoint& checkpoint, const Snapshot* actual);
  Group group_of(const Script& trial, const Moment& moment, ReferenceOptions options);
  Shared quiet_reference(const Script& trial, const Moment& moment);
  HostDoing host_doing();
  /// What each generation that was loaded leaves behind by itself (add-on control).
  std::vector<ResidueEntry> residue(const Plan& plan);
  void add_residue(const Plan& plan, const std::string& addon, const Moment& moment,
                   std::vector<ResidueEntry>& all);
  /// Other add-ons whose files have a `from … import` of this one's modules at their top.
  std::vector<std::string> copiers(const std::string& addon, const Moment& moment);
  /// Facts of the files as they were at each checkpoint and whenever a body ran.
  SourcesByOp sources_of(const Plan& plan, const Observation& trial);
  /// A fresh start of the moment after which the host disables the add-on; null where it does not
  /// load.
  Shared addon_control(const Plan& plan, Moment moment, const std::string& addon);
  std::vector<Survivor> addons_own_leaks(const Plan& plan);
  Checkpoint evidence(const Plan& plan, const PlannedCheckpoint& planned, const Observation& trial);

  Laboratory& laboratory_;
  const Case& case_;
  std::vector<Step> steps_;
  GenerationFiles files_;
  std::map<std::string, GenerationFiles> adapted_;  ///< by strategy
  std::map<std::string, Shared> observations_;      ///< by script and variant
  std::set<std::string> held_;                      ///< names that `python` steps bind
  std::deque<Group> kept_;                          ///< what the evidence of one trial points into
};

}  // namespace afresh::engine

// What one trial is judged by, from its observation and the fresh starts of its moments.
// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <set>
#include <string>
#include <vector>

#include "harness/engine/fresh_starts.hpp"
#include "harness/engine/plan.hpp"
#include "harness/oracles/aspects/judge.hpp"

namespace afresh::engine {

/// A case as its trials are read: what does not depend on a strategy.
struct PreparedCase {
  const Case& value;                  ///< borrowed
  WorkerPool& worker_pool;            ///< borrowed
  std::vector<Step> steps;            ///< unrolled
  VersionFiles files;                 ///< as the case has them
  std::set<std::string> bound_names;  ///< names that `python` steps bind
};

[[nodiscard]] PreparedCase prepare_case(const Case& a_case, WorkerPool& worker_pool);

/// Owns what `input` borrows; stays where it was made.
class TrialEvidence {
 public:
  /// Asks for the fresh starts of all checkpoints. `a_case`, `plan` and `trial` outlive it.
  TrialEvidence(const PreparedCase& a_case, FreshStarts& fresh_starts, const Plan& plan,
                const Observation& trial);
  TrialEvidence(const TrialEvidence&) = delete;
  TrialEvidence& operator=(const TrialEvidence&) = delete;

  /// Facts of the files as they were at each checkpoint and whenever a body ran, into `input`.
  void add_sources();

  JudgeInput input;

 private:
  [[nodiscard]] Checkpoint checkpoint(const PlannedCheckpoint& planned);
  void add_previous(const PlannedCheckpoint& planned, Checkpoint& checkpoint);
  void add_expects(const PlannedCheckpoint& planned, const std::vector<std::uint32_t>& asked,
                   const Observation& reference, Checkpoint& checkpoint) const;
  [[nodiscard]] std::vector<std::string> copiers(const PlannedCheckpoint& planned) const;

  const PreparedCase& case_;
  FreshStarts& fresh_starts_;
  const Plan& plan_;
  const Observation& trial_;
  std::deque<ObservedGroup> kept_;
  SourcesByOp sources_;
};

}  // namespace afresh::engine

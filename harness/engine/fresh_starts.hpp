// The fresh starts that one case is measured by: each script is run once, for all strategies and
// controls that look at the same files. SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "harness/engine/plan.hpp"
#include "harness/engine/worker_pool.hpp"
#include "harness/oracles/aspects/judge.hpp"

namespace afresh::engine {

using SharedObservation = std::shared_ptr<const Observation>;

/// A reference group as it was observed.
struct ObservedGroup {
  SharedObservation base, other_seed, aged;
};

/// Use for one case.
class FreshStarts {
 public:
  /// Executes a script, as `WorkerPool::run` does.
  using Run = std::function<Result<Observation>(const Script&, Variant)>;
  explicit FreshStarts(Run run) : run_(std::move(run)) {}

  /// What this script looks like in a process of that variant; never null. One that did not come to
  /// its end is run once more.
  SharedObservation observe(const Script& script, Variant variant);
  /// A, B and C of a fresh start of the moment.
  ObservedGroup group(const Script& trial, const Moment& moment, ReferenceOptions options);
  /// Those of a checkpoint. `actual`, which may be null, has imported what its library twin shall.
  ObservedGroup group(const Plan& plan, const PlannedCheckpoint& checkpoint,
                      const std::vector<std::string>& expects, const Snapshot* actual);
  /// A alone, with nothing asked of it.
  SharedObservation base(const Script& trial, const Moment& moment);
  /// After a fresh start of the moment the host disables the add-on, with a leak check: what it
  /// leaves by itself (add-on control). Null where it does not load.
  SharedObservation disabled(const Script& trial, Moment moment, const std::string& addon);

 private:
  Run run_;
  std::map<std::string, SharedObservation> observations_;  ///< by script and variant
};

/// The snapshot after an operation, or null.
[[nodiscard]] const Snapshot* snapshot_after(const Observation& observation, std::uint32_t op);
/// The one that a fresh start takes, wherever in its script; null where it took none.
[[nodiscard]] const Snapshot* only_snapshot(const Observation* observation);
/// The result of the first enable that failed, or of the last one; null at none.
[[nodiscard]] const OpResult* enable_result(const Script& script, const Observation& observation);
[[nodiscard]] bool fails_to_load(const Script& script, const Observation& observation);
/// For the judge; borrows from the group.
[[nodiscard]] ReferenceGroup to_reference_group(const ObservedGroup& group);

}  // namespace afresh::engine

// What one aspect oracle says about one checkpoint.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "harness/oracles/aspects/checkpoint_view.hpp"
#include "harness/oracles/graph/differences.hpp"
#include "harness/values/verdict.hpp"

namespace afresh {

/// Aspects that were looked at, reasons where nothing can be said, and findings. An aspect that is
/// named nowhere is not judged at this checkpoint.
struct OracleResult {
  std::set<Aspect> judged;
  std::map<Aspect, Reason> unknown;
  std::map<Aspect, Reason> refused;
  /// Of each aspect for which the case states expectations here whether all of them hold, whoever
  /// is to blame for one that does not.
  std::map<Aspect, bool> behaves;
  std::vector<Finding> findings;
};

/// A finding of this checkpoint; its paths, sides and kind are the difference's. It is the
/// strategy's, unless the host does the same to an empty add-on, or the add-on never undoes it.
[[nodiscard]] Finding to_finding(const CheckpointView& view, const Difference& difference,
                                 Aspect aspect);
/// A finding that is about no object of the graph.
[[nodiscard]] Finding plain_finding(const CheckpointView& view, FindingKind kind, Aspect aspect,
                                    std::string path, FindingSide fresh, FindingSide actual);

/// `register-error`: the step raised where the reference's did not.
[[nodiscard]] Finding raised_finding(const CheckpointView& view, Aspect aspect);

/// One `wrong-behaviour` for each expectation that holds in the reference and not in the trial.
/// What is asked of held objects is *live-objects*'s.
void add_expectations(const CheckpointView& view, Aspect aspect, OracleResult& result);

/// Whether it was asked and did not hold.
[[nodiscard]] bool is_broken(const ExpectPair& expect);
/// `wrong-behaviour`.
[[nodiscard]] Finding broken_expectation(const CheckpointView& view, const ExpectPair& expect,
                                         Aspect aspect);

/// Whether the control that did everything from outside has this finding too. Where no edit arrived
/// nothing is excused.
[[nodiscard]] bool is_addon_fault(const CheckpointView& view, const Finding& finding);

/// Whether it is a finding of a load or disable that the add-on itself causes: no reason for these
/// to fail, and *process-state*'s, which asks whether the strategy sweeps up.
[[nodiscard]] bool is_left_by_addon(const Finding& finding);

/// Whether a finding of this aspect is about this place or one below it: `demo.units`.
[[nodiscard]] bool is_already_reported(const OracleResult& result, Aspect aspect,
                                       std::string_view place);

}  // namespace afresh

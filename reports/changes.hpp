// Two reports → what became of each verdict, and what only one of them has.
// Compares what oracles said, of the same case under the same strategy on the same host; must never
// judge anything itself.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reports/report.hpp"

namespace afresh {

/// A verdict that is not what it was. Texts are UTF-8.
struct VerdictChange {
  std::string case_name;
  std::string strategy;
  std::string host;
  Aspect aspect{};
  /// `pass`, `fail(stale-code)`, `absent` where it was not judged; of two failures of which one
  /// does all that the case expects, that one is `fail(stale-code), behaves`.
  std::string before;
  std::string after;

  auto operator<=>(const VerdictChange&) const = default;
};

/// What one report has and the other has not. Names in order of first appearance.
struct OneSided {
  std::vector<std::string> cases;
  std::vector<std::string> strategies;
  std::vector<std::string> hosts;
  std::size_t trials = 0;  ///< of these, and any other
};

struct Changes {
  std::vector<VerdictChange> regressions;   ///< passed, and does no more, whatever it does instead
  std::vector<VerdictChange> improvements;  ///< failed, was unknown or refused, and passes
  std::vector<VerdictChange> others;  ///< fails otherwise, came, is unknown where it failed, …
  OneSided only_before;
  OneSided only_after;
  std::size_t trials = 0;        ///< in both
  std::size_t new_findings = 0;  ///< that count, where the aspect failed before and still fails:
  std::size_t cells_with_new_findings = 0;  ///< in so many verdicts
  bool has_several_hosts = false;           ///< in both together: a change needs its host's name
};

/// Everything in the order of `after`. A finding is new where the failure before had none of its
/// kind at its first path after that step. Reports that were read back from JSON compare as those
/// that they were written from: text that is not UTF-8 is compared as it is written. Of several
/// trials of one name the first belongs to the first, and so on.
[[nodiscard]] Changes changes_between(const Report& before, const Report& after);

}  // namespace afresh

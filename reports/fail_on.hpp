// Which answers of a comparison its caller counts as a failure, and what a report has of them.
// Words → conditions → one sentence; never looks at more than the verdicts.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "harness/values/result.hpp"
#include "reports/report.hpp"

namespace afresh {

/// One word of `--fail-on`.
struct FailOn {
  std::optional<Aspect> aspect;  ///< fails; none: any aspect is *unknown*
  std::string strategy;          ///< of it alone; empty: of any

  auto operator<=>(const FailOn&) const = default;
};

/// Lists of words with commas between them, each `ASPECT` or `unknown`, alone or with
/// `@STRATEGY` after it; none twice. `strategies` are the names of the rows that there will be.
/// Errors: a word that is none of these, or a strategy that is not among them, so that it could
/// never fail.
[[nodiscard]] Result<std::vector<FailOn>> parse_fail_on(const std::vector<std::string>& lists,
                                                        const std::vector<std::string>& strategies);

/// What of it happened, without a full stop: `fresh fails in 3 of 45 cases, smallest witness
/// one_file under toggle`, one after the other with semicolons. A case counts once, however many
/// strategies fail it. Empty where nothing did.
[[nodiscard]] std::string describe_failures(const Report& report,
                                            const std::vector<FailOn>& conditions);

}  // namespace afresh

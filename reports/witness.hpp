// Report → the smallest case that shows a failure, why it fails in one sentence, and how to see it.
// Chooses among records that the oracles judged; must never judge anything itself.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "reports/report.hpp"

namespace afresh {

/// The record that shows best that the strategy fails the aspect on the host: a scenario before a
/// generated case, then the shorter case file, then the shorter paths of findings, then the first.
/// Borrowed from the report; null where nothing fails.
[[nodiscard]] const Record* smallest_witness(const Report& report, const std::string& host,
                                             const std::string& strategy, Aspect aspect);

/// One sentence: what is wrong where after which step, what a fresh start has there, and why. Taken
/// from the finding of highest precedence; the verdict's reason where there is no finding.
[[nodiscard]] std::string proof_of(const Record& record, Aspect aspect);

/// `./afresh replay scenarios/x.case --strategy NAME`, to be pasted into a shell.
[[nodiscard]] std::string replay_command(const Report& report, const Record& record);

}  // namespace afresh

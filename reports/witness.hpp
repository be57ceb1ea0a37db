// Report → the smallest case that shows a failure, why it fails in one sentence, and how to see it.
// Chooses among records that the oracles judged; must never judge anything itself.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "reports/report.hpp"
#include "reports/tally.hpp"

namespace afresh {

/// The kinds of those findings that make the aspect fail: the strategy's, and in *process-state*
/// what the add-on leaves behind.
[[nodiscard]] std::set<FindingKind> kinds_against(const Record& record, Aspect aspect);

/// Of those findings the one of highest precedence, with the shortest path of several. Borrowed
/// from the record; null where there is none.
[[nodiscard]] const Finding* main_finding(const Record& record, Aspect aspect);

/// Where the object of a finding is met, on one line: `demo.panel.Panel`.
[[nodiscard]] std::string shown_path(const Finding& finding);

/// The record that shows best that the strategy fails the aspect on the host: a scenario before a
/// generated case, then the shorter case file, then the shorter paths of findings, then the first.
/// Borrowed from the report; null where nothing fails.
[[nodiscard]] const Record* smallest_witness(const Report& report, const std::string& host,
                                             const std::string& strategy, Aspect aspect);

/// Likewise the smallest of all records that `is_one` holds of, with the paths of findings against
/// the aspect where one is given. Borrowed from the report; null where there is none.
[[nodiscard]] const Record* smallest_record(const Report& report, std::optional<Aspect> aspect,
                                            const std::function<bool(const Record&)>& is_one);

/// A cell in which something fails.
struct FailingCell {
  std::string title;  ///< `reload-top · fresh`, with its host where there are several
  Aspect aspect{};
  std::string failures;             ///< `3 of 3`; `3 of 3 scenarios and 2 of 5 generated cases`
  const Record* witness = nullptr;  ///< the smallest; borrowed from the report
};

/// The cells that fail, by host, strategy and aspect; scenarios and generated cases together.
[[nodiscard]] std::vector<FailingCell> failing_cells(const Report& report,
                                                     const std::vector<Section>& sections);

/// One sentence: what is wrong where after which step, what the yardstick has there, why, and who
/// is to blame where it is not the strategy. Taken from the finding of highest precedence; the
/// verdict's reason where there is no finding.
[[nodiscard]] std::string render_proof(const Record& record, Aspect aspect);

/// `./afresh replay scenarios/x.case --strategy NAME`, to be pasted into a shell.
[[nodiscard]] std::string replay_command(const Report& report, const Record& record);

}  // namespace afresh

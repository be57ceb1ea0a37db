// What the table and its Markdown say in the same words: environment, titles, cells, legend.
// Words only: how they are laid out is the writers' business.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/grid.hpp"
#include "reports/tally.hpp"

namespace afresh {

/// `afresh 0.1.0 · CPython 3.11.2 · GNU 12.2.0 · fork · seed 7`.
[[nodiscard]] std::string environment_line(const Environment& environment);

/// `scenarios`, `generated cases`; with its host (`scenarios on plain`) where there are several.
[[nodiscard]] std::string section_title(const Section& section, const std::vector<Section>& all);

/// `PASS/JUDGED`, then each of `N behave`, `N refused`, `N unknown` that is not zero; `–` where the
/// aspect was never judged.
[[nodiscard]] CellText cell_text(const Row& row, Aspect aspect);

/// What the counts of a cell mean.
inline constexpr std::string_view kLegend =
    "passed/judged: of the cases in which the aspect was judged, those that pass. Refused and "
    "unknown ones count as judged, not as passed. Those that behave fail in structure alone: all "
    "that the case expects holds.";

/// What there is instead of a table where nothing was run.
inline constexpr std::string_view kNothingRun = "no case was run";

}  // namespace afresh
